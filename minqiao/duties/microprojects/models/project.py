"""A micro-project: one small work, raised by a suggestion, paid by a fund (domain.md 2.5). Amounts in fen."""

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from minqiao.duties.microprojects import choices as c
from minqiao.duties.suggestions.models import Suggestion
from minqiao.foundation.accounts.choices import CONGRESS_LEADERS, CONGRESS_STAFF, UNIT_ROLES, Role
from minqiao.instruments.funds.models import Fund, Item
from minqiao.kit.sealed import SealedField
from minqiao.registry.areas.models import Area
from minqiao.registry.congress.models import Congress
from minqiao.registry.units.models import Unit


class ProjectQuerySet(models.QuerySet):
    """Scopes: what an actor may see, what is late, what the public sees."""

    def visible_to(self, actor):
        """The congress that pays and the county's see all; units their own; deputies theirs and the pool."""
        here = Q(fund__congress_id=actor.realm_id)
        if actor.role in CONGRESS_STAFF | CONGRESS_LEADERS:
            return self.filter(here | Q(county_congress_id=actor.realm_id))
        if actor.role in (Role.GOV_OFFICE, Role.GOV_LEADER):
            return self.filter(here)
        if actor.role in UNIT_ROLES:
            applied = Q(applicant_scope_id=actor.scope_id, applicant_role__in=sorted(UNIT_ROLES))
            return self.filter(Q(unit_id=actor.scope_id) | Q(fund__finance_unit_id=actor.scope_id) | applied)
        if actor.role == Role.DEPUTY:
            seen = here & Q(state__in=(c.ProjectState.POOLED, *c.GRANTED))
            return self.filter(_raised_by(actor.scope_id) | seen)
        return self.none()

    def raised_by(self, mandate_id):
        """Those a deputy's suggestions brought about."""
        return self.filter(_raised_by(mandate_id))

    def late(self, today):
        """Past the date of the step that is due. The same judgement as Project.is_late."""
        return self.filter(due_on__lt=today).exclude(state__in=c.NO_CLOCK)

    def granted(self):
        """Those the fund pays for."""
        return self.filter(state__in=c.GRANTED)

    def public(self):
        """What anybody may read."""
        return self.filter(state__in=c.PUBLIC)


def _raised_by(mandate_id):
    return Q(Exists(Suggestion.objects.raised_by(mandate_id).filter(pk=OuterRef("suggestion_id"))))


class Project(models.Model):
    """What is asked, what was checked and decided, how far it is built, what it cost."""

    fund = models.ForeignKey(Fund, models.PROTECT, related_name="projects", verbose_name="专项资金")
    item = models.OneToOneField(
        Item, models.PROTECT, null=True, blank=True, related_name="project", verbose_name="用款项目"
    )
    county_congress = models.ForeignKey(
        Congress, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="所在县级人大"
    )
    number = models.CharField("入库编号", max_length=30, blank=True)
    suggestion = models.ForeignKey(
        Suggestion, models.PROTECT, related_name="projects", verbose_name="所依据的代表建议"
    )
    title = models.CharField("项目名称", max_length=100)
    kind = models.CharField("类别", max_length=8, choices=c.Kind.choices)
    county = models.ForeignKey(Area, models.PROTECT, related_name="+", verbose_name="县（市、区）")
    township = models.ForeignKey(
        Area, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="乡镇（街道）"
    )
    village = models.CharField("村（社区）、地点", max_length=80)
    longitude = models.DecimalField("经度", max_digits=9, decimal_places=6, null=True, blank=True)
    latitude = models.DecimalField("纬度", max_digits=9, decimal_places=6, null=True, blank=True)
    problem = models.TextField("群众反映的问题")
    works = models.TextField("建设内容和规模")
    households = models.PositiveIntegerField("受益户数")
    people = models.PositiveIntegerField("受益人数")
    urgent = models.CharField("急难愁盼", max_length=300)
    direct_benefit = models.CharField("受益最直接", max_length=300)
    no_other_funding = models.CharField("无项目支撑", max_length=300)

    estimate = models.JSONField("费用估算", default=list)  # [item, quantity, fen]
    cost = models.BigIntegerField("总投资（分）")
    requested = models.BigIntegerField("申请专项资金（分）")
    county_share = models.BigIntegerField("县级配套（分）", default=0)
    other_share = models.BigIntegerField("其他资金（分）", default=0)
    other_source = models.CharField("其他资金来源", max_length=100, blank=True)

    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="projects", verbose_name="责任单位"
    )
    builder = models.CharField("实施单位", max_length=80)
    builder_phone = models.CharField("实施单位电话", max_length=30)
    village_contact = SealedField("村（社区）联系人及电话", blank=True, default="")
    village_meeting = models.CharField("村民会议情况", max_length=300, blank=True)
    land = models.CharField("用地情况", max_length=200, blank=True)
    upkeep = models.CharField("管护责任人", max_length=100, blank=True)
    interest_note = models.CharField("利益关系声明", max_length=300)
    applicant_role = models.CharField("申报身份", max_length=20)
    applicant_scope_id = models.BigIntegerField("申报人编号")
    applicant = models.CharField("申报人", max_length=80)
    applied_on = models.DateField("申报日")

    state = models.CharField(
        "环节", max_length=16, choices=c.ProjectState.choices, default=c.ProjectState.APPLIED
    )
    due_on = models.DateField("本环节期限", null=True, blank=True)
    due_facts = models.JSONField("期限说明", default=dict)
    reminded = models.CharField("已提醒到", max_length=6, blank=True)
    times_mended = models.PositiveSmallIntegerField("补正次数", default=0)
    times_pooled = models.PositiveSmallIntegerField("退回项目库次数", default=0)
    office_note = models.CharField("退回或者不通过的理由", max_length=500, blank=True)

    site_on = models.DateField("现场核查日", null=True, blank=True)
    site_people = models.CharField("核查人员", max_length=200, blank=True)
    site_findings = models.TextField("核查情况", blank=True)
    finance_opinion = models.CharField("资金审核意见", max_length=500, blank=True)
    not_twin = models.CharField("与疑似重复项目的区别", max_length=500, blank=True)
    tier = models.PositiveSmallIntegerField("档次", null=True, blank=True)
    points = models.JSONField("评分", default=dict)
    score = models.PositiveSmallIntegerField("得分", null=True, blank=True)
    photos_before = models.PositiveSmallIntegerField("建设前照片", default=0)
    visits_made = models.PositiveSmallIntegerField("代表察看次数", default=0)

    approved = models.BigIntegerField("批准金额（分）", default=0)
    paid = models.BigIntegerField("已拨付（分）", default=0)
    final = models.BigIntegerField("结算金额（分）", null=True, blank=True)
    approved_on = models.DateField("批准日", null=True, blank=True)
    meeting = models.CharField("决定会议", max_length=60, blank=True)
    notice_until = models.DateField("公示截止", null=True, blank=True)
    contractor = models.CharField("承建方", max_length=80, blank=True)
    contractor_person = models.CharField("承建方负责人", max_length=30, blank=True)
    purchase = models.CharField("发包方式", max_length=16, choices=c.Purchase.choices, blank=True)
    contract = models.CharField("合同编号和金额", max_length=100, blank=True)
    started_on = models.DateField("开工日", null=True, blank=True)
    finished_on = models.DateField("完工日", null=True, blank=True)
    complaints_made = models.PositiveSmallIntegerField("投诉", default=0)
    complaints_open = models.PositiveSmallIntegerField("核实中的投诉", default=0)
    change_is_large = models.BooleanField("调整须报批", default=False)
    changes_made = models.PositiveSmallIntegerField("调整次数", default=0)
    works_done = models.TextField("实际完成内容和数量", blank=True)
    defects = models.CharField("缺陷和处理", max_length=500, blank=True)
    acceptors = models.JSONField("验收人员", default=dict)
    accepted_on = models.DateField("验收日", null=True, blank=True)
    settled_on = models.DateField("结算日", null=True, blank=True)
    surveyed = models.PositiveIntegerField("受访群众", default=0)
    satisfied = models.PositiveIntegerField("满意", default=0)
    review_score = models.PositiveSmallIntegerField("绩效得分", null=True, blank=True)
    review_words = models.TextField("绩效评价", blank=True)
    reviewed_on = models.DateField("评价日", null=True, blank=True)
    created_at = models.DateTimeField("建立时间")

    objects = ProjectQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "微实事项目"
        constraints = [
            models.UniqueConstraint(
                fields=["fund", "number"], condition=~Q(number=""), name="one_project_per_number"
            ),
            models.CheckConstraint(
                condition=Q(cost=F("requested") + F("county_share") + F("other_share"), requested__gt=0),
                name="project_amounts_add_up",
            ),
            models.CheckConstraint(
                condition=Q(paid__gte=0, paid__lte=F("approved")), name="project_is_paid_within_its_approval"
            ),
            models.CheckConstraint(
                condition=Q(final__isnull=True) | Q(final__gte=0, final__lte=F("approved")),
                name="project_settles_within_its_approval",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=c.GRANTED) | Q(approved__gt=0, approved_on__isnull=False),
                name="project_granted_has_its_amount_and_day",
            ),
            models.CheckConstraint(
                condition=Q(satisfied__lte=F("surveyed")), name="no_more_satisfied_than_asked"
            ),
        ]
        indexes = [
            models.Index(fields=["fund", "state", "-id"], name="project_by_state"),
            models.Index(fields=["fund", "-id"], name="project_by_age"),
            models.Index(fields=["county_congress", "-id"], name="project_by_county"),
        ]

    def __str__(self):
        return f"{self.number} {self.title}".strip()

    @property
    def congress_id(self):
        """Whose money it is: the assembly of the fund."""
        return self.fund.congress_id

    @property
    def finance_unit_id(self):
        """The finance bureau that keeps the fund, or None."""
        return self.fund.finance_unit_id

    @property
    def signer_ids(self):
        """Mandates that raised or joined the suggestion: they watch the work and decide nothing."""
        return self.suggestion.signer_ids

    @property
    def place(self):
        """County, township and village in words."""
        return f"{self.county}{self.township or ''}{self.village}"

    def is_late(self, today):
        """Past the date of the step that is due."""
        return self.due_on is not None and self.due_on < today and self.state not in c.NO_CLOCK
