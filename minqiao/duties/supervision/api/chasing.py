"""Chasers and circulars: what the ladder proposes, issuing, reading, the unit's answer."""

import datetime as dt

from ninja import Schema

from minqiao.duties.supervision.actions import ACTIONS
from minqiao.duties.supervision.actions.chasing import chase, circulate
from minqiao.duties.supervision.api.root import router
from minqiao.duties.supervision.forms import FORMS
from minqiao.duties.supervision.forms.others import ChaseUnit, Circulate
from minqiao.duties.supervision.queries import chasing as queries
from minqiao.duties.supervision.rules.people import may_chase
from minqiao.duties.supervision.workflow import CHASE
from minqiao.kit.api import add_steps, answers, body_of, page_of_rows, read_answers
from minqiao.kit.clock import now, today
from minqiao.kit.schema import bind, payload_of
from minqiao.kit.workflow import Refused
from minqiao.registry.units.queries import unit as unit_of


class Part(Schema):
    handling_id: int
    unit_id: int
    unit: str
    number: str
    title: str
    due_on: dt.date
    light_words: str


class Proposed(Schema):
    """What may be issued now: to whom, which step of the ladder (`circular`: to all), about what."""

    unit_id: int | None
    level: str
    parts: list[Part]


class Line(Schema):
    unit: str
    number: str
    title: str
    due_on: dt.date
    days_late: int


class Row(Schema):
    id: int
    level: str
    unit: str
    state: str
    issued_on: dt.date
    issued_by: str
    answer_by: dt.date | None
    answer: str
    promised_on: dt.date | None


class Rows(Schema):
    rows: list[Row]
    next: str | None


class Detail(Row):
    parts: list[Line]


def _row(row):
    names = [name for name in Row.model_fields if name not in ("id", "unit")]
    told = {name: getattr(row, name) for name in names}
    return told | {"id": row.pk, "unit": row.unit.name if row.unit else ""}


def show(actor, pk):
    """A chaser with what it named."""
    found = queries.chase_of(actor, pk)
    return _row(found) | {"parts": [_line(one) for one in queries.parts_of(found)]}


def _line(part):
    suggestion = part.handling.suggestion
    names = {"unit": part.handling.unit.name, "number": suggestion.number, "title": suggestion.title}
    return names | {"due_on": part.due_on, "days_late": part.days_late}


@router.get(
    "/chases/", response=read_answers(Rows), operation_id="supervision_chase_list", summary="催办和通报"
)
def list_chases(request, cursor: str = "", limit: int = 25):
    """What was issued, newest first."""
    return page_of_rows(queries.chases(request.actor), ("-pk",), cursor, limit, _row)


@router.get(
    "/chases/proposed/",
    response=read_answers(list[Proposed]),
    operation_id="supervision_chase_proposed",
    summary="按办理亮灯可以催办、通报的事项",
)
def proposed(request):
    """What the ladder proposes; nothing goes out unless somebody issues it."""
    _refuse_others(request.actor)
    found = queries.ladder(request.actor, today())
    rows = [
        {"unit_id": unit, "level": level, "parts": parts} for (unit, level), parts in found.notices.items()
    ]
    return rows + (
        [{"unit_id": None, "level": "circular", "parts": found.circular}] if found.circular else []
    )


@router.get(
    "/chases/{int:pk}",
    response=read_answers(Detail),
    operation_id="supervision_chase_read",
    summary="一份催办通知或者通报",
)
def read(request, pk: int):
    """One of them."""
    return show(request.actor, pk)


@router.post(
    "/chases/units/{int:unit}/{slug:level}",
    response=answers(Detail),
    operation_id="supervision_chase_unit",
    summary="印发催办通知",
    openapi_extra=body_of(ChaseUnit),
)
def chase_unit(request, unit: int, level: str):
    """Issue the chaser that the ladder proposes for a unit."""
    payload, actor = payload_of(request), request.actor
    _refuse_others(actor)
    found, parts = unit_of(unit), queries.ladder(actor, today()).notices.get((unit, level), [])
    if found is None or not parts:
        raise Refused("现在没有可以对这个单位催办的事项", action="chase")
    words = bind(ChaseUnit, payload, proposed=parts, actor=actor, on=today()).arguments
    return show(actor, chase(actor=actor, at=now(), unit=found, level=level, **words).pk)


@router.post(
    "/chases/circular",
    response=answers(Detail),
    operation_id="supervision_circulate",
    summary="印发通报",
    openapi_extra=body_of(Circulate),
)
def issue_circular(request):
    """Issue the circular on what is late after two chasers."""
    payload, actor = payload_of(request), request.actor
    _refuse_others(actor)
    parts = queries.ladder(actor, today()).circular
    if not parts:
        raise Refused("现在没有经两次催办仍未答复、可以通报的事项", action="circulate")
    words = bind(Circulate, payload, proposed=parts, actor=actor, on=today()).arguments
    return show(actor, circulate(actor=actor, at=now(), **words).pk)


def _refuse_others(actor):
    if why := may_chase(actor):
        raise Refused(why, action="chase")


add_steps(
    router,
    "/chases/{int:pk}",
    room="supervision",
    workflow=CHASE,
    forms=FORMS["chase"],
    actions=ACTIONS["chase"],
    find=queries.chase_of,
    show=show,
    answer=Detail,
)
