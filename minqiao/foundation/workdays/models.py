"""The calendar: every day of every imported year."""

from django.db import models
from django.db.models import Q

from minqiao.foundation.workdays.choices import Kind


class Year(models.Model):
    """A year whose notice has been imported; its row is the stamp by which a change is noticed."""

    year = models.PositiveSmallIntegerField("年份", primary_key=True)
    source = models.CharField("依据", max_length=200)
    imported_at = models.DateTimeField("导入时间")
    imported_by = models.CharField("导入人", max_length=60)

    class Meta:
        verbose_name = verbose_name_plural = "日历年份"
        ordering = ["year"]

    def __str__(self):
        return f"{self.year}年"


class Day(models.Model):
    """One day. `holiday` names the holiday it belongs to, be it off or worked in exchange."""

    date = models.DateField("日期", primary_key=True)
    is_workday = models.BooleanField("是否上班")
    kind = models.CharField("类别", max_length=20, choices=Kind.choices)
    holiday = models.CharField("节假日", max_length=20, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "日历日"
        ordering = ["date"]
        constraints = [
            models.CheckConstraint(
                condition=Q(is_workday=True, kind__in=[Kind.WORKDAY, Kind.MAKEUP_WORKDAY])
                | Q(is_workday=False, kind__in=[Kind.WEEKEND, Kind.HOLIDAY]),
                name="day_is_worked_as_its_kind_says",
            )
        ]

    def __str__(self):
        return str(self.date)
