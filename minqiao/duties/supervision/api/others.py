"""Counterpart supervision and delegated checks: lists, one of each."""

import datetime as dt
from typing import Literal

from ninja import Query, Schema

from minqiao.duties.supervision import choices as c
from minqiao.duties.supervision.api.root import router
from minqiao.duties.supervision.queries import counterparts as queries
from minqiao.kit.api import asked, page_of_rows, read_answers, rows_of, told
from minqiao.kit.clock import today


class CounterpartRow(Schema):
    id: int
    suggestion_id: int
    number: str
    title: str
    committee: str
    why: str
    due_on: dt.date | None
    replied_on: dt.date | None
    notes_made: int


CounterpartRows = rows_of(CounterpartRow)


class CounterpartNote(Schema):
    on: dt.date
    way: str
    words: str
    recorded_by: str


class CounterpartDetail(CounterpartRow):
    notes: list[CounterpartNote]


class CheckRow(Schema):
    id: int
    number: str
    title: str
    asked_of: str
    state: str
    demand: str
    asked_on: dt.date
    due_on: dt.date
    checked_on: dt.date | None
    result: str
    findings: str


CheckRows = rows_of(CheckRow)


class CounterpartFilters(Schema):
    """As on the page; `committee` an id, `all` or `none`."""

    committee: str = ""
    light: Literal["", "open", "late"] = ""
    key: bool = False


class CheckFilters(Schema):
    state: Literal[("", *c.CheckState.values)] = ""


def _row(row):
    days = {name: getattr(row.suggestion, name) for name in ("due_on", "replied_on")}
    return told(CounterpartRow, row, committee=row.committee.name if row.committee else "", **days)


def show_counterpart(actor, pk):
    """A suggestion's counterpart supervision with its notes."""
    found = queries.counterpart_of(actor, pk)
    return _row(found) | {"notes": queries.notes_of(found)}


def _check(row):
    return told(CheckRow, row, asked_of=row.asked_of.standing_committee)


def show_check(actor, pk):
    """One delegated check."""
    return _check(queries.check_of(actor, pk))


@router.get(
    "/counterparts/",
    response=read_answers(CounterpartRows),
    operation_id="supervision_counterpart_list",
    summary="对口督办清单",
)
def list_counterparts(request, filters: Query[CounterpartFilters], cursor: str = "", limit: int = 25):
    """Suggestions with their committees, the oldest row first."""
    rows = queries.counterparts(request.actor, asked(filters), today())
    return page_of_rows(rows, ("pk",), cursor, limit, _row)


@router.get(
    "/counterparts/{int:pk}",
    response=read_answers(CounterpartDetail),
    operation_id="supervision_counterpart_read",
    summary="一件建议的对口督办",
)
def read_counterpart(request, pk: int):
    """Who oversees it, why, and what was done."""
    return show_counterpart(request.actor, pk)


@router.get(
    "/checks/", response=read_answers(CheckRows), operation_id="supervision_check_list", summary="委托检查"
)
def list_checks(request, filters: Query[CheckFilters], cursor: str = "", limit: int = 25):
    """What was asked of counties, or of this county."""
    rows = queries.checks(request.actor, filters.model_dump())
    return page_of_rows(rows, ("-pk",), cursor, limit, _check)


@router.get(
    "/checks/{int:pk}",
    response=read_answers(CheckRow),
    operation_id="supervision_check_read",
    summary="一件委托检查",
)
def read_check(request, pk: int):
    """One delegated check."""
    return show_check(request.actor, pk)
