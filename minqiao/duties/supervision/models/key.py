"""A key item: some suggestions supervised together, its plan of visits, its problems, the unit's reports."""

from django.db import models
from django.db.models import Exists, OuterRef, Q

from minqiao.duties.suggestions.models import Handling, Suggestion
from minqiao.duties.supervision import choices as c
from minqiao.foundation.accounts.choices import CONGRESS_LEADERS, CONGRESS_STAFF, UNIT_ROLES, Role
from minqiao.registry.areas.models import Area
from minqiao.registry.congress.models import Committee, Congress, Mandate
from minqiao.registry.units.models import Unit


class KeyItemQuerySet(models.QuerySet):
    """Scopes."""

    def visible_to(self, actor):
        """The Congress side sees all; once chosen also the government, the units, those who raised it."""
        here = Q(congress_id=actor.realm_id)
        if actor.role in CONGRESS_STAFF | CONGRESS_LEADERS:
            return self.filter(here)
        chosen = here & Q(chosen_on__isnull=False)
        if actor.role in (Role.GOV_OFFICE, Role.GOV_LEADER):
            return self.filter(chosen)
        if actor.role in UNIT_ROLES:
            return self.filter(chosen, Q(unit_id=actor.scope_id) | Exists(_handled_by(actor.scope_id)))
        if actor.role == Role.DEPUTY:
            return self.filter(chosen, Exists(_raised_by(actor.scope_id)))
        return self.none()

    def in_year(self, year):
        """Of this year, or carried over into it."""
        return self.filter(year__lte=year, until_year__gte=year)


def _handled_by(unit_id):
    mine = Handling.objects.filter(unit_id=unit_id).held().values("suggestion_id")
    return KeySuggestion.objects.filter(item=OuterRef("pk"), suggestion_id__in=mine)


def _raised_by(mandate_id):
    mine = Suggestion.objects.raised_by(mandate_id).values("pk")
    return KeySuggestion.objects.filter(item=OuterRef("pk"), suggestion_id__in=mine)


class KeyItem(models.Model):
    """重点督办建议: proposed by a committee with reasons, chosen and led by the chairs' council."""

    congress = models.ForeignKey(Congress, models.PROTECT, related_name="+", verbose_name="人民代表大会")
    year = models.PositiveSmallIntegerField("年度")
    until_year = models.PositiveSmallIntegerField("督办至年度")
    number = models.CharField("编号", max_length=30, blank=True)
    title = models.CharField("督办题目", max_length=100)
    reasons = models.TextField("提请理由")
    state = models.CharField("环节", max_length=12, choices=c.KeyState.choices, default=c.KeyState.PROPOSED)
    proposed_by = models.ForeignKey(
        Committee, models.PROTECT, related_name="proposed_items", verbose_name="提请机构"
    )
    proposed_on = models.DateField("提请日")
    chosen_on = models.DateField("列为重点日", null=True, blank=True)
    meeting = models.CharField("主任会议", max_length=60, blank=True)
    choice_note = models.CharField("主任会议意见", max_length=500, blank=True)
    leader = models.ForeignKey(
        Mandate, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="领衔督办领导"
    )
    committee = models.ForeignKey(
        Committee, models.PROTECT, null=True, blank=True, related_name="key_items", verbose_name="督办机构"
    )
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="key_items", verbose_name="牵头承办单位"
    )
    handling_leader = models.CharField("领办领导", max_length=60, blank=True)
    plan = models.TextField("督办方案", blank=True)
    plans_issued = models.PositiveSmallIntegerField("方案版次", default=0)
    letters_sent = models.PositiveSmallIntegerField("督办函份数", default=0)
    reports_made = models.PositiveSmallIntegerField("报告次数", default=0)
    report_due_on = models.DateField("报告期限", null=True, blank=True)
    reminded = models.CharField("已提醒到", max_length=6, blank=True)
    reported_on = models.DateField("报告日", null=True, blank=True)
    decided_on = models.DateField("审议日", null=True, blank=True)
    decision_note = models.CharField("审议意见", max_length=500, blank=True)
    created_at = models.DateTimeField("建立时间")

    objects = KeyItemQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "重点督办建议"
        constraints = [
            models.UniqueConstraint(
                fields=["congress", "number"], condition=~Q(number=""), name="one_key_item_per_number"
            ),
            models.CheckConstraint(
                condition=Q(state__in=sorted(c.UNCHOSEN | {c.KeyState.CANCELLED}))
                | (Q(chosen_on__isnull=False) & ~Q(number="")),
                name="key_item_chosen_has_its_day_and_number",
            ),
            models.CheckConstraint(
                condition=Q(state__in=sorted(c.UNCHOSEN | {c.KeyState.KEY, c.KeyState.CANCELLED}))
                | Q(
                    leader__isnull=False,
                    committee__isnull=False,
                    unit__isnull=False,
                    report_due_on__isnull=False,
                ),
                name="key_item_under_way_has_its_leader_committee_unit_and_date",
            ),
            models.CheckConstraint(
                condition=Q(until_year__gte=models.F("year")), name="key_item_ends_no_earlier_than_it_begins"
            ),
        ]
        indexes = [models.Index(fields=["congress", "state", "-id"], name="key_item_by_state")]

    def __str__(self):
        return f"{self.number} {self.title}".strip()

    @property
    def signer_ids(self):
        """Mandates under the suggestions of this item: who raised it may not answer for it."""
        if "_signer_ids" not in self.__dict__:
            rows = Suggestion.objects.filter(key_items__item=self).prefetch_related("signings")
            self._signer_ids = frozenset().union(*(row.signer_ids for row in rows))
        return self._signer_ids


class KeySuggestion(models.Model):
    """A suggestion under a key item; under one that still stands at a time."""

    item = models.ForeignKey(KeyItem, models.CASCADE, related_name="members", verbose_name="重点督办建议")
    suggestion = models.ForeignKey(
        Suggestion, models.PROTECT, related_name="key_items", verbose_name="代表建议"
    )
    stands = models.BooleanField("有效", default=True)

    class Meta:
        verbose_name = verbose_name_plural = "重点督办的建议"
        constraints = [
            models.UniqueConstraint(
                fields=["item", "suggestion"], name="one_place_per_suggestion_in_an_item"
            ),
            models.UniqueConstraint(
                fields=["suggestion"],
                condition=Q(stands=True),
                name="one_standing_key_item_per_suggestion",
            ),
        ]


class Visit(models.Model):
    """A supervision activity: planned with its date, then announced with place and day, then recorded."""

    item = models.ForeignKey(KeyItem, models.CASCADE, related_name="visits", verbose_name="重点督办建议")
    way = models.CharField("方式", max_length=12, choices=c.VisitWay.choices)
    text = models.CharField("内容", max_length=200)
    planned_on = models.DateField("计划日期")
    on = models.DateField("确定日期", null=True, blank=True)
    place = models.CharField("地点", max_length=100, blank=True)
    county = models.ForeignKey(
        Area, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="联动的县（市、区）"
    )
    held_on = models.DateField("举行日", null=True, blank=True)
    participants = models.CharField("参加人员", max_length=300, blank=True)
    findings = models.TextField("情况记录", blank=True)
    reminded = models.CharField("已提醒到", max_length=6, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "督办活动"
        ordering = ["planned_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(held_on__isnull=True) | (~Q(participants="") & ~Q(findings="")),
                name="visit_held_has_its_record",
            )
        ]

    def __str__(self):
        return f"{self.on or self.planned_on} {self.get_way_display()}：{self.text}"


class Problem(models.Model):
    """What a visit found wrong: with the date by which it must be mended, and whether it was."""

    item = models.ForeignKey(KeyItem, models.CASCADE, related_name="problems", verbose_name="重点督办建议")
    visit = models.ForeignKey(Visit, models.PROTECT, related_name="problems", verbose_name="督办活动")
    text = models.CharField("问题", max_length=300)
    due_on = models.DateField("整改期限")
    state = models.CharField(
        "整改情况", max_length=10, choices=c.ProblemState.choices, default=c.ProblemState.OPEN
    )
    lettered_on = models.DateField("发函日", null=True, blank=True)
    answer = models.CharField("单位报送的整改情况", max_length=500, blank=True)
    answered_on = models.DateField("报送日", null=True, blank=True)
    settle_note = models.CharField("核查意见", max_length=300, blank=True)
    mended_on = models.DateField("核销日", null=True, blank=True)
    reminded = models.CharField("已提醒到", max_length=6, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "督办问题"
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=c.ProblemState.MENDED) | Q(mended_on__isnull=False),
                name="problem_mended_has_its_day",
            )
        ]

    def __str__(self):
        return self.text


class UnitReport(models.Model):
    """The unit's report to the chairs' council; each round is a row of its own."""

    item = models.ForeignKey(KeyItem, models.CASCADE, related_name="reports", verbose_name="重点督办建议")
    round = models.PositiveSmallIntegerField("次数")
    text = models.TextField("办理情况")
    left = models.TextField("尚存问题和下步打算", blank=True)
    signer = models.CharField("签发人", max_length=60)
    reported_on = models.DateField("报告日")
    returned_note = models.CharField("退回意见", max_length=500, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "办理情况报告"
        ordering = ["round"]
        constraints = [models.UniqueConstraint(fields=["item", "round"], name="one_unit_report_per_round")]
