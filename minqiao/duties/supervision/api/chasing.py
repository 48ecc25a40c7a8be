"""Chasers and circulars: what the ladder proposes, issuing, reading, the unit's answer."""

import datetime as dt

from ninja import Schema

from minqiao.duties.supervision.actions.chasing import chase, circulate
from minqiao.duties.supervision.api.root import router
from minqiao.duties.supervision.forms.others import ChaseUnit, Circulate
from minqiao.duties.supervision.queries import chasing as queries
from minqiao.duties.supervision.rules.people import may_chase
from minqiao.kit.api import answers, body_of, page_of_rows, read_answers, refuse, rows_of, told
from minqiao.kit.clock import now, today
from minqiao.kit.schema import bind, payload_of
from minqiao.kit.workflow import Refused
from minqiao.registry.units.queries import unit as unit_of


class ProposedPart(Schema):
    handling_id: int
    unit_id: int
    unit: str
    number: str
    title: str
    due_on: dt.date
    light_words: str


class ProposedChase(Schema):
    """What may be issued now: to whom, which step of the ladder (`circular`: to all), about what."""

    unit_id: int | None
    level: str
    parts: list[ProposedPart]


class ChasedPart(Schema):
    unit: str
    number: str
    title: str
    due_on: dt.date
    days_late: int


class ChaseRow(Schema):
    id: int
    level: str
    unit: str
    state: str
    issued_on: dt.date
    issued_by: str
    answer_by: dt.date | None
    answer: str
    promised_on: dt.date | None


ChaseRows = rows_of(ChaseRow)


class ChaseDetail(ChaseRow):
    parts: list[ChasedPart]


def _row(row):
    return told(ChaseRow, row, unit=row.unit.name if row.unit else "")


def show_chase(actor, pk):
    """A chaser with what it named."""
    found = queries.chase_of(actor, pk)
    return _row(found) | {"parts": [_part(one) for one in queries.parts_of(actor, found)]}


def _part(part):
    suggestion = part.handling.suggestion
    names = {"unit": part.handling.unit.name, "number": suggestion.number, "title": suggestion.title}
    return told(ChasedPart, part, **names)


@router.get(
    "/chases/", response=read_answers(ChaseRows), operation_id="supervision_chase_list", summary="催办和通报"
)
def list_chases(request, cursor: str = "", limit: int = 25):
    """What was issued, newest first."""
    return page_of_rows(queries.chases(request.actor), ("-pk",), cursor, limit, _row)


@router.get(
    "/chases/proposed/",
    response=read_answers(list[ProposedChase]),
    operation_id="supervision_chase_proposed",
    summary="按办理亮灯可以催办、通报的事项",
)
def proposed(request):
    """What the ladder proposes; nothing goes out unless somebody issues it."""
    refuse(may_chase(request.actor), "chase")
    found = queries.ladder(request.actor, today())
    rows = [
        {"unit_id": unit, "level": level, "parts": parts} for (unit, level), parts in found.notices.items()
    ]
    return rows + (
        [{"unit_id": None, "level": "circular", "parts": found.circular}] if found.circular else []
    )


@router.get(
    "/chases/{int:pk}",
    response=read_answers(ChaseDetail),
    operation_id="supervision_chase_read",
    summary="一份催办通知或者通报",
)
def read(request, pk: int):
    """One of them."""
    return show_chase(request.actor, pk)


@router.post(
    "/chases/units/{int:unit}/{slug:level}",
    response=answers(ChaseDetail),
    operation_id="supervision_chase_unit",
    summary="印发催办通知",
    openapi_extra=body_of(ChaseUnit),
)
def chase_unit(request, unit: int, level: str):
    """Issue the chaser that the ladder proposes for a unit."""
    payload, actor = payload_of(request), request.actor
    refuse(may_chase(actor), "chase")
    found, parts = unit_of(unit), queries.ladder(actor, today()).notices.get((unit, level), [])
    if found is None or not parts:
        raise Refused("现在没有可以对这个单位催办的事项", action="chase")
    words = bind(ChaseUnit, payload, proposed=parts, actor=actor, on=today()).arguments
    return show_chase(actor, chase(actor=actor, at=now(), unit=found, level=level, **words).pk)


@router.post(
    "/chases/circular",
    response=answers(ChaseDetail),
    operation_id="supervision_circulate",
    summary="印发通报",
    openapi_extra=body_of(Circulate),
)
def issue_circular(request):
    """Issue the circular on what is late after two chasers."""
    payload, actor = payload_of(request), request.actor
    refuse(may_chase(actor), "chase")
    parts = queries.ladder(actor, today()).circular
    if not parts:
        raise Refused("现在没有经两次催办仍未答复、可以通报的事项", action="circulate")
    words = bind(Circulate, payload, proposed=parts, actor=actor, on=today()).arguments
    return show_chase(actor, circulate(actor=actor, at=now(), **words).pk)
