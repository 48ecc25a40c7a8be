"""The ledger of promises: the list and one promise."""

import datetime as dt
from typing import Literal

from ninja import Query, Schema

from minqiao.duties.suggestions import choices as c
from minqiao.duties.suggestions.api.root import router
from minqiao.duties.suggestions.queries import promises
from minqiao.kit.api import Id, asked, page_of_rows, read_answers, rows_of, told
from minqiao.kit.clock import today

ORDER = ("due_on", "pk")


class PromiseRow(Schema):
    id: int
    suggestion_id: int
    number: str
    title: str
    unit: str
    unit_id: int
    text: str
    first_due_on: dt.date
    due_on: dt.date
    times_deferred: int
    state: str
    state_words: str
    light: str
    report_due_on: dt.date | None
    done_on: dt.date | None
    settled_on: dt.date | None


PromiseRows = rows_of(PromiseRow)


class PromiseEntry(Schema):
    kind: str
    on: dt.date
    by: str
    text: str
    grade: str
    done_on: dt.date | None
    old_due_on: dt.date | None
    new_due_on: dt.date | None
    is_for_paper: bool
    is_verified: bool
    released_on: dt.date | None


class Proof(Schema):
    id: int
    name: str


class PromiseDetail(PromiseRow):
    position: int
    reply_number: str
    issued_on: dt.date
    step_due_on: dt.date | None
    step_due: dict
    report_due: dict
    entries: list[PromiseEntry]
    entries_hidden: str
    grade_hidden: str
    attachments: list[Proof]


class PromiseFilters(Schema):
    """As on the page."""

    state: Literal[("", *c.PromiseState.values)] = ""
    light: Literal[("", *promises.LIGHT_WORDS, *promises.OTHERS)] = ""
    unit: Id | None = None
    year: str = ""
    q: str = ""


def _row(row):
    words = promises.words_of(row, today())
    same = ("text", "first_due_on", "due_on", "times_deferred", "state", "state_words", "report_due_on",
            "done_on", "settled_on")  # fmt: skip
    return {name: words[name] for name in same} | {
        "id": words["pk"],
        "suggestion_id": words["handling__suggestion_id"],
        "number": words["handling__suggestion__number"],
        "title": words["handling__suggestion__title"],
        "unit": words["handling__unit__short_name"],
        "unit_id": words["handling__unit_id"],
        "light": words["light"].words if words["light"] else "",
    }


def show_commitment(actor, pk):
    """A promise as the API answers with it, cut to what the actor may read."""
    file = promises.promise_file(actor, pk, today())
    one = file.promise
    suggestion, unit = one.handling.suggestion, one.handling.unit
    parts = {
        "suggestion_id": suggestion.pk,
        "number": suggestion.number,
        "title": suggestion.title,
        "unit": unit.short_name,
        "unit_id": unit.pk,
        "state_words": one.get_state_display(),
        "light": file.light.words if file.light else "",
        "reply_number": one.reply.number,
        "issued_on": one.reply.issued_on,
        "step_due": one.step_due_facts,
        "report_due": one.report_due_facts,
        "entries": file.entries,
        "entries_hidden": file.entries_hidden,
        "grade_hidden": file.grade_hidden,
        "attachments": [told(Proof, row) for row in file.attachments],
    }
    return told(PromiseDetail, one, **parts)


@router.get(
    "/commitments/",
    response=read_answers(PromiseRows),
    operation_id="suggestions_commitment_list",
    summary="承诺台账",
)
def list_commitments(request, filters: Query[PromiseFilters], cursor: str = "", limit: int = 25):
    """The promises the actor may see, the nearest date first."""
    rows = promises.ledger(request.actor, asked(filters), today())
    return page_of_rows(rows, ORDER, cursor, limit, _row)


@router.get(
    "/commitments/{int:pk}",
    response=read_answers(PromiseDetail),
    operation_id="suggestions_commitment_read",
    summary="一项承诺和它的台账",
)
def read_commitment(request, pk: int):
    """One promise with its ledger, cut to what the actor may read."""
    return show_commitment(request.actor, pk)
