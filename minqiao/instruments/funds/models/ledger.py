"""A fund year, its accounts, what its money is for, and the entries that move it.

Triggers of the database (migration 0002) bind the tables: an entry moves both balances when it is
written, must follow the last entry of its fund, and is never changed or deleted.
"""

from django.db import models
from django.db.models import F, Q

from minqiao.foundation.accounts.choices import CONGRESS_LEADERS, CONGRESS_STAFF, UNIT_ROLES, Role
from minqiao.instruments.funds import choices as c
from minqiao.instruments.funds.rules.book import GENESIS
from minqiao.registry.areas.models import Area
from minqiao.registry.congress.models import Congress
from minqiao.registry.units.models import Unit

OVERSEEING = CONGRESS_STAFF | CONGRESS_LEADERS | {Role.GOV_OFFICE, Role.GOV_LEADER}


class FundQuerySet(models.QuerySet):
    """Scopes."""

    def visible_to(self, actor):
        """Whoever works for the assembly sees its funds and those of places below; deputies their own
        assembly's; the finance department those it pays from.
        """
        own = Q(congress_id=actor.realm_id)
        if actor.role in OVERSEEING:
            place = Congress.objects.filter(pk=actor.realm_id).values("area_id")
            return self.filter(own | Q(area__parent__in=place) | Q(area__parent__parent__in=place))
        if actor.role in UNIT_ROLES:
            return self.filter(finance_unit_id=actor.scope_id)
        return self.filter(own) if actor.role == Role.DEPUTY else self.none()


class Fund(models.Model):
    """代表建议办理专项资金 of a place in a year. `last_seq` and `last_hash` are the end of its chain."""

    congress = models.ForeignKey(Congress, models.PROTECT, related_name="+", verbose_name="人民代表大会")
    area = models.ForeignKey(Area, models.PROTECT, related_name="funds", verbose_name="行政区划")
    level = models.CharField("层级", max_length=10, choices=c.FundLevel.choices)
    year = models.PositiveSmallIntegerField("年度")
    name = models.CharField("名称", max_length=80)
    finance_unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="财政部门"
    )
    state = models.CharField("状态", max_length=10, choices=c.FundState.choices, default=c.FundState.OPEN)
    last_seq = models.PositiveIntegerField("末笔", default=0)
    last_hash = models.CharField("末笔摘要", max_length=64, default=GENESIS)
    opened_at = models.DateTimeField("设立时间")
    closed_on = models.DateField("结账日", null=True, blank=True)

    objects = FundQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "专项资金"
        constraints = [
            models.UniqueConstraint(fields=["area", "year"], name="one_fund_per_place_and_year"),
            models.CheckConstraint(
                condition=Q(state=c.FundState.OPEN, closed_on__isnull=True)
                | Q(state=c.FundState.CLOSED, closed_on__isnull=False),
                name="fund_closed_has_its_day",
            ),
        ]
        indexes = [models.Index(fields=["congress", "-year"], name="fund_by_year")]

    def __str__(self):
        return self.name

    @property
    def title(self):
        """In words, for whoever is told of it."""
        return self.name

    @property
    def number(self):
        """The year, where others have a number."""
        return str(self.year)

    @property
    def key(self):
        """What its chain of entries begins with."""
        return f"{self.area_id}:{self.year}"


class Item(models.Model):
    """What money is for: a project of a room above, which it names as `case_type` and `case_id`."""

    fund = models.ForeignKey(Fund, models.PROTECT, related_name="items", verbose_name="专项资金")
    number = models.CharField("编号", max_length=30)
    title = models.CharField("名称", max_length=100)
    area = models.ForeignKey(Area, models.PROTECT, related_name="+", verbose_name="行政区划")
    case_type = models.CharField("案卷类型", max_length=60, blank=True)
    case_id = models.BigIntegerField("案卷编号", default=0)

    class Meta:
        verbose_name = verbose_name_plural = "用款项目"
        constraints = [
            models.UniqueConstraint(fields=["fund", "number"], name="one_item_per_number_of_a_fund"),
            models.UniqueConstraint(
                fields=["case_type", "case_id", "fund"],
                condition=~Q(case_type=""),
                name="one_item_per_case_and_fund",
            ),
        ]

    def __str__(self):
        return f"{self.number} {self.title}"


class Account(models.Model):
    """Where money of a fund is, and how much (fen). `purse` is what an item's account is filled from."""

    fund = models.ForeignKey(Fund, models.PROTECT, related_name="accounts", verbose_name="专项资金")
    code = models.CharField("科目代码", max_length=80)
    kind = models.CharField("科目", max_length=12, choices=c.AccountKind.choices)
    area = models.ForeignKey(
        Area, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="行政区划"
    )
    source = models.CharField("配套来源", max_length=12, choices=c.MatchSource.choices, blank=True)
    item = models.ForeignKey(
        Item, models.PROTECT, null=True, blank=True, related_name="accounts", verbose_name="用款项目"
    )
    purse = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="资金来源"
    )
    balance = models.BigIntegerField("余额（分）", default=0)

    class Meta:
        verbose_name = verbose_name_plural = "科目"
        constraints = [
            models.UniqueConstraint(fields=["fund", "code"], name="one_account_per_code_of_a_fund"),
            models.CheckConstraint(
                condition=Q(kind__in=sorted(c.OUTSIDE)) | Q(balance__gte=0), name="account_is_never_overdrawn"
            ),
            models.CheckConstraint(
                condition=(
                    Q(kind__in=sorted(c.OF_ITEMS), item__isnull=False, purse__isnull=False)
                    | (~Q(kind__in=sorted(c.OF_ITEMS)) & Q(item__isnull=True, purse__isnull=True))
                ),
                name="account_of_an_item_has_its_purse",
            ),
        ]

    def __str__(self):
        return self.words

    @property
    def words(self):
        """As people name it: 七星关区额度, 七星关区配套资金（乡镇自筹）, 已批准待支付."""
        source = f"（{self.get_source_display()}）" if self.source else ""
        place = self.area.name if self.area_id else ""
        return f"{place}{self.get_kind_display()}{source}"


class Entry(models.Model):
    """One move of money: `amount` fen from the account `credit` to the account `debit`. Append-only."""

    fund = models.ForeignKey(Fund, models.PROTECT, related_name="entries", verbose_name="专项资金")
    seq = models.PositiveIntegerField("笔号")
    at = models.DateTimeField("记账时间")
    on = models.DateField("发生日期")
    kind = models.CharField("事项", max_length=12, choices=c.EntryKind.choices)
    credit = models.ForeignKey(Account, models.PROTECT, related_name="taken", verbose_name="贷方科目")
    debit = models.ForeignKey(Account, models.PROTECT, related_name="brought", verbose_name="借方科目")
    amount = models.BigIntegerField("金额（分）")
    item = models.ForeignKey(
        Item, models.PROTECT, null=True, blank=True, related_name="entries", verbose_name="用款项目"
    )
    reference = models.CharField("依据或者凭证号", max_length=100, blank=True)
    note = models.CharField("说明", max_length=300, blank=True)
    user_id = models.BigIntegerField("记账用户编号", default=0)
    name = models.CharField("记账人", max_length=60)
    capacity = models.CharField("以何身份", max_length=160, blank=True)
    reverses = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="reversal", verbose_name="所冲正的分录"
    )
    prev_hash = models.CharField("上一笔摘要", max_length=64)
    hash = models.CharField("摘要", max_length=64)

    class Meta:
        verbose_name = verbose_name_plural = "分录"
        constraints = [
            models.UniqueConstraint(fields=["fund", "seq"], name="one_entry_per_number_of_a_fund"),
            models.CheckConstraint(condition=Q(amount__gt=0), name="entry_amount_is_above_zero"),
            models.CheckConstraint(condition=~Q(credit=F("debit")), name="entry_has_two_accounts"),
            models.CheckConstraint(
                condition=Q(kind=c.EntryKind.REVERSE, reverses__isnull=False)
                | (~Q(kind=c.EntryKind.REVERSE) & Q(reverses__isnull=True)),
                name="entry_that_reverses_names_the_other",
            ),
        ]
        indexes = [models.Index(fields=["item", "seq"], name="entry_of_item")]

    def __str__(self):
        return f"第{self.seq}笔 {self.get_kind_display()}"

    def delete(self, *args, **kwargs):
        raise TypeError("entries are reversed, never deleted")
