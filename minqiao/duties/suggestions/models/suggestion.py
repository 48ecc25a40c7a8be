"""The suggestion, its signers, and the batch in which it is assigned."""

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from minqiao.duties.suggestions import choices as c
from minqiao.foundation.accounts.choices import CONGRESS_LEADERS, CONGRESS_STAFF, UNIT_ROLES, Role
from minqiao.registry.congress.models import Congress, Delegation, Mandate, Session


class SuggestionQuerySet(models.QuerySet):
    """Scopes: what an actor may see, what is late."""

    def visible_to(self, actor):
        """domain.md 2.10, who sees what: the text of a suggestion.

        Drafts are the signers' alone (and the clerk's who enters them for paper); deputies see what
        others raised after its assignment; units see only theirs; the three offices see nothing.
        A draft thrown away before it was handed in stays as private as it was.
        """
        here = Q(congress_id=actor.realm_id)
        public = ~Q(state__in=c.PRIVATE_STATES) & ~Q(state=c.State.WITHDRAWN, submitted_at__isnull=True)
        if actor.role == Role.DEPUTY:
            return self.filter(_signed_by(actor.scope_id) | (here & ~Q(state__in=c.BEFORE_ASSIGNMENT)))
        if actor.role in CONGRESS_STAFF:
            return self.filter(here, public | Q(is_paper=True) | Q(kind=c.Kind.REVIEW_REMARK))
        if actor.role in CONGRESS_LEADERS:
            return self.filter(here, public)
        if actor.role in (Role.GOV_OFFICE, Role.GOV_LEADER):
            ended = Q(state=c.State.WITHDRAWN, assigned_on__isnull=False)
            return self.filter(here, ~Q(state__in=c.BEFORE_ASSIGNMENT) | ended)
        if actor.role in UNIT_ROLES:
            return self.filter(Exists(_mine(actor)))
        return self.none()

    def raised_by(self, mandate_id):
        """What a deputy raised or joined."""
        return self.filter(_signed_by(mandate_id))

    def overdue(self, today):
        """Past its date without a reply. The same judgement as rules.matter.is_overdue."""
        return self.filter(_overdue(today))


def late_for(actor, today):
    """What an actor must see as overdue, as a condition on suggestions.

    The reply's date; for a unit that of its own part (an assistant's is earlier) or of its present step.
    """
    if actor.role not in UNIT_ROLES:
        return _overdue(today)
    own = _handlings().filter(unit_id=actor.scope_id)
    late = own.overdue(today).values("suggestion_id"), own.behind(today).values("suggestion_id")
    return Q(pk__in=late[0]) | Q(pk__in=late[1])


def _overdue(today):
    return Q(due_on__lt=today, replied_on=None) & ~Q(state__in=sorted(c.FINAL_STATES))


def _handlings():
    return Suggestion._meta.get_field("handlings").related_model.objects


def _signed_by(mandate_id):
    return Q(lead_signer_id=mandate_id) | joined_by(mandate_id)


def joined_by(mandate_id):
    """Whether a deputy joined a suggestion or is asked to, as a condition on suggestions."""
    joined = Signing.objects.filter(suggestion=OuterRef("pk"), mandate_id=mandate_id)
    return Exists(joined.exclude(state=c.SigningState.DECLINED))


def _mine(actor):
    return _handlings().filter(suggestion=OuterRef("pk"), unit_id=actor.scope_id).held()


class Batch(models.Model):
    """An assignment batch: what is handed over together, with one assignment letter (交办书)."""

    congress = models.ForeignKey(Congress, models.PROTECT, related_name="+", verbose_name="人民代表大会")
    session = models.ForeignKey(
        Session, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="会议"
    )
    name = models.CharField("批次", max_length=30)
    state = models.CharField(
        "状态", max_length=12, choices=c.BatchState.choices, default=c.BatchState.PREPARED
    )
    assigned_on = models.DateField("交办日", null=True, blank=True)
    place = models.CharField("交办地点", max_length=60, blank=True)
    assigned_by = models.CharField("交办方签字人", max_length=60, blank=True)
    received_by = models.CharField("接收方签字人", max_length=60, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "交办批次"
        constraints = [
            models.UniqueConstraint(fields=["congress", "name"], name="one_batch_per_name"),
            models.CheckConstraint(
                condition=Q(state=c.BatchState.PREPARED) | Q(assigned_on__isnull=False),
                name="batch_issued_has_its_day",
            ),
        ]

    def __str__(self):
        return self.name


class Suggestion(models.Model):
    """A written proposal to any organ; must be answered. The five axes are five columns."""

    congress = models.ForeignKey(Congress, models.PROTECT, related_name="+", verbose_name="人民代表大会")
    session = models.ForeignKey(
        Session, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="会议"
    )
    year = models.PositiveSmallIntegerField("年度")
    kind = models.CharField("种类", max_length=16, choices=c.Kind.choices, default=c.Kind.SUGGESTION)
    serial = models.PositiveIntegerField("序号", null=True, blank=True)
    number = models.CharField("编号", max_length=30, blank=True)

    title = models.CharField("标题", max_length=100)
    facts = models.TextField("案由（情况和问题）", blank=True)
    analysis = models.TextField("分析", blank=True)
    requests = models.JSONField("建议事项", default=list)
    topic = models.CharField("类别", max_length=12, choices=c.Topic.choices, blank=True)
    source = models.CharField("来源", max_length=16, choices=c.Source.choices, blank=True)
    wish_units = models.CharField("建议承办单位", max_length=120, blank=True)
    wish_contact = models.CharField(
        "希望的联系方式", max_length=10, choices=c.WishContact.choices, blank=True
    )
    consent_public = models.BooleanField("同意公开", default=False)
    request_confidential = models.BooleanField("要求对提出人保密", default=False)
    is_urgent = models.BooleanField("紧急", default=False)
    is_hard = models.BooleanField("涉及面广、难度大", default=False)
    repeat_of = models.CharField("往年编号", max_length=30, blank=True)
    raised_before = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="raised_again", verbose_name="曾提出"
    )

    lead_signer = models.ForeignKey(
        Mandate, models.PROTECT, related_name="led_suggestions", verbose_name="领衔代表"
    )
    delegation = models.ForeignKey(
        Delegation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="代表团"
    )
    is_paper = models.BooleanField("代为录入", default=False)
    once = models.UUIDField("防重复编号", null=True, blank=True, unique=True)

    # A remark made in debate (审议发言建议): where it was said.
    meeting = models.CharField("会议场次", max_length=60, blank=True)
    report_debated = models.CharField("审议的报告", max_length=100, blank=True)

    state = models.CharField("办理环节", max_length=20, choices=c.State.choices, default=c.State.DRAFT)
    result_category = models.CharField("办理类别", max_length=2, choices=c.ResultCategory.choices, blank=True)
    evaluation_state = models.CharField(
        "评价情况", max_length=12, choices=c.EvaluationState.choices, default=c.EvaluationState.NONE
    )
    commitment_state = models.CharField(
        "承诺情况", max_length=10, choices=c.CommitmentState.choices, default=c.CommitmentState.NONE
    )
    disclosure_state = models.CharField(
        "公开情况", max_length=12, choices=c.DisclosureState.choices, default=c.DisclosureState.NOT_REVIEWED
    )

    publication = models.OneToOneField(
        "Publication",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="current_for",
        verbose_name="当前公开稿",
    )

    ground = models.CharField("不作为建议的理由", max_length=16, choices=c.Ground.choices, blank=True)
    office_note = models.TextField("退回或者不予受理说明", blank=True)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged", verbose_name="并入"
    )
    merge_hint = models.CharField("拟并案编号", max_length=60, blank=True)
    passed_to = models.CharField("转送去向", max_length=100, blank=True)
    passed_on = models.DateField("转送日", null=True, blank=True)
    withdraw_reason = models.CharField("撤回理由", max_length=500, blank=True)
    withdraw_asked_on = models.DateField("申请撤回日", null=True, blank=True)
    bill_number = models.CharField("原议案编号", max_length=30, blank=True)
    bill_decided_on = models.DateField("主席团决定日", null=True, blank=True)
    submitted_at = models.DateTimeField("提交时间", null=True, blank=True)
    accepted_on = models.DateField("登记日", null=True, blank=True)
    batch = models.ForeignKey(
        Batch, models.PROTECT, null=True, blank=True, related_name="suggestions", verbose_name="交办批次"
    )
    assign_due_on = models.DateField("交办期限", null=True, blank=True)
    assign_due_facts = models.JSONField("交办期限说明", default=dict)
    assign_reminded = models.CharField("交办已提醒到", max_length=8, blank=True)
    chairs_needed = models.BooleanField("交办须经主任会议同意", default=False)
    chairs_agreed_on = models.DateField("主任会议同意交办日", null=True, blank=True)
    assigned_on = models.DateField("交办日", null=True, blank=True)
    rules = models.JSONField("交办时的规则", default=dict)
    due_on = models.DateField("答复期限", null=True, blank=True)
    due_facts = models.JSONField("期限说明", default=dict)
    handled_by = models.CharField("承办单位", max_length=120, blank=True)
    held_on = models.DateField("留待研究日", null=True, blank=True)
    held_note = models.CharField("留待研究说明", max_length=200, blank=True)
    replied_on = models.DateField("答复日", null=True, blank=True)
    first_replied_on = models.DateField("首次答复日", null=True, blank=True)
    closed_on = models.DateField("办结日", null=True, blank=True)
    closing_outcome = models.CharField(
        "办结情况", max_length=12, choices=c.ClosingOutcome.choices, default=c.ClosingOutcome.NONE, blank=True
    )
    created_at = models.DateTimeField("建立时间")

    objects = SuggestionQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "代表建议"
        constraints = [
            models.UniqueConstraint(
                fields=["congress", "number"], condition=~Q(number=""), name="one_suggestion_per_number"
            ),
            models.CheckConstraint(
                condition=Q(state__in=sorted(c.BEFORE_ASSIGNMENT)) | Q(assigned_on__isnull=False),
                name="suggestion_assigned_has_its_day",
            ),
            models.CheckConstraint(
                condition=Q(assigned_on__isnull=True) | Q(due_on__isnull=False),
                name="suggestion_assigned_has_its_due_date",
            ),
            models.CheckConstraint(
                condition=Q(due_on__isnull=True) | Q(due_on__gt=F("assigned_on")),
                name="suggestion_is_due_after_assignment",
            ),
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("pk")),
                name="nothing_is_merged_into_itself",
            ),
            models.CheckConstraint(
                condition=~Q(kind=c.Kind.BILL_CONVERTED) | ~Q(bill_number=""),
                name="converted_bill_keeps_its_number",
            ),
            models.CheckConstraint(
                condition=~Q(state=c.State.NOT_A_SUGGESTION) | ~Q(ground=""),
                name="suggestion_screened_out_has_its_ground",
            ),
        ]
        indexes = [
            models.Index(fields=["congress", "state", "-id"], name="suggestion_by_state"),
            models.Index(fields=["congress", "-id"], name="suggestion_by_age"),
            models.Index(fields=["congress", "due_on"], name="suggestion_by_due"),
            models.Index(fields=["congress", "number"], name="suggestion_by_number"),
            models.Index(fields=["lead_signer", "-id"], name="suggestion_by_signer"),
        ]

    def __str__(self):
        return f"{self.number} {self.title}".strip()

    @property
    def signer_ids(self):
        """Mandates of the lead signer and of all who joined; asked by the rule that bars one's own matter."""
        if "_signer_ids" not in self.__dict__:
            rows = self.signings.all()  # in hand already where a list brought them along
            joined = {row.mandate_id for row in rows if row.state != c.SigningState.DECLINED}
            self._signer_ids = frozenset(joined | {self.lead_signer_id})
        return self._signer_ids


class Signing(models.Model):
    """A co-signer's own word: nobody's name stands under a text he has not confirmed."""

    suggestion = models.ForeignKey(
        Suggestion, models.CASCADE, related_name="signings", verbose_name="代表建议"
    )
    mandate = models.ForeignKey(Mandate, models.PROTECT, related_name="signings", verbose_name="代表")
    state = models.CharField(
        "状态", max_length=10, choices=c.SigningState.choices, default=c.SigningState.INVITED
    )
    answered_at = models.DateTimeField("确认时间", null=True, blank=True)
    withdraw_agreed_at = models.DateTimeField("同意撤回时间", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "联名"
        constraints = [
            models.UniqueConstraint(fields=["suggestion", "mandate"], name="one_signing_per_deputy")
        ]
