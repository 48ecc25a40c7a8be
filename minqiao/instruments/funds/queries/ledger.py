"""Funds and what stands in their accounts, by fund, place and project, in a constant number of queries."""

from dataclasses import dataclass

from django.db.models import Sum
from django.http import Http404

from minqiao.instruments.funds.choices import OF_ITEMS, PURSES, AccountKind, FundState
from minqiao.instruments.funds.models import Account, Entry, Fund, Item
from minqiao.instruments.funds.rules.answer import yuan
from minqiao.instruments.funds.rules.moves import code_of, kind_of, purse_of
from minqiao.kit.ids import id_from

CASE = "funds.fund"
A = AccountKind


@dataclass
class Position:
    """What stands in the accounts, in fen: the fund's own money, and the matching money beside it.

    `approved` is approved and not paid; `committed` approved in all. The names with match_ say the same
    of matching money; `matched` is all that was promised.
    """

    budget: int = 0
    carried_in: int = 0
    carried_out: int = 0
    pool: int = 0
    quotas: int = 0
    reserved: int = 0
    approved: int = 0
    paid: int = 0
    matched: int = 0
    match_left: int = 0
    match_reserved: int = 0
    match_approved: int = 0
    match_paid: int = 0

    @property
    def available(self):
        """What may be reserved or approved: budget + carried in − carried out − reserved − committed."""
        return self.pool + self.quotas

    @property
    def committed(self):
        return self.approved + self.paid

    @property
    def match_committed(self):
        return self.match_approved + self.match_paid


FIELD = {A.POOL: "pool", A.QUOTA: "quotas", A.MATCH: "match_left", A.CARRIED_OUT: "carried_out"}
SOURCES = {A.BUDGET: "budget", A.CARRIED_IN: "carried_in", A.MATCH_SOURCE: "matched"}


def _add(position, kind, purse, fen):
    """Put the balance of accounts of one kind where it belongs."""
    if kind in SOURCES:
        name, fen = SOURCES[kind], -fen
    elif kind in OF_ITEMS:
        name = f"match_{kind}" if purse == A.MATCH else kind
    else:
        name = FIELD[kind]
    setattr(position, name, getattr(position, name) + fen)


def _positions(rows, by):
    found = {}
    for key, kind, purse, fen in rows.values_list(by, "kind", "purse__kind").annotate(fen=Sum("balance")):
        _add(found.setdefault(key, Position()), kind, purse, fen)
    return found


def positions(funds) -> dict:
    """{fund id: Position} of these funds (rows or ids): one query."""
    return _positions(Account.objects.filter(fund__in=list(funds)).order_by(), "fund_id")


def position(fund) -> Position:
    """What stands in the accounts of one fund."""
    return positions([fund]).get(fund.pk, Position())


def item_positions(items) -> dict:
    """{item id: Position} of these items (rows or ids; only reserved, approved, paid): one query."""
    return _positions(Account.objects.filter(item__in=list(items)).order_by(), "item_id")


def funds(actor, params):
    """The funds the actor may see, the latest year and the upper level first; with area and department."""
    rows = Fund.objects.visible_to(actor).select_related("area", "congress", "finance_unit")
    if (year := id_from(params.get("year", ""))) is not None:
        rows = rows.filter(year=min(year, 9999))
    return rows.order_by("-year", "area_id", "pk")


def years(actor):
    """The years with funds the actor may see, the latest first."""
    rows = Fund.objects.visible_to(actor).order_by("-year").values_list("year", flat=True)
    return list(rows.distinct())


def fund_of(actor, pk):
    """One fund the actor may see, or 404."""
    rows = Fund.objects.visible_to(actor).select_related("area", "congress__area", "finance_unit")
    found = rows.filter(pk=pk).first()
    if found is None:
        raise Http404("没有这个专项资金台账，或者您无权查看")
    return found


def fund_for(area, year):
    """The fund of a place (area or code) in a year, or None: for a room above that spends from it."""
    code = getattr(area, "pk", area)
    rows = Fund.objects.select_related("area", "congress__area", "finance_unit")
    return rows.filter(area_id=code, year=year).first()


def purses_of(fund):
    """The accounts projects can be paid from: the pool, the quotas, the matching money."""
    rows = Account.objects.filter(fund=fund, kind__in=sorted(PURSES)).select_related("area")
    return _in_order(rows)


def _in_order(purses):
    order = [A.POOL, A.QUOTA, A.MATCH]
    return sorted(purses, key=lambda row: (order.index(row.kind), row.area_id or "", row.source))


def pool_of(fund):
    """The common money of a fund."""
    return _purse(fund, A.POOL)


def quota_of(fund, area):
    """The quota of a place below (area or code), or None where none was allocated."""
    return _purse(fund, A.QUOTA, area=getattr(area, "pk", area))


def match_of(fund, area, source):
    """Matching money of a place from one source (choices.MatchSource), or None."""
    return _purse(fund, A.MATCH, area=getattr(area, "pk", area), source=str(source))


def _purse(fund, kind, **parts):
    rows = Account.objects.filter(fund=fund, code=code_of(kind, **parts)).select_related("area")
    return rows.first()


def entries_of(fund):
    """A fund's entries, the latest first, with all a page shows of them."""
    return whole_entries(Entry.objects.filter(fund=fund)).order_by("-seq")


def entry_of(fund, seq):
    """The entry of this number, or None."""
    return entries_of(fund).filter(seq=seq).first()


def entries_for(item):
    """The entries that concern one item, the oldest first."""
    return list(whole_entries(Entry.objects.filter(item=item)).order_by("seq"))


def whole_entries(entries):
    """Entries with all that is shown of them, in one query."""
    return entries.select_related("credit__area", "debit__area", "item", "reverses", "reversal")


def whole_of(fund):
    """(Position of the fund, its items by number, each with its `position`, its purses): two queries."""
    accounts = list(Account.objects.filter(fund=fund).select_related("area"))
    total, found = Position(), {}
    for row in accounts:
        where = [total, found.setdefault(row.item_id, Position())] if row.item_id else [total]
        for position in where:
            _add(position, row.kind, kind_of(purse_of(row.code)), row.balance)
    items = list(Item.objects.filter(fund=fund).select_related("area").order_by("number"))
    for item in items:
        item.position = found.get(item.pk, Position())
    return total, items, _in_order(row for row in accounts if row.kind in PURSES)


def item_of(fund, pk):
    """One item of a fund, or 404."""
    found = Item.objects.filter(fund=fund, pk=pk).select_related("area").first()
    if found is None:
        raise Http404("这个台账中没有这个项目")
    found.fund = fund
    return found


def accounts_of_item(item):
    """What is reserved, approved and paid for an item, by the purse that pays."""
    rows = Account.objects.filter(item=item).select_related("purse__area")
    return list(rows.order_by("purse_id", "kind"))


def why_not_carried_in(fund, amount) -> str:
    """Why so much cannot come from last year, or "": its book is open, or carried out less."""
    before = Fund.objects.filter(area=fund.area_id, year=fund.year - 1).first()
    if before is None:
        return ""
    if before.state == FundState.OPEN:
        return f"{before.name}尚未结账，结账后才能登记结转"
    left = position(before).carried_out - position(fund).carried_in
    return f"{before.name}结转的资金还可登记{yuan(left)}，不足{yuan(amount)}" if amount > left else ""
