"""Values of places, dated; the defaults stand in rules."""

from django.db import models
from django.db.models import F, Q

from minqiao.foundation.rulebook.choices import Level


class LocalRule(models.Model):
    """A place's own value of a rule for a time. Never edited: a later row ends it, a wrong one is void."""

    key = models.CharField("规则", max_length=40)
    place = models.CharField("行政区划代码", max_length=12)
    value = models.JSONField("值")
    unit = models.CharField("单位", max_length=10, blank=True)
    basis = models.CharField("依据", max_length=300)
    source = models.CharField("出处", max_length=300)
    level = models.CharField("依据的层级", max_length=10, choices=Level.choices)
    valid_from = models.DateField("生效日")
    valid_to = models.DateField("失效日", null=True, blank=True)
    is_void = models.BooleanField("作废", default=False)
    changed_by = models.CharField("修改人", max_length=60)
    changed_at = models.DateTimeField("修改时间")

    class Meta:
        verbose_name = verbose_name_plural = "本地规则"
        constraints = [
            models.UniqueConstraint(
                fields=["key", "place", "valid_from"],
                condition=Q(is_void=False),
                name="one_standing_value_per_key_place_and_day",
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="local_rule_ends_after_it_begins",
            ),
        ]

    def __str__(self):
        return f"{self.key}（{self.place}）"
