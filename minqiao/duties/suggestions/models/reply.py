"""What the unit answers, and what the deputy thinks of it."""

from django.db import models
from django.db.models import Q

from minqiao.duties.suggestions import choices as c
from minqiao.duties.suggestions.models.handling import Handling
from minqiao.registry.congress.models import Mandate


class Reply(models.Model):
    """A reply of one round: an answer under each numbered request, a category, dated promises."""

    handling = models.ForeignKey(Handling, models.CASCADE, related_name="replies", verbose_name="承办")
    round = models.PositiveSmallIntegerField("轮次", default=1)
    category = models.CharField("办理类别", max_length=2, choices=c.ResultCategory.choices, blank=True)
    opening = models.TextField("开头", blank=True)
    answers = models.JSONField("逐条答复", default=list)
    closing = models.TextField("结尾", blank=True)
    contact_name = models.CharField("联系人", max_length=30, blank=True)
    contact_phone = models.CharField("联系电话", max_length=30, blank=True)
    disclosure = models.CharField("公开建议", max_length=12, choices=c.DisclosureState.choices, blank=True)
    disclosure_code = models.CharField("不公开的理由", max_length=30, blank=True)
    disclosure_ground = models.CharField("对公开的说明", max_length=200, blank=True)
    public_summary = models.TextField("公开摘要", blank=True)
    empty_answers = models.JSONField(
        "只有空话的答复", default=list
    )  # places from 1, judged as it was drafted
    review_note = models.CharField("审核意见", max_length=500, blank=True)
    no_contact_note = models.TextField("无联系记录说明", blank=True)
    signer = models.CharField("签发人", max_length=60, blank=True)
    number = models.CharField("文号", max_length=60, blank=True)
    issued_on = models.DateField("签发日", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "答复"
        constraints = [
            models.UniqueConstraint(fields=["handling", "round"], name="one_reply_per_round"),
            models.CheckConstraint(
                condition=Q(issued_on__isnull=True) | (~Q(number="") & ~Q(category="") & ~Q(signer="")),
                name="issued_reply_has_number_category_and_signer",
            ),
        ]


class Evaluation(models.Model):
    """A lead signer's evaluation on two axes. Hidden from the unit until released; the objection always."""

    reply = models.OneToOneField(Reply, models.CASCADE, related_name="evaluation", verbose_name="答复")
    mandate = models.ForeignKey(Mandate, models.PROTECT, related_name="+", verbose_name="评价人")
    attitude = models.CharField("对办理态度", max_length=14, choices=c.Grade.choices)
    result = models.CharField("对办理结果", max_length=14, choices=c.Grade.choices)
    was_contacted = models.JSONField("联系情况", default=list)
    category_is_true = models.BooleanField("办理类别属实", default=True)
    words = models.CharField("具体意见", max_length=1000, blank=True)
    objection = models.TextField("不公开意见", blank=True)
    entered_for_paper = models.BooleanField("代为录入", default=False)
    evaluated_at = models.DateTimeField("评价时间")
    released_at = models.DateTimeField("反馈时间", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "评价"
        constraints = [
            models.CheckConstraint(
                condition=~Q(result=c.Grade.DISSATISFIED) | ~Q(words=""),
                name="dissatisfied_says_what_is_wrong",
            )
        ]
