"""Every suggestion and the committee that oversees it; checks that a county makes for the city."""

from django.db import models
from django.db.models import Q

from minqiao.duties.suggestions.models import Suggestion
from minqiao.duties.supervision import choices as c
from minqiao.foundation.accounts.choices import CONGRESS_LEADERS, CONGRESS_STAFF, Role
from minqiao.registry.congress.models import Committee, Congress


class OfSuggestion:
    """What follows one suggestion bears its title and number, for whoever is told of an act on it."""

    @property
    def title(self):
        return self.suggestion.title

    @property
    def number(self):
        return self.suggestion.number


class CounterpartQuerySet(models.QuerySet):
    """Scopes."""

    def visible_to(self, actor):
        """The Congress side; who oversees is its own matter until it writes to the unit."""
        inside = actor.role in CONGRESS_STAFF | CONGRESS_LEADERS
        return self.filter(suggestion__congress_id=actor.realm_id) if inside else self.none()


class Counterpart(OfSuggestion, models.Model):
    """对口督办: the committee that oversees a suggestion, how it was found, or who changed it."""

    suggestion = models.OneToOneField(
        Suggestion, models.CASCADE, related_name="counterpart", verbose_name="代表建议"
    )
    committee = models.ForeignKey(
        Committee,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="counterparts",
        verbose_name="对口督办机构",
    )
    state = models.CharField(
        "状态", max_length=10, choices=c.CounterpartState.choices, default=c.CounterpartState.STANDING
    )
    why = models.CharField("确定依据", max_length=200)
    by_hand = models.BooleanField("人工调整", default=False)
    since = models.DateField("确定日")
    notes_made = models.PositiveSmallIntegerField("督办记录", default=0)

    objects = CounterpartQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "对口督办"
        indexes = [models.Index(fields=["committee", "-id"], name="counterpart_by_committee")]

    def __str__(self):
        return f"{self.suggestion}（{self.committee or '待指定'}）"


class CounterpartNote(models.Model):
    """How the committee followed a suggestion: day, way, what was found."""

    counterpart = models.ForeignKey(
        Counterpart, models.CASCADE, related_name="notes", verbose_name="对口督办"
    )
    on = models.DateField("日期")
    way = models.CharField("方式", max_length=8, choices=c.CounterpartWay.choices)
    words = models.CharField("情况", max_length=500)
    recorded_by = models.CharField("登记人", max_length=60)

    class Meta:
        verbose_name = verbose_name_plural = "对口督办记录"
        ordering = ["on", "pk"]


class DelegatedCheckQuerySet(models.QuerySet):
    """Scopes."""

    def visible_to(self, actor):
        """The Congress side that asked, and the office of the county that was asked: nobody else."""
        if actor.role == Role.DEPUTY_AFFAIRS:
            asked = Q(asked_of_id=actor.realm_id) & ~Q(state=c.CheckState.RECALLED)
            return self.filter(Q(suggestion__congress_id=actor.realm_id) | asked)
        inside = actor.role in CONGRESS_STAFF | CONGRESS_LEADERS
        return self.filter(suggestion__congress_id=actor.realm_id) if inside else self.none()


class DelegatedCheck(OfSuggestion, models.Model):
    """委托检查: a county's committee looks on the spot how a city suggestion is carried out in its area."""

    suggestion = models.ForeignKey(
        Suggestion, models.CASCADE, related_name="delegated_checks", verbose_name="代表建议"
    )
    committee = models.ForeignKey(Committee, models.PROTECT, related_name="+", verbose_name="委托机构")
    asked_of = models.ForeignKey(Congress, models.PROTECT, related_name="+", verbose_name="受托的县级人大")
    state = models.CharField("环节", max_length=10, choices=c.CheckState.choices, default=c.CheckState.ASKED)
    demand = models.CharField("核查要求", max_length=500)
    asked_on = models.DateField("委托日")
    due_on = models.DateField("报送期限")
    reminded = models.CharField("已提醒到", max_length=6, blank=True)
    checked_on = models.DateField("核查日", null=True, blank=True)
    people = models.CharField("参加人员", max_length=300, blank=True)
    findings = models.TextField("核查情况", blank=True)
    result = models.CharField("核查结果", max_length=10, choices=c.CheckResult.choices, blank=True)
    return_note = models.CharField("退回意见", max_length=500, blank=True)

    objects = DelegatedCheckQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "委托检查"
        constraints = [
            models.UniqueConstraint(
                fields=["suggestion", "asked_of"],
                condition=Q(state=c.CheckState.ASKED),
                name="one_open_check_per_suggestion_and_county",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[c.CheckState.ASKED, c.CheckState.RECALLED])
                | (Q(checked_on__isnull=False) & ~Q(findings="") & ~Q(result="")),
                name="delegated_check_made_has_its_result",
            ),
        ]

    def __str__(self):
        return f"{self.suggestion}（{self.asked_of}）"
