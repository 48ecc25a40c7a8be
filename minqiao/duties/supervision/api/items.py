"""Key items: the list, one, a new proposal, the papers."""

import datetime as dt
from typing import Any, Literal

from ninja import Query, Schema

from minqiao.duties.supervision import choices as c
from minqiao.duties.supervision.actions.proposing import propose
from minqiao.duties.supervision.api.root import router
from minqiao.duties.supervision.figures.progress import key_progress
from minqiao.duties.supervision.forms.proposing import Proposal
from minqiao.duties.supervision.queries import items
from minqiao.duties.supervision.rules.people import may_propose
from minqiao.duties.supervision.rules.sight import may_count
from minqiao.instruments.papers.views import answer_paper_of
from minqiao.kit.api import (
    FILE,
    READING,
    answers,
    asked,
    body_of,
    page_of_rows,
    read_answers,
    refuse,
    rows_of,
    told,
)
from minqiao.kit.clock import now, today
from minqiao.kit.ids import year_from
from minqiao.kit.schema import bind, payload_of


class KeyItemRow(Schema):
    id: int
    number: str
    title: str
    year: int
    until_year: int
    state: str
    state_words: str
    leader: str
    committee: str
    unit: str
    report_due_on: dt.date | None
    reported_on: dt.date | None


KeyItemRows = rows_of(KeyItemRow)


class ItemMember(Schema):
    id: int
    number: str
    title: str
    handled_by: str


class Visit(Schema):
    id: int
    way: str
    text: str
    planned_on: dt.date
    on: dt.date | None
    place: str
    held_on: dt.date | None
    participants: str
    findings: str


class Problem(Schema):
    id: int
    text: str
    due_on: dt.date
    state: str
    lettered_on: dt.date | None
    answer: str
    mended_on: dt.date | None


class ItemReport(Schema):
    round: int
    text: str
    left: str
    signer: str
    reported_on: dt.date
    returned_note: str


class ItemPaper(Schema):
    id: int
    title: str


class KeyItemDetail(KeyItemRow):
    reasons: str
    proposed_by: str
    chosen_on: dt.date | None
    meeting: str
    handling_leader: str
    plan: str
    decision_note: str
    suggestions: list[ItemMember]
    visits: list[Visit]
    problems: list[Problem]
    reports: list[ItemReport]
    papers: list[ItemPaper]


class KeyItemFilters(Schema):
    """As on the page."""

    state: Literal[("", *c.KeyState.values)] = ""
    year: str = ""
    mine: bool = False
    sort: Literal[("newest", "number")] = "newest"


def _words(item):
    return {
        "state_words": item.get_state_display(),
        "leader": item.leader.deputy.name if item.leader else "",
        "committee": item.committee.name if item.committee else "",
        "unit": item.unit.name if item.unit else "",
    }


def _row(item):
    return told(KeyItemRow, item, **_words(item))


def show_item(actor, pk):
    """A key item as the API answers with it."""
    file = items.item_file(actor, pk, today())
    parts = {
        "proposed_by": file.item.proposed_by.name,
        "suggestions": [told(ItemMember, one.suggestion) for one in file.members],
        "visits": [told(Visit, one) for one in file.visits],
        "problems": [told(Problem, one) for one in file.problems],
        "reports": file.reports,
        "papers": [{"id": one.subject_id, "title": one.note} for one in file.papers],
    }
    return told(KeyItemDetail, file.item, **_words(file.item), **parts)


@router.get("/", response=read_answers(KeyItemRows), operation_id="supervision_list", summary="重点督办建议")
def list_items(request, filters: Query[KeyItemFilters], cursor: str = "", limit: int = 25):
    """Key items the actor may see; filters as on the page."""
    rows = items.items(request.actor, asked(filters))
    return page_of_rows(rows, items.ORDERS[filters.sort], cursor, limit, _row)


@router.post(
    "/",
    response=answers(KeyItemDetail),
    operation_id="supervision_propose",
    summary="提请重点督办；代为录入的须写明委员会（committee）",
    openapi_extra=body_of(Proposal),
)
def propose_item(request):
    """A committee proposes a key item."""
    payload, actor = payload_of(request), request.actor
    refuse(may_propose(actor), "propose")
    words = bind(Proposal, payload, actor=actor, on=today()).arguments
    return show_item(actor, propose(actor=actor, at=now(), **words).pk)


@router.get(
    "/figures/", response=read_answers(dict[str, Any]), operation_id="supervision_figures", summary="督办统计"
)
def figures(request, year: int = 0):
    """How the year's key items stand."""
    refuse(may_count(request.actor), "count")
    on = today()
    return key_progress(request.actor, year_from(year) or on.year, on)


@router.get(
    "/{int:pk}",
    response=read_answers(KeyItemDetail),
    operation_id="supervision_read",
    summary="一件重点督办建议",
)
def read(request, pk: int):
    """One key item with its plan, visits, problems and reports."""
    return show_item(request.actor, pk)


@router.get(
    "/{int:pk}/papers/{int:paper_pk}.{slug:form}",
    response=READING,
    operation_id="supervision_paper",
    summary="督办公文：pdf、docx、print、json",
    openapi_extra=FILE,
)
def paper(request, pk: int, paper_pk: int, form: str):
    """A paper as a file."""
    return answer_paper_of(request, items.item_of(request.actor, pk), paper_pk, form)
