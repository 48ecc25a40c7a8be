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
from minqiao.kit.api import READING, add_steps, answers, body_of, page_of_rows, read_answers
from minqiao.kit.clock import now, today
from minqiao.kit.schema import bind, payload_of
from minqiao.kit.workflow import Refused

router = Router(tags=["票决"])
FILE = {"responses": {200: {"description": "文件"}}}
SAME = (
    "title", "meeting", "turn", "state", "seats", "all_deputies", "present", "issued", "returned",
    "announced_on",
)  # fmt: skip


class Row(Schema):
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


class Rows(Schema):
    rows: list[Row]
    next: str | None


class Official(Schema):
    id: int
    post: str
    name: str
    signed_at: dt.datetime | None


class Paper(Schema):
    id: int
    kind: str
    title: str


class Detail(Row):
    """`result` is the sheet and the outcome, empty until it is known to the actor."""

    items: list[str]
    officials: list[Official]
    papers: list[Paper]
    differences: list[str]
    result: dict[str, Any]
    seal: str


class Filters(Schema):
    state: Literal[("", *RoundState.values)] = ""


def _row(row):
    return {name: getattr(row, name) for name in SAME} | {
        "id": row.pk,
        "state_words": row.get_state_display(),
    }


def show(actor, pk):
    """A vote as the API answers with it."""
    file = queries.round_file(actor, pk, today())
    found = file.round
    return _row(found) | {
        "items": found.items,
        "officials": [
            {name: getattr(one, name) for name in ("post", "name", "signed_at")} | {"id": one.pk}
            for one in found.officials.all()
        ],
        "papers": [{"id": one.pk, "kind": one.kind, "title": one.title} for one in file.papers],
        "differences": list(map(str, file.differences)),
        "result": found.result if file.rows else {},
        "seal": found.seal if file.rows else "",
    }


@router.get("/", response=read_answers(Rows), operation_id="ballots_list", summary="票决")
def list_rounds(request, filters: Query[Filters], cursor: str = "", limit: int = 25):
    """Votes the actor may see, the newest first."""
    return page_of_rows(queries.rounds(request.actor, filters.model_dump()), ("-pk",), cursor, limit, _row)


@router.post(
    "/", response=answers(Detail), operation_id="ballots_prepare", summary="准备票决",
    openapi_extra=body_of(Prepare),
)  # fmt: skip
def prepare_round(request):
    """The staff prepares a vote."""
    payload, actor = payload_of(request), request.actor
    if why := may_prepare(actor):
        raise Refused(why, action="prepare")
    words = bind(Prepare, payload, actor=actor, on=today()).arguments
    return show(actor, prepare(actor=actor, at=now(), **words).pk)


@router.get("/{int:pk}", response=read_answers(Detail), operation_id="ballots_read", summary="一次票决")
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


def _held(action, round_):
    return known(action, round_) if action == "change" else {}


add_steps(
    router,
    "/{int:pk}",
    room="ballots",
    workflow=ROUND,
    forms=FORMS["round"],
    actions=ACTIONS["round"],
    find=queries.round_of,
    show=show,
    answer=Detail,
    known=_held,
)
