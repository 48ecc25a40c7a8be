"""The same acts and readings in JSON (surface.md)."""

import datetime as dt
from typing import Any, Literal

from ninja import Query, Router, Schema

from minqiao.instruments.ballots.actions import ACTIONS
from minqiao.instruments.ballots.actions.preparing import prepare
from minqiao.instruments.ballots.choices import RoundState
from minqiao.instruments.ballots.forms import FORMS
from minqiao.instruments.ballots.forms.before import Prepare
from minqiao.instruments.ballots.forms.known import known
from minqiao.instruments.ballots.queries import rounds as queries
from minqiao.instruments.ballots.rules.people import may_prepare
from minqiao.instruments.ballots.workflow import ROUND
from minqiao.instruments.papers.views import answer as answer_paper
from minqiao.kit.api import (
    FILE,
    READING,
    add_lives,
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
from minqiao.kit.schema import bind, payload_of

router = Router(tags=["票决"])


class RoundRow(Schema):
    id: int
    title: str
    meeting: str
    turn: int
    state: str
    state_words: str
    seats: int
    all_deputies: int | None
    present: int | None
    issued: int | None
    returned: int | None
    announced_on: dt.date | None


class VoteOfficial(Schema):
    id: int
    post: str
    name: str
    signed_at: dt.datetime | None


class VotePaper(Schema):
    id: int
    kind: str
    title: str


class RoundDetail(RoundRow):
    """`result` is the sheet and the outcome, empty until it is known to the actor."""

    items: list[str]
    officials: list[VoteOfficial]
    papers: list[VotePaper]
    differences: list[str]
    result: dict[str, Any]
    seal: str


class RoundFilters(Schema):
    state: Literal[("", *RoundState.values)] = ""


def _row(row):
    return told(RoundRow, row, state_words=row.get_state_display())


def show(actor, pk):
    """A vote as the API answers with it."""
    file = queries.round_file(actor, pk, today())
    found, knows = file.round, bool(file.rows)
    return told(
        RoundDetail,
        found,
        state_words=found.get_state_display(),
        officials=[told(VoteOfficial, one) for one in found.officials.all()],
        papers=[told(VotePaper, one) for one in file.papers],
        differences=list(map(str, file.differences)),
        result=found.result if knows else {},
        seal=found.seal if knows else "",
    )


@router.get("/", response=read_answers(rows_of(RoundRow)), operation_id="ballots_list", summary="票决")
def list_rounds(request, filters: Query[RoundFilters], cursor: str = "", limit: int = 25):
    """Votes the actor may see, the newest first."""
    return page_of_rows(queries.rounds(request.actor, asked(filters)), ("-pk",), cursor, limit, _row)


@router.post(
    "/", response=answers(RoundDetail), operation_id="ballots_prepare", summary="准备票决",
    openapi_extra=body_of(Prepare),
)  # fmt: skip
def prepare_round(request):
    """The staff prepares a vote."""
    payload, actor = payload_of(request), request.actor
    refuse(may_prepare(actor), "prepare")
    words = bind(Prepare, payload, actor=actor, on=today()).arguments
    return show(actor, prepare(actor=actor, at=now(), **words).pk)


@router.get("/{int:pk}", response=read_answers(RoundDetail), operation_id="ballots_read", summary="一次票决")
def read(request, pk: int):
    """One vote, with its result once that is known to the actor."""
    return show(request.actor, pk)


@router.get(
    "/{int:pk}/papers/{int:paper_pk}.{slug:form}", response=READING, operation_id="ballots_paper",
    summary="票决材料：pdf、docx、print、json", openapi_extra=FILE,
)  # fmt: skip
def paper(request, pk: int, paper_pk: int, form: str):
    """A paper as a file."""
    return answer_paper(request, queries.paper_of(request.actor, pk, paper_pk), form)


LIVES = (("/{int:pk}", ROUND, queries.round_of, show, RoundDetail),)
add_lives(
    router, LIVES, room="ballots", forms=FORMS, actions=ACTIONS, revisions={"change"},
    known=lambda slug, action, round_: known(action, round_),
)  # fmt: skip
