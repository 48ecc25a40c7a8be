"""Works that other money pays for: what the duplicate check looks through."""

from django.db import models

from minqiao.registry.areas.models import Area


class FundedWork(models.Model):
    """A line of another special fund's list: which source gave how much for what, where. Amount in fen."""

    source = models.CharField("资金来源", max_length=100)
    year = models.PositiveSmallIntegerField("年度")
    county = models.ForeignKey(Area, models.PROTECT, related_name="+", verbose_name="县（市、区）")
    place = models.CharField("地点", max_length=80)
    title = models.CharField("项目名称", max_length=100)
    amount = models.BigIntegerField("安排金额（分）")
    reference = models.CharField("文号", max_length=60)

    class Meta:
        verbose_name = verbose_name_plural = "其他资金已安排项目"
        ordering = ["-year", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "reference", "title", "place"], name="one_line_per_work_and_source"
            ),
            models.CheckConstraint(condition=models.Q(amount__gte=0), name="funded_work_has_no_debt"),
        ]
        indexes = [models.Index(fields=["county", "-year"], name="funded_work_by_county")]

    def __str__(self):
        return f"{self.title}（{self.source}）"
