"""What happens to a project: photos, payments, changes, complaints, deputies' visits. Amounts in fen."""

from django.db import models
from django.db.models import Q

from minqiao.duties.microprojects import choices as c
from minqiao.duties.microprojects.models.project import Project
from minqiao.foundation.attachments.models import Attachment


class Photo(models.Model):
    """A picture of the site before, during or after the work; shown to the public with the project."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="photos", verbose_name="项目")
    attachment = models.ForeignKey(Attachment, models.PROTECT, related_name="+", verbose_name="照片")
    stage = models.CharField("阶段", max_length=6, choices=c.PhotoStage.choices)
    taken_on = models.DateField("拍摄日")
    caption = models.CharField("说明", max_length=100, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "项目照片"
        ordering = ["taken_on", "pk"]
        constraints = [models.UniqueConstraint(fields=["project", "attachment"], name="one_row_per_photo")]


class Payment(models.Model):
    """A payment the treasury made, by its voucher; the platform pays nothing (Budget Law)."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="payments", verbose_name="项目")
    reference = models.CharField("支付凭证号", max_length=60)
    amount = models.BigIntegerField("金额（分）")
    paid_on = models.DateField("支付日")
    stage = models.CharField("支付阶段", max_length=60)
    proof = models.CharField("进度依据", max_length=200)

    class Meta:
        verbose_name = verbose_name_plural = "拨付"
        ordering = ["paid_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["project", "reference"], name="one_payment_per_reference"),
            models.CheckConstraint(condition=Q(amount__gt=0), name="payment_is_more_than_zero"),
        ]


class Change(models.Model):
    """What a unit asks to change of a project under way, and what was decided."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="changes", verbose_name="项目")
    works = models.TextField("调整后的建设内容")
    village = models.CharField("调整后的地点", max_length=80)
    old_amount = models.BigIntegerField("原批准金额（分）")
    new_amount = models.BigIntegerField("调整后金额（分）")
    reason = models.CharField("调整理由", max_length=500)
    is_large = models.BooleanField("须报主任会议")
    asked_on = models.DateField("申请日")
    state = models.CharField("结果", max_length=8, choices=c.ChangeState.choices, default=c.ChangeState.ASKED)
    decided_on = models.DateField("决定日", null=True, blank=True)
    decision = models.CharField("决定意见", max_length=300, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "项目调整"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["project"], condition=Q(state=c.ChangeState.ASKED), name="one_open_change_per_project"
            ),
            models.CheckConstraint(condition=Q(new_amount__gt=0), name="change_leaves_an_amount"),
        ]


class Complaint(models.Model):
    """What somebody objects to; who it was is nowhere kept, only how to answer is left to the office."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="complaints", verbose_name="项目")
    received_on = models.DateField("收到日")
    way = models.CharField("来源", max_length=60)
    words = models.CharField("反映的问题", max_length=500)
    state = models.CharField(
        "处理情况", max_length=10, choices=c.ComplaintState.choices, default=c.ComplaintState.OPEN
    )
    answer = models.CharField("核实和答复", max_length=500, blank=True)
    answered_on = models.DateField("答复日", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "投诉"
        ordering = ["pk"]


class Visit(models.Model):
    """A deputy looked at the site: when, who, what was found."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="visits", verbose_name="项目")
    on = models.DateField("日期")
    stage = models.CharField("阶段", max_length=6, choices=c.PhotoStage.choices)
    people = models.CharField("参加人员", max_length=200)
    findings = models.CharField("察看情况", max_length=500)
    demand = models.CharField("提出的要求", max_length=300, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "代表察看"
        ordering = ["on", "pk"]
