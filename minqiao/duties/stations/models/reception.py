"""Reception days of a place, and which deputies sit there."""

from django.db import models
from django.db.models import F, Q

from minqiao.duties.stations import choices as c
from minqiao.duties.stations.models.place import Place
from minqiao.registry.congress.models import Mandate


class Reception(models.Model):
    """接待选民日: planned by the place's rhythm, announced in time, held or cancelled with the reason."""

    place = models.ForeignKey(Place, models.PROTECT, related_name="receptions", verbose_name="站点")
    on = models.DateField("日期")
    starts_at = models.TimeField("开始")
    ends_at = models.TimeField("结束")
    rhythm = models.CharField("安排方式", max_length=12, choices=c.Rhythm.choices)
    state = models.CharField(
        "状态", max_length=10, choices=c.ReceptionState.choices, default=c.ReceptionState.PLANNED
    )
    topics = models.CharField("接待主题", max_length=200, blank=True)
    notice_days = models.PositiveSmallIntegerField("提前公告天数")
    announced_on = models.DateField("公告日", null=True, blank=True)
    visitors = models.PositiveIntegerField("来访人数", null=True, blank=True)
    summary = models.CharField("接待情况", max_length=500, blank=True)
    reason = models.CharField("取消原因", max_length=300, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "接待日"
        ordering = ["on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["place", "on"], name="one_reception_per_place_and_day"),
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="reception_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=~Q(state=c.ReceptionState.CANCELLED) | ~Q(reason=""),
                name="reception_cancelled_has_its_reason",
            ),
            models.CheckConstraint(
                condition=~Q(state=c.ReceptionState.HELD) | Q(visitors__isnull=False),
                name="reception_held_counts_its_visitors",
            ),
        ]
        indexes = [models.Index(fields=["state", "on"], name="reception_by_day")]

    @property
    def title(self):
        """For whoever is told of an act on it."""
        return f"{self.place.name} {self.on}"

    @property
    def number(self):
        return ""

    @property
    def on_duty_ids(self):
        """Mandates that sit there: read when a judgement asks, then kept."""
        if "_on_duty_ids" not in self.__dict__:
            rows = self.duties.filter(is_away=False)
            self._on_duty_ids = frozenset(rows.values_list("mandate_id", flat=True))
        return self._on_duty_ids

    def __str__(self):
        return self.title


class Duty(models.Model):
    """A deputy at a reception; away with leave, and perhaps replaced by another."""

    reception = models.ForeignKey(Reception, models.CASCADE, related_name="duties", verbose_name="接待日")
    mandate = models.ForeignKey(Mandate, models.PROTECT, related_name="receptions", verbose_name="代表")
    is_away = models.BooleanField("请假", default=False)
    reason = models.CharField("请假原因", max_length=200, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "轮值"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["reception", "mandate"], name="one_duty_per_deputy_at_a_reception"
            )
        ]
