"""Administrative divisions by code: names change and repeat, codes do not."""

from django.db import models

from minqiao.registry.areas.choices import Level


class Area(models.Model):
    """A division. Management zones (百里杜鹃, 金海湖新区) carry a code of our own beginning with Z."""

    code = models.CharField("代码", max_length=12, primary_key=True)
    name = models.CharField("名称", max_length=60)
    also_written = models.CharField("又名", max_length=120, blank=True)
    level = models.CharField("层级", max_length=10, choices=Level.choices)
    kind = models.CharField("类别", max_length=20, blank=True)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name="上级"
    )

    class Meta:
        verbose_name = verbose_name_plural = "行政区划"
        indexes = [models.Index(fields=["level", "code"]), models.Index(fields=["name"])]

    def __str__(self):
        return self.name
