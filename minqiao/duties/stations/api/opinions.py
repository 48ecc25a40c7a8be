"""Opinions: the queue, one opinion, entering one, its steps. Contact data never leaves by this door."""

import datetime as dt
import uuid
from typing import Literal

from ninja import Query, Schema

from minqiao.duties.stations import choices as c
from minqiao.duties.stations.actions import ACTIONS
from minqiao.duties.stations.actions.residents import enter_opinion
from minqiao.duties.stations.api.root import router
from minqiao.duties.stations.forms import FORMS
from minqiao.duties.stations.forms.opinions import EnterWords
from minqiao.duties.stations.queries import opinions as queries
from minqiao.duties.stations.queries.places import place_of
from minqiao.duties.stations.workflow import OPINION
from minqiao.kit.api import Id, add_steps, answers, body_of, page_of_rows, read_answers
from minqiao.kit.clock import now, today
from minqiao.kit.schema import bind, payload_of


class OpinionRow(Schema):
    id: int
    number: str
    place: str
    state: str
    state_words: str
    topic: str
    route: str
    received_at: dt.datetime
    due_on: dt.date | None
    suggestion_id: int | None


class OpinionRows(Schema):
    rows: list[OpinionRow]
    next: str | None


class OpinionDetail(OpinionRow):
    text: str
    village: str
    phone: str
    handler: str
    door: str
    answer: str
    answered_on: dt.date | None
    told_on: dt.date | None
    rating: str
    first_rating: str
    rating_words: str


class OpinionFilters(Schema):
    """As on the page."""

    state: Literal[("", *c.OpinionState.values)] = ""
    route: Literal[("", *c.Route.values)] = ""
    place: Id | None = None
    late: bool = False
    all: bool = False
    q: str = ""


SAME = ("number", "state", "topic", "route", "received_at", "due_on", "suggestion_id")
MORE = (
    "text", "village", "handler", "door", "answer", "answered_on", "told_on", "rating", "first_rating",
    "rating_words",
)  # fmt: skip


def _row(row):
    told = {name: getattr(row, name) for name in SAME}
    return told | {"id": row.pk, "place": row.place.code, "state_words": row.get_state_display()}


def show(actor, pk):
    """An opinion as the API answers with it; the number masked."""
    file = queries.opinion_file(actor, pk, today())
    return _row(file.opinion) | {name: getattr(file.opinion, name) for name in MORE} | {"phone": file.phone}


@router.get("/opinions/", response=read_answers(OpinionRows), operation_id="stations_opinion_list", summary="群众意见")
def list_opinions(request, filters: Query[OpinionFilters], cursor: str = "", limit: int = 25):
    """Opinions the actor may see; those under way unless asked otherwise."""
    asked = {name: str(value) for name, value in filters.model_dump().items() if value}
    return page_of_rows(queries.opinions(request.actor, asked, today()), queries.ORDER, cursor, limit, _row)


@router.post(
    "/{int:pk}/opinions/",
    response=answers(OpinionDetail),
    operation_id="stations_opinion_enter",
    summary="代群众登记意见",
    openapi_extra=body_of(EnterWords),
)
def enter(request, pk: int):
    """Entered for a resident at a place; send an Idempotency-Key to be safe to repeat."""
    place = place_of(request.actor, pk)
    form = bind(EnterWords, payload_of(request))
    made = enter_opinion(place, actor=request.actor, at=now(), once=uuid.uuid4(), **form.arguments)
    return show(request.actor, made.pk)


@router.get(
    "/opinions/{int:pk}",
    response=read_answers(OpinionDetail),
    operation_id="stations_opinion_read",
    summary="一件群众意见",
)
def read_opinion(request, pk: int):
    """One opinion, without contact data."""
    return show(request.actor, pk)


add_steps(
    router,
    "/opinions/{int:pk}",
    room="stations",
    workflow=OPINION,
    forms=FORMS["opinion"],
    actions=ACTIONS["opinion"],
    find=queries.opinion_of,
    show=show,
    answer=OpinionDetail,
)
