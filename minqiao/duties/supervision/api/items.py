"""Key items: the list, one, a new proposal, the steps, the papers."""

import datetime as dt
from functools import partial
from typing import Any, Literal

from django.http import Http404
from ninja import Query, Schema

from minqiao.duties.supervision import choices as c
from minqiao.duties.supervision.actions import ACTIONS
from minqiao.duties.supervision.actions.proposing import propose
from minqiao.duties.supervision.api.root import router
from minqiao.duties.supervision.figures.progress import key_progress
from minqiao.duties.supervision.forms import FORMS
from minqiao.duties.supervision.forms.known import REVISIONS, known
from minqiao.duties.supervision.forms.proposing import Proposal
from minqiao.duties.supervision.queries import items
from minqiao.duties.supervision.rules.people import may_propose
from minqiao.duties.supervision.rules.sight import may_count
from minqiao.duties.supervision.workflow import KEY_ITEM
from minqiao.instruments.papers.queries import paper_in
from minqiao.instruments.papers.views import answer as answer_paper
from minqiao.kit.api import READING, add_steps, answers, body_of, page_of_rows, read_answers
from minqiao.kit.clock import now, today
from minqiao.kit.schema import bind, payload_of
from minqiao.kit.workflow import Refused

FILE = {"responses": {200: {"description": "文件"}}}


class Row(Schema):
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


class Rows(Schema):
    rows: list[Row]
    next: str | None


class Member(Schema):
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


class Report(Schema):
    round: int
    text: str
    left: str
    signer: str
    reported_on: dt.date
    returned_note: str


class Paper(Schema):
    id: int
    title: str


class Detail(Row):
    reasons: str
    proposed_by: str
    chosen_on: dt.date | None
    meeting: str
    handling_leader: str
    plan: str
    decision_note: str
    suggestions: list[Member]
    visits: list[Visit]
    problems: list[Problem]
    reports: list[Report]
    papers: list[Paper]


class Filters(Schema):
    """As on the page."""

    state: Literal[("", *c.KeyState.values)] = ""
    year: str = ""
    mine: bool = False
    sort: Literal[("newest", "number")] = "newest"


SAME = ("number", "title", "year", "until_year", "state", "report_due_on", "reported_on")
MORE = ("reasons", "chosen_on", "meeting", "handling_leader", "plan", "decision_note")


def _row(item):
    return {name: getattr(item, name) for name in SAME} | {
        "id": item.pk,
        "state_words": item.get_state_display(),
        "leader": item.leader.deputy.name if item.leader else "",
        "committee": item.committee.name if item.committee else "",
        "unit": item.unit.name if item.unit else "",
    }


def show(actor, pk):
    """A key item as the API answers with it."""
    file = items.item_file(actor, pk, today())
    return (
        _row(file.item)
        | {name: getattr(file.item, name) for name in MORE}
        | {
            "proposed_by": file.item.proposed_by.name,
            "suggestions": [_member(one.suggestion) for one in file.members],
            "visits": [_named(Visit, one) for one in file.visits],
            "problems": [_named(Problem, one) for one in file.problems],
            "reports": file.reports,
            "papers": [{"id": one.subject_id, "title": one.note} for one in file.papers],
        }
    )


def _member(suggestion):
    names = ("number", "title", "handled_by")
    return {name: getattr(suggestion, name) for name in names} | {"id": suggestion.pk}


def _named(schema, row):
    names = [name for name in schema.model_fields if name != "id"]
    return {name: getattr(row, name) for name in names} | {"id": row.pk}


@router.get("/", response=read_answers(Rows), operation_id="supervision_list", summary="重点督办建议")
def list_items(request, filters: Query[Filters], cursor: str = "", limit: int = 25):
    """Key items the actor may see; filters as on the page."""
    asked = {name: str(value) for name, value in filters.model_dump().items() if value}
    order = items.ORDERS[filters.sort]
    return page_of_rows(items.items(request.actor, asked), order, cursor, limit, _row)


@router.post(
    "/",
    response=answers(Detail),
    operation_id="supervision_propose",
    summary="提请重点督办；代为录入的须写明委员会（committee）",
    openapi_extra=body_of(Proposal),
)
def propose_item(request):
    """A committee proposes a key item."""
    payload, actor = payload_of(request), request.actor
    if why := may_propose(actor):
        raise Refused(why, action="propose")
    words = bind(Proposal, payload, actor=actor, on=today()).arguments
    return show(actor, propose(actor=actor, at=now(), **words).pk)


@router.get(
    "/figures/", response=read_answers(dict[str, Any]), operation_id="supervision_figures", summary="督办统计"
)
def figures(request, year: int = 0):
    """How the year's key items stand."""
    if why := may_count(request.actor):
        raise Refused(why, action="count")
    on = today()
    return key_progress(request.actor, year if 1949 < year < 2200 else on.year, on)


@router.get(
    "/{int:pk}", response=read_answers(Detail), operation_id="supervision_read", summary="一件重点督办建议"
)
def read(request, pk: int):
    """One key item with its plan, visits, problems and reports."""
    return show(request.actor, pk)


@router.get(
    "/{int:pk}/papers/{int:paper_pk}.{slug:form}",
    response=READING,
    operation_id="supervision_paper",
    summary="督办公文：pdf、docx、print、json",
    openapi_extra=FILE,
)
def paper(request, pk: int, paper_pk: int, form: str):
    """A paper as a file."""
    found = paper_in(items.CASE, items.item_of(request.actor, pk).pk, paper_pk)
    if found is None:
        raise Http404("没有这份公文")
    return answer_paper(request, found, form)


def _held(slug, action, subject):
    return known(slug, action, subject) if action in REVISIONS else {}


add_steps(
    router,
    "/{int:pk}",
    room="supervision",
    workflow=KEY_ITEM,
    forms=FORMS["key_item"],
    actions=ACTIONS["key_item"],
    find=items.item_of,
    show=show,
    answer=Detail,
    known=partial(_held, "key_item"),
)
