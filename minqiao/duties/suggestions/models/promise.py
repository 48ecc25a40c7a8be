"""A dated promise of a reply, and the ledger of what became of it (承诺台账)."""

from django.db import models
from django.db.models import F, Q

from minqiao.duties.suggestions import choices as c
from minqiao.duties.suggestions.models.handling import Handling
from minqiao.duties.suggestions.models.reply import Reply
from minqiao.duties.suggestions.models.suggestion import Suggestion
from minqiao.foundation.accounts.choices import CONGRESS_LEADERS, CONGRESS_STAFF, UNIT_ROLES, Role
from minqiao.registry.congress.models import Mandate

OFFICES = CONGRESS_STAFF | CONGRESS_LEADERS | {Role.GOV_OFFICE, Role.GOV_LEADER}


class CommitmentQuerySet(models.QuerySet):
    """Scopes. A promise is in the ledger from the day its letter is issued."""

    def visible_to(self, actor):
        """A unit sees its own, a deputy those made to him, the offices all of their congress."""
        issued = self.filter(reply__issued_on__isnull=False)
        if actor.role in UNIT_ROLES:
            return issued.filter(handling__unit_id=actor.scope_id)
        if actor.role in OFFICES:
            return issued.filter(handling__suggestion__congress_id=actor.realm_id)
        if actor.role == Role.DEPUTY:
            mine = Suggestion.objects.raised_by(actor.scope_id).values("pk")
            merged = Handling.objects.filter(suggestion__in=mine).told_with_others()
            return issued.filter(Q(handling__suggestion__in=mine) | Q(handling__in=merged, reply__round=1))
        return self.none()

    def promised_to(self, mandate_id):
        """Those a lead signer grades: made in the letter to him, or to the file his suggestion went with."""
        led = Q(handling__suggestion__lead_signer_id=mandate_id)
        merged = Handling.objects.filter(suggestion__lead_signer_id=mandate_id).told_with_others()
        return self.filter(led | Q(handling__in=merged, reply__round=1))

    def told_to(self, suggestion):
        """Those of the letters to one suggestion's signers."""
        merged = Handling.objects.filter(suggestion=suggestion).told_with_others()
        told = Q(handling__suggestion=suggestion) | Q(handling__in=merged, reply__round=1)
        return self.filter(told, reply__issued_on__isnull=False)

    def still_open(self):
        """Those still to be kept or explained."""
        return self.filter(state__in=sorted(c.OPEN_PROMISES), reply__issued_on__isnull=False)


class Commitment(models.Model):
    """A dated promise inside a reply, tracked over the years until it is kept or explained.

    `first_due_on` is the day the letter names, by which it is judged; `due_on` the day that counts now.
    `grade` is what the deputy said last, of several the least good: nobody of the government reads it
    before its release.
    """

    reply = models.ForeignKey(Reply, models.CASCADE, related_name="commitments", verbose_name="答复")
    handling = models.ForeignKey(Handling, models.CASCADE, related_name="commitments", verbose_name="承办")
    position = models.PositiveSmallIntegerField("序号")
    text = models.CharField("承诺事项", max_length=300)
    first_due_on = models.DateField("答复承诺的期限")
    due_on = models.DateField("兑现期限")
    state = models.CharField(
        "状态", max_length=10, choices=c.PromiseState.choices, default=c.PromiseState.TRACKING
    )
    times_deferred = models.PositiveSmallIntegerField("延期次数", default=0)
    report_due_on = models.DateField("下次报告进展的期限", null=True, blank=True)
    report_due_facts = models.JSONField("报告进展期限说明", default=dict)
    report_chased_on = models.DateField("催报的是哪一期", null=True, blank=True)
    step_due_on = models.DateField("评价兑现的期限", null=True, blank=True)
    step_due_facts = models.JSONField("评价兑现期限说明", default=dict)
    grade_chased_on = models.DateField("催促评价兑现日", null=True, blank=True)
    reminded = models.CharField("已提醒到", max_length=8, blank=True)
    done_on = models.DateField("完成日", null=True, blank=True)
    grade = models.CharField("代表评价", max_length=8, choices=c.Fulfilment.choices, blank=True)
    settled_on = models.DateField("核销日", null=True, blank=True)

    objects = CommitmentQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "承诺事项"
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["reply", "position"], name="one_commitment_per_position"),
            models.CheckConstraint(
                condition=Q(due_on__gte=F("first_due_on")), name="commitment_is_put_off_never_brought_forward"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=sorted(c.SETTLED_PROMISES)) | Q(settled_on__isnull=False),
                name="commitment_settled_has_its_day",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["reported", "graded", "met"]) | Q(done_on__isnull=False),
                name="commitment_done_has_its_day",
            ),
        ]
        indexes = [models.Index(fields=["state", "due_on"], name="commitment_by_due")]

    def __str__(self):
        return self.text

    @property
    def ordinal(self):
        """Which of the unit's promises it is: 1, or after a redo 2轮答复第1."""
        return str(self.position) if self.reply.round == 1 else f"{self.reply.round}轮答复第{self.position}"


class LedgerEntry(models.Model):
    """A line of the ledger: progress, proof, the deputy's grade, an explanation with its new date."""

    commitment = models.ForeignKey(
        Commitment, models.CASCADE, related_name="entries", verbose_name="承诺事项"
    )
    kind = models.CharField("种类", max_length=10, choices=c.LedgerKind.choices)
    on = models.DateField("日期")
    text = models.TextField("内容", blank=True)
    by = models.CharField("登记人", max_length=60)
    grade = models.CharField("评价", max_length=8, choices=c.Fulfilment.choices, blank=True)
    mandate = models.ForeignKey(
        Mandate, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="评价的代表"
    )
    is_for_paper = models.BooleanField("凭纸质回执录入", default=False)
    is_verified = models.BooleanField("代工委核实", default=False)
    released_on = models.DateField("反馈日", null=True, blank=True)
    done_on = models.DateField("完成日", null=True, blank=True)
    old_due_on = models.DateField("原期限", null=True, blank=True)
    new_due_on = models.DateField("新期限", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "承诺台账记录"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(grade__in=["partly", "unmet"]) | ~Q(text=""),
                name="short_fulfilment_says_what_is_missing",
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=["explained", "reopened"])
                | (~Q(text="") & Q(new_due_on__gt=F("old_due_on"))),
                name="promise_put_off_has_its_reason_and_a_later_date",
            ),
            models.CheckConstraint(
                condition=~Q(kind=c.LedgerKind.GRADE) | ~Q(grade=""), name="grade_entry_has_its_grade"
            ),
        ]
