"""An allocation as it was computed, and what the working group decided, project by project."""

from django.db import models
from django.db.models import F, Q

from minqiao.instruments.funds import choices as c
from minqiao.instruments.funds.models.ledger import Fund


class AllocationRun(models.Model):
    """One computation of a fund's pool: its input, fingerprint, and every method's answer side by side."""

    fund = models.ForeignKey(Fund, models.PROTECT, related_name="allocations", verbose_name="专项资金")
    round = models.PositiveSmallIntegerField("批次")
    state = models.CharField("状态", max_length=10, choices=c.RunState.choices, default=c.RunState.PROPOSED)
    facts = models.JSONField("输入的项目库")
    sha256 = models.CharField("输入指纹", max_length=64)
    rules = models.CharField("规则版本", max_length=120)
    answers = models.JSONField("各方法的结果")
    made_at = models.DateTimeField("计算时间")
    made_by = models.CharField("计算人", max_length=60)
    decided_on = models.DateField("决定日期", null=True, blank=True)
    meeting = models.CharField("研究决定的会议", max_length=60, blank=True)
    decision_note = models.CharField("决定说明", max_length=500, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "分配方案"
        constraints = [
            models.UniqueConstraint(fields=["fund", "round"], name="one_allocation_per_round_of_a_fund"),
            models.UniqueConstraint(
                fields=["fund", "sha256", "rules"], name="one_allocation_per_input_and_rules"
            ),
            models.CheckConstraint(
                condition=Q(state=c.RunState.PROPOSED)
                | (Q(state=c.RunState.DECIDED, decided_on__isnull=False) & ~Q(meeting="")),
                name="allocation_decided_has_its_meeting_and_day",
            ),
        ]

    def __str__(self):
        return f"第{self.round}批分配方案"

    @property
    def title(self):
        """In words, for whoever is told of it."""
        return f"{self.fund.name}{self}"

    @property
    def number(self):
        """The year and the round."""
        return f"{self.fund.year}-{self.round}"


class AllocationLine(models.Model):
    """A project in a run: what the rule proposes and why, what the others say, what was decided."""

    run = models.ForeignKey(AllocationRun, models.CASCADE, related_name="lines", verbose_name="分配方案")
    position = models.PositiveIntegerField("顺序")
    number = models.CharField("项目编号", max_length=30)
    title = models.CharField("项目名称", max_length=100, blank=True)
    county = models.CharField("县区", max_length=60)
    fund_amount = models.BigIntegerField("申请资金（分）")
    is_proposed = models.BooleanField("建议列入")
    source = models.CharField("建议的资金来源", max_length=8, choices=c.LineSource.choices, blank=True)
    why = models.CharField("理由", max_length=500)
    others = models.JSONField("其他方法是否列入", default=dict)
    is_decided = models.BooleanField("决定列入", null=True, blank=True)
    reason = models.CharField("与方案不同的理由", max_length=300, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "分配方案项目"
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["run", "number"], name="one_line_per_project_of_a_run"),
            models.CheckConstraint(
                condition=Q(is_decided__isnull=True) | Q(is_decided=F("is_proposed")) | ~Q(reason=""),
                name="decision_that_differs_has_its_reason",
            ),
            models.CheckConstraint(
                condition=Q(is_proposed=True) | Q(source=""), name="line_not_proposed_has_no_source"
            ),
        ]

    @property
    def differs(self):
        """Whether the working group decided otherwise."""
        return self.is_decided is not None and self.is_decided != self.is_proposed
