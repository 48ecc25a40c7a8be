"""Chasers and circulars as they were issued: which parts of which suggestions, how late they were."""

from django.db import models
from django.db.models import Exists, OuterRef, Q

from minqiao.duties.suggestions.models import Handling
from minqiao.duties.supervision import choices as c
from minqiao.foundation.accounts.choices import CONGRESS_LEADERS, CONGRESS_STAFF, UNIT_ROLES, Role
from minqiao.registry.congress.models import Congress
from minqiao.registry.units.models import Unit


class ChaseQuerySet(models.QuerySet):
    """Scopes."""

    def visible_to(self, actor):
        """The offices of the congress; a unit what was written to it, and circulars that name it."""
        if actor.role in CONGRESS_STAFF | CONGRESS_LEADERS | {Role.GOV_OFFICE, Role.GOV_LEADER}:
            return self.filter(congress_id=actor.realm_id)
        if actor.role in UNIT_ROLES:
            named = ChasedPart.objects.filter(chase=OuterRef("pk"), handling__unit_id=actor.scope_id)
            return self.filter(Q(unit_id=actor.scope_id) | (Q(unit=None) & Exists(named)))
        return self.none()


class Chase(models.Model):
    """催办通知 to one unit, or a 通报 (no unit) that names all that are late."""

    congress = models.ForeignKey(Congress, models.PROTECT, related_name="+", verbose_name="人民代表大会")
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="chases", verbose_name="承办单位"
    )
    level = models.CharField("级次", max_length=10, choices=c.ChaseLevel.choices)
    state = models.CharField("状态", max_length=10, choices=c.ChaseState.choices, default=c.ChaseState.ISSUED)
    issued_on = models.DateField("印发日")
    issued_by = models.CharField("印发机构", max_length=80)
    demand = models.CharField("要求", max_length=500, blank=True)
    answer_by = models.DateField("回复期限", null=True, blank=True)
    answer = models.CharField("单位回复", max_length=500, blank=True)
    promised_on = models.DateField("承诺答复日", null=True, blank=True)
    answered_on = models.DateField("回复日", null=True, blank=True)

    objects = ChaseQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "催办通报"
        constraints = [
            models.CheckConstraint(
                condition=Q(level=c.ChaseLevel.CIRCULAR, unit__isnull=True)
                | (~Q(level=c.ChaseLevel.CIRCULAR) & Q(unit__isnull=False)),
                name="chaser_has_its_unit_and_circular_has_none",
            ),
            models.CheckConstraint(
                condition=Q(state=c.ChaseState.ISSUED) | ~Q(answer=""), name="chaser_answered_has_its_answer"
            ),
        ]

    @property
    def title(self):
        """In words, for whoever is told of it."""
        return str(self)

    def __str__(self):
        return f"{self.get_level_display()}（{self.issued_on}）"


class ChasedPart(models.Model):
    """A unit's part of a suggestion that a chaser named, with its date and lateness on that day."""

    chase = models.ForeignKey(Chase, models.CASCADE, related_name="parts", verbose_name="催办通报")
    handling = models.ForeignKey(Handling, models.CASCADE, related_name="chased", verbose_name="承办")
    due_on = models.DateField("期限")
    days_late = models.IntegerField("超期天数")

    class Meta:
        verbose_name = verbose_name_plural = "催办事项"
        constraints = [
            models.UniqueConstraint(fields=["chase", "handling"], name="one_line_per_part_in_a_chaser")
        ]
