"""Standards as data: what is looked at per kind of place, inspections, and the sheets of two inspectors."""

from django.db import models
from django.db.models import Q

from minqiao.duties.stations import choices as c
from minqiao.duties.stations.models.place import Kind, Place


class CheckItem(models.Model):
    """One line of the checklist of a kind of place; the points of a kind add up to a hundred."""

    kind = models.ForeignKey(Kind, models.CASCADE, related_name="items", verbose_name="站点类型")
    group = models.CharField("类别", max_length=20)
    words = models.CharField("内容", max_length=120)
    points = models.PositiveSmallIntegerField("分值")
    position = models.PositiveSmallIntegerField("次序", default=0)

    class Meta:
        verbose_name = verbose_name_plural = "规范化建设标准"
        ordering = ["kind", "position", "pk"]
        constraints = [models.UniqueConstraint(fields=["kind", "words"], name="one_line_per_words_of_a_kind")]

    def __str__(self):
        return self.words


class Inspection(models.Model):
    """规范化检查: two inspectors look by themselves; the result is the middle of both."""

    place = models.ForeignKey(Place, models.PROTECT, related_name="inspections", verbose_name="站点")
    state = models.CharField(
        "状态", max_length=8, choices=c.InspectionState.choices, default=c.InspectionState.OPEN
    )
    began_on = models.DateField("开始日")
    result = models.DecimalField("结果", max_digits=4, decimal_places=1, null=True, blank=True)
    stars = models.PositiveSmallIntegerField("星级", default=0)
    settled_on = models.DateField("汇总日", null=True, blank=True)
    advice = models.CharField("整改意见", max_length=500, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "规范化检查"
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["place"],
                condition=Q(state=c.InspectionState.OPEN),
                name="one_open_inspection_per_place",
            ),
            models.CheckConstraint(
                condition=Q(state=c.InspectionState.OPEN) | Q(result__isnull=False),
                name="inspection_settled_has_its_result",
            ),
        ]

    @property
    def title(self):
        """For whoever is told of an act on it."""
        return self.place.name

    @property
    def number(self):
        return self.place.code

    @property
    def congress_id(self):
        return self.place.congress_id

    @property
    def city_id(self):
        return self.place.city_id

    def __str__(self):
        return f"{self.place.name} {self.began_on}"


class InspectionSheet(models.Model):
    """What one inspector found: points by line, and in words what is missing."""

    inspection = models.ForeignKey(Inspection, models.CASCADE, related_name="sheets", verbose_name="检查")
    user_id = models.BigIntegerField("检查人编号")
    inspector = models.CharField("检查人", max_length=60)
    points = models.JSONField("得分", default=dict)  # {line id: points}
    total = models.PositiveSmallIntegerField("合计")
    words = models.CharField("问题", max_length=500, blank=True)
    on = models.DateField("检查日")

    class Meta:
        verbose_name = verbose_name_plural = "检查表"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["inspection", "user_id"], name="one_sheet_per_inspector")
        ]
