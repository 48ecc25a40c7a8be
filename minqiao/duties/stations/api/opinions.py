"""Opinions: the queue, one opinion, entering one, its steps. Contact data never leaves by this door."""

import datetime as dt
from typing import Literal
from uuid import uuid4

from ninja import Query, Schema

from minqiao.duties.stations import choices as c
from minqiao.duties.stations.actions.residents import enter_opinion
from minqiao.duties.stations.api.root import router
from minqiao.duties.stations.forms.opinions import EnterWords
from minqiao.duties.stations.queries import opinions as queries
from minqiao.duties.stations.queries.places import place_of
from minqiao.kit.api import (
    ONCE,
    Id,
    answers,
    asked,
    body_of,
    page_of_rows,
    read_answers,
    rows_of,
    take_once,
    told,
)
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


def _words(row):
    return {"place": row.place.code, "state_words": row.get_state_display()}


def _row(row):
    return told(OpinionRow, row, **_words(row))


def show(actor, pk):
    """An opinion as the API answers with it; the number masked."""
    file = queries.opinion_file(actor, pk, today())
    return told(OpinionDetail, file.opinion, **_words(file.opinion), phone=file.phone)


@router.get(
    "/opinions/",
    response=read_answers(rows_of(OpinionRow)),
    operation_id="stations_opinion_list",
    summary="群众意见",
)
def list_opinions(request, filters: Query[OpinionFilters], cursor: str = "", limit: int = 25):
    """Opinions the actor may see; those under way unless asked otherwise."""
    rows = queries.opinions(request.actor, asked(filters), today())
    return page_of_rows(rows, queries.ORDER, cursor, limit, _row)


@router.post(
    "/{int:pk}/opinions/",
    response=answers(OpinionDetail),
    operation_id="stations_opinion_enter",
    summary="代群众登记意见",
    openapi_extra=body_of(EnterWords, ONCE),
)
def enter(request, pk: int):
    """Entered for a resident at a place."""
    place, payload = place_of(request.actor, pk), payload_of(request)
    once = take_once(payload) or uuid4()
    words = bind(EnterWords, payload).arguments
    return show(request.actor, enter_opinion(place, actor=request.actor, at=now(), once=once, **words).pk)


@router.get(
    "/opinions/{int:pk}",
    response=read_answers(OpinionDetail),
    operation_id="stations_opinion_read",
    summary="一件群众意见",
)
def read_opinion(request, pk: int):
    """One opinion, without contact data."""
    return show(request.actor, pk)
