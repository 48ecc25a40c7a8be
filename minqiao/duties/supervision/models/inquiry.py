"""专题询问 and 满意度测评 at a meeting of the standing committee: who is asked what, how it was graded."""

from django.db import models
from django.db.models import Exists, OuterRef, Q

from minqiao.duties.supervision import choices as c
from minqiao.foundation.accounts.choices import CONGRESS_LEADERS, CONGRESS_STAFF, UNIT_ROLES, Role
from minqiao.registry.congress.models import Congress
from minqiao.registry.units.models import Unit


class InquiryQuerySet(models.QuerySet):
    """Scopes."""

    def visible_to(self, actor):
        """The Congress side and the government; of the units those that are asked."""
        if actor.role in CONGRESS_STAFF | CONGRESS_LEADERS | {Role.GOV_OFFICE, Role.GOV_LEADER}:
            return self.filter(congress_id=actor.realm_id)
        if actor.role in UNIT_ROLES:
            asked = InquiredUnit.objects.filter(inquiry=OuterRef("pk"), unit_id=actor.scope_id)
            return self.filter(Exists(asked))
        return self.none()


class Inquiry(models.Model):
    """A special inquiry into how deputies' suggestions are handled, and the members' vote on the units.

    The vote is secret: only its counts are kept, never whose they are (Supervision Law, ch. on inquiries).
    """

    congress = models.ForeignKey(Congress, models.PROTECT, related_name="+", verbose_name="人民代表大会")
    title = models.CharField("询问题目", max_length=100)
    meeting = models.CharField("常委会会议", max_length=60)
    planned_on = models.DateField("会议日期")
    focus = models.TextField("询问重点")
    state = models.CharField(
        "环节", max_length=10, choices=c.InquiryState.choices, default=c.InquiryState.PLANNED
    )
    held_on = models.DateField("询问日", null=True, blank=True)
    members = models.PositiveSmallIntegerField("常委会组成人员数", null=True, blank=True)
    present = models.PositiveSmallIntegerField("到会人数", null=True, blank=True)
    scrutineer = models.CharField("监票人", max_length=60, blank=True)
    voted_on = models.DateField("测评日", null=True, blank=True)
    mend_by = models.DateField("整改期限", null=True, blank=True)
    reminded = models.CharField("已提醒到", max_length=6, blank=True)
    plans_issued = models.PositiveSmallIntegerField("方案版次", default=0)
    ended_on = models.DateField("办结日", null=True, blank=True)
    end_note = models.CharField("办结或者取消的说明", max_length=500, blank=True)

    objects = InquiryQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "专题询问和测评"
        constraints = [
            models.CheckConstraint(
                condition=Q(voted_on__isnull=True)
                | Q(members__isnull=False, present__isnull=False, present__lte=models.F("members")),
                name="vote_taken_has_its_members_and_those_present",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[c.InquiryState.HELD, c.InquiryState.VOTED])
                | Q(held_on__isnull=False),
                name="inquiry_held_has_its_day",
            ),
        ]
        indexes = [models.Index(fields=["congress", "-planned_on", "-id"], name="inquiry_by_day")]

    def __str__(self):
        return self.title


class InquiredUnit(models.Model):
    """A unit that is asked, the counts of the vote on it, and what it mended afterwards."""

    inquiry = models.ForeignKey(Inquiry, models.CASCADE, related_name="units", verbose_name="专题询问")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="inquiries", verbose_name="承办单位")
    satisfied = models.PositiveSmallIntegerField("满意票", null=True, blank=True)
    basic = models.PositiveSmallIntegerField("基本满意票", null=True, blank=True)
    dissatisfied = models.PositiveSmallIntegerField("不满意票", null=True, blank=True)
    verdict = models.CharField("测评结果", max_length=12, choices=c.PollVerdict.choices, blank=True)
    why = models.CharField("判定依据", max_length=200, blank=True)
    mended = models.TextField("整改情况", blank=True)
    mended_on = models.DateField("报送日", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "被询问的单位"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["inquiry", "unit"], name="one_place_per_unit_in_an_inquiry"),
            models.CheckConstraint(
                condition=Q(verdict="")
                | Q(satisfied__isnull=False, basic__isnull=False, dissatisfied__isnull=False),
                name="verdict_has_its_counts",
            ),
        ]

    def __str__(self):
        return str(self.unit)


class Question(models.Model):
    """One question asked in the meeting, and the answer given there."""

    inquiry = models.ForeignKey(Inquiry, models.CASCADE, related_name="questions", verbose_name="专题询问")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="应询单位")
    asked_by = models.CharField("询问人", max_length=60)
    text = models.CharField("问题", max_length=500)
    answer = models.TextField("应询情况")

    class Meta:
        verbose_name = verbose_name_plural = "询问和应询"
        ordering = ["pk"]
