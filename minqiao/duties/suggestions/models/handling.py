"""One unit's handling of a suggestion: its own clock, contacts, opinion, extension."""

from django.db import models
from django.db.models import Q

from minqiao.duties.suggestions import choices as c
from minqiao.duties.suggestions.models.suggestion import Suggestion
from minqiao.foundation.accounts.choices import CONGRESS_LEADERS, CONGRESS_STAFF, UNIT_ROLES, Role
from minqiao.registry.units.models import Unit


class HandlingQuerySet(models.QuerySet):
    """Scopes."""

    def visible_to(self, actor):
        """A unit sees its own handling and those it shares a suggestion with; the others by suggestion."""
        if actor.role in UNIT_ROLES:
            mine = Handling.objects.filter(unit_id=actor.scope_id).held().values("suggestion_id")
            return self.filter(suggestion_id__in=mine)
        if actor.role in CONGRESS_STAFF | CONGRESS_LEADERS | {Role.GOV_OFFICE, Role.GOV_LEADER}:
            return self.filter(suggestion__congress_id=actor.realm_id)
        if actor.role == Role.DEPUTY:
            return self.filter(suggestion__in=Suggestion.objects.raised_by(actor.scope_id))
        return self.none()

    def standing(self):
        """Without those given back or withdrawn: they count for nothing any more."""
        return self.exclude(state__in=sorted(c.ENDED_HANDLINGS))

    def held(self):
        """Without those a unit gave back: what was withdrawn it may still read."""
        return self.exclude(state=c.HandlingState.RETURNED)

    def told_with_others(self):
        """Of handlings that went with another's and were answered with it, that other's keys."""
        with_it = self.filter(works_with__isnull=False, reply__isnull=False)
        return with_it.exclude(state__in=sorted(c.ENDED_HANDLINGS)).values("works_with_id")

    def overdue(self, today):
        """Past its date and not sent. The same judgement as rules.matter.is_part_overdue."""
        return self.open().filter(due_on__lt=today, replied_on=None)

    def behind(self, today):
        """Past the date of the unit's present step. The same judgement as rules.matter.is_step_overdue."""
        return self.open().filter(step_due_on__lt=today).exclude(state__in=sorted(c.STEPS_OF_OTHERS))

    def open(self):
        """Standing, of a case that has not ended."""
        return self.standing().exclude(suggestion__state__in=sorted(c.FINAL_STATES))


class Handling(models.Model):
    """A unit ordered to handle a suggestion, alone, as lead, as assistant, or for a part of its own."""

    suggestion = models.ForeignKey(
        Suggestion, models.CASCADE, related_name="handlings", verbose_name="代表建议"
    )
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="handlings", verbose_name="承办单位")
    role = models.CharField("承办方式", max_length=10, choices=c.HandlingRole.choices)
    part = models.CharField("承办部分", max_length=200, blank=True)
    state = models.CharField(
        "办理环节", max_length=20, choices=c.HandlingState.choices, default=c.HandlingState.DISPATCHED
    )
    origin_assigned_on = models.DateField("最初交办日")
    assigned_on = models.DateField("起算日")
    dispatched_on = models.DateField("分办日")
    signed_on = models.DateField("签收日", null=True, blank=True)
    first_contact_on = models.DateField("首次联系日", null=True, blank=True)
    due_on = models.DateField("期限")
    due_facts = models.JSONField("期限说明", default=dict)
    step_due_on = models.DateField("本环节期限", null=True, blank=True)
    step_due_facts = models.JSONField("本环节期限说明", default=dict)
    step_reminded = models.CharField("本环节已提醒到", max_length=8, blank=True)
    replied_on = models.DateField("答复或者会办日", null=True, blank=True)
    round = models.PositiveSmallIntegerField("轮次", default=1)
    reply = models.OneToOneField(
        "Reply", models.SET_NULL, null=True, blank=True, related_name="current_for", verbose_name="当前答复"
    )
    opinion = models.OneToOneField(
        "Opinion",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="current_for",
        verbose_name="当前会办意见",
    )
    extended = models.BooleanField("已延期", default=False)
    reminded = models.CharField("已提醒到", max_length=8, blank=True)
    return_due_on = models.DateField("退办申请截止日", null=True, blank=True)
    return_due_facts = models.JSONField("退办申请截止日说明", default=dict)
    works_with = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="followers", verbose_name="随案办理"
    )
    leads_file = models.BooleanField("并案主件", default=False)
    redo_on = models.DateField("重办日", null=True, blank=True)
    redo_note = models.CharField("重办要求", max_length=500, blank=True)
    redo_contact_on = models.DateField("重办联系日", null=True, blank=True)
    first_due_on = models.DateField("首轮期限", null=True, blank=True)
    first_chased_on = models.DateField("首次催促评价日", null=True, blank=True)
    second_chased_on = models.DateField("再次催促评价日", null=True, blank=True)
    no_response = models.BooleanField("经催促未反馈评价", default=False)
    callback_drawn_on = models.DateField("抽中回访日", null=True, blank=True)
    returns_asked = models.PositiveSmallIntegerField("已提出退办次数", default=0)
    evaluation_released = models.BooleanField("评价已反馈", default=False)

    objects = HandlingQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "承办"
        constraints = [
            models.UniqueConstraint(
                fields=["suggestion", "unit"],
                condition=~Q(state__in=sorted(c.ENDED_HANDLINGS)),
                name="one_standing_handling_per_unit",
            ),
            models.UniqueConstraint(
                fields=["suggestion"],
                condition=Q(role__in=[c.HandlingRole.SOLE, c.HandlingRole.LEAD])
                & ~Q(state__in=sorted(c.ENDED_HANDLINGS)),
                name="one_standing_lead_per_suggestion",
            ),
            models.CheckConstraint(
                condition=Q(no_response=False) | Q(second_chased_on__isnull=False),
                name="no_response_only_after_two_chasers",
            ),
            models.CheckConstraint(
                condition=Q(returns_asked__lte=2), name="no_third_request_to_return_a_matter"
            ),
            models.CheckConstraint(
                condition=~Q(role=c.HandlingRole.SEPARATE) | ~Q(part=""),
                name="separate_handling_names_its_part",
            ),
        ]
        indexes = [
            models.Index(fields=["unit", "state", "due_on"], name="handling_by_unit"),
            models.Index(fields=["state", "due_on"], name="handling_by_state"),
        ]

    def __str__(self):
        return f"{self.unit}（{self.get_role_display()}）"

    @property
    def is_ended(self):
        """Given back or withdrawn: it counts for nothing any more."""
        return self.state in c.ENDED_HANDLINGS


class Contact(models.Model):
    """A contact with the deputy; counts once the deputy confirms it, and may be disputed."""

    handling = models.ForeignKey(Handling, models.CASCADE, related_name="contacts", verbose_name="承办")
    stage = models.CharField("阶段", max_length=8, choices=c.ContactStage.choices)
    on = models.DateField("日期")
    way = models.CharField("方式", max_length=8, choices=c.ContactWay.choices)
    who = models.CharField("单位人员及职务", max_length=60)
    content = models.TextField("沟通内容")
    state = models.CharField(
        "确认情况", max_length=10, choices=c.ContactState.choices, default=c.ContactState.WAITING
    )
    deputy_words = models.CharField("代表意见", max_length=500, blank=True)
    answered_at = models.DateTimeField("确认时间", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "联系记录"
        ordering = ["on", "pk"]


class Opinion(models.Model):
    """An assisting unit's opinion to the lead; each rewriting is a row of its own."""

    handling = models.ForeignKey(Handling, models.CASCADE, related_name="opinions", verbose_name="承办")
    text = models.TextField("会办意见")
    signer = models.CharField("签发人", max_length=60)
    sent_on = models.DateField("送出日")
    rejected_on = models.DateField("退回日", null=True, blank=True)
    reject_note = models.CharField("退回理由", max_length=500, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "会办意见"


class Extension(models.Model):
    """A request for more time, and its decision."""

    handling = models.ForeignKey(Handling, models.CASCADE, related_name="extensions", verbose_name="承办")
    reason = models.TextField("理由")
    done_so_far = models.TextField("已做工作")
    asked_on = models.DateField("申请日")
    old_due_on = models.DateField("原期限")
    until = models.DateField("申请延至", null=True, blank=True)  # none: the longest there is
    state = models.CharField(
        "状态", max_length=10, choices=c.ExtensionState.choices, default=c.ExtensionState.PENDING
    )
    decided_on = models.DateField("审批日", null=True, blank=True)
    decision_note = models.CharField("审批意见", max_length=500, blank=True)
    new_due_on = models.DateField("新期限", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "延期申请"
        constraints = [
            models.UniqueConstraint(
                fields=["handling"], condition=Q(state="pending"), name="one_pending_extension_per_handling"
            )
        ]
