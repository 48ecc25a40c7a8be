"""Books of fund years: the list, one with what stands in it, its entries. Amounts are in fen."""

import datetime as dt

from ninja import Query, Schema

from minqiao.instruments.funds.actions.years import open_fund
from minqiao.instruments.funds.api.root import router
from minqiao.instruments.funds.forms.years import OpenFund
from minqiao.instruments.funds.queries import ledger
from minqiao.instruments.funds.rules.people import may_open
from minqiao.kit.api import answers, asked, body_of, page_of_rows, read_answers, refuse, rows_of, told
from minqiao.kit.clock import now, today
from minqiao.kit.schema import bind, payload_of


class FundRow(Schema):
    id: int
    name: str
    area: str
    level: str
    year: int
    state: str
    last_seq: int
    last_hash: str


FundRows = rows_of(FundRow)


class FundFilters(Schema):
    year: str = ""


class FundPosition(Schema):
    """What stands in the accounts; `committed` is approved in all, match_ says the same of matching money."""

    budget: int
    carried_in: int
    carried_out: int
    available: int
    reserved: int
    approved: int
    paid: int
    committed: int
    matched: int
    match_left: int
    match_reserved: int
    match_approved: int
    match_paid: int
    match_committed: int


class FundPurse(Schema):
    code: str
    words: str
    balance: int


class FundItem(Schema):
    id: int
    number: str
    title: str
    area: str
    reserved: int
    approved: int
    paid: int
    match_approved: int
    match_paid: int


class FundDetail(FundRow):
    finance_unit: str
    position: FundPosition
    purses: list[FundPurse]
    items: list[FundItem]


class EntryRow(Schema):
    seq: int
    at: dt.datetime
    on: dt.date
    kind: str
    credit: str
    debit: str
    amount: int
    item: str
    reference: str
    note: str
    name: str
    reverses: int | None
    hash: str


EntryRows = rows_of(EntryRow)


def _row(fund):
    return told(FundRow, fund, area=fund.area_id)


def _item(row):
    names = ("reserved", "approved", "paid", "match_approved", "match_paid")
    return told(FundItem, row, area=row.area_id, **{name: getattr(row.position, name) for name in names})


def _entry(row):
    accounts = {"credit": row.credit.code, "debit": row.debit.code}
    item, reverses = row.item.number if row.item else "", row.reverses.seq if row.reverses else None
    return told(EntryRow, row, item=item, reverses=reverses, **accounts)


def show_fund(actor, pk):
    """A fund with its position, purses and items."""
    fund = ledger.fund_of(actor, pk)
    position, items, purses = ledger.whole_of(fund)
    return _row(fund) | {
        "finance_unit": fund.finance_unit.name if fund.finance_unit else "",
        "position": told(FundPosition, position),
        "purses": [told(FundPurse, one) for one in purses],
        "items": [_item(one) for one in items],
    }


@router.get("/", response=read_answers(FundRows), operation_id="funds_list", summary="专项资金台账")
def list_funds(request, filters: Query[FundFilters], cursor: str = "", limit: int = 25):
    """The funds the actor may see."""
    return page_of_rows(
        ledger.funds(request.actor, asked(filters)), ("-year", "area_id", "pk"), cursor, limit, _row
    )


@router.post(
    "/",
    response=answers(FundDetail),
    operation_id="funds_open",
    summary="设立资金台账",
    openapi_extra=body_of(OpenFund),
)
def open_book(request):
    """Open the book of a place's fund for a year."""
    payload, actor = payload_of(request), request.actor
    refuse(may_open(actor), "open_fund")
    words = bind(OpenFund, payload, actor=actor, on=today()).arguments
    return show_fund(actor, open_fund(actor=actor, at=now(), **words).pk)


@router.get("/{int:pk}", response=read_answers(FundDetail), operation_id="funds_read", summary="一本资金台账")
def read_fund(request, pk: int):
    """One fund with what stands in its accounts."""
    return show_fund(request.actor, pk)


@router.get(
    "/{int:pk}/entries/", response=read_answers(EntryRows), operation_id="funds_entries", summary="台账的分录"
)
def list_entries(request, pk: int, cursor: str = "", limit: int = 25):
    """A fund's entries, the latest first."""
    rows = ledger.entries_of(ledger.fund_of(request.actor, pk))
    return page_of_rows(rows, ("-seq",), cursor, limit, _entry)
