"""Handling units and what each is charged with."""

from django.db import models

from minqiao.registry.areas.models import Area
from minqiao.registry.units.choices import UnitKind
from minqiao.registry.units.rules import is_under_government


class Unit(models.Model):
    """A handling unit: any body ordered to handle a suggestion."""

    code = models.CharField("单位编号", max_length=20, unique=True)
    name = models.CharField("全称", max_length=80, unique=True)
    short_name = models.CharField("简称", max_length=30)
    kind = models.CharField("类别", max_length=20, choices=UnitKind.choices)
    area = models.ForeignKey(
        Area, models.PROTECT, null=True, blank=True, related_name="units", verbose_name="所属区划"
    )
    reply_word = models.CharField("发文代字", max_length=20, blank=True)
    contact_name = models.CharField("联系人", max_length=30, blank=True)
    contact_phone = models.CharField("联系电话", max_length=30, blank=True)
    is_active = models.BooleanField("在用", default=True)

    class Meta:
        verbose_name = verbose_name_plural = "承办单位"
        ordering = ["code"]

    def __str__(self):
        return self.name

    @property
    def is_under_government(self):
        """Whether the government may give it orders."""
        return is_under_government(self)


class UnitDuty(models.Model):
    """One line of a unit's duty list; its words lead a suggestion to the unit."""

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="duties", verbose_name="单位")
    words = models.CharField("职责", max_length=200)
    topic = models.CharField("类别", max_length=30, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "职责清单"
        constraints = [models.UniqueConstraint(fields=["unit", "words"], name="one_duty_line_per_unit")]
