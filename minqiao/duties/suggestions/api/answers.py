"""What the room's API answers with: a list's row, a suggestion with its parts, a batch."""

import datetime as dt

from ninja import Schema

from minqiao.duties.suggestions.queries import lists
from minqiao.duties.suggestions.queries.file import case_file, handling_of
from minqiao.kit.api import rows_of, told
from minqiao.kit.clock import today


class SuggestionRow(Schema):
    id: int
    number: str
    title: str
    kind: str
    state: str
    state_words: str
    topic: str
    result_category: str
    due_on: dt.date | None
    replied_on: dt.date | None
    handled_by: str
    proposer: str
    light: str


SuggestionRows = rows_of(SuggestionRow)


class CoSigner(Schema):
    name: str
    certificate_no: str
    state: str


class Contact(Schema):
    id: int
    stage: str
    on: dt.date
    way: str
    who: str
    content: str
    state: str
    deputy_words: str


class Opinion(Schema):
    text: str
    signer: str
    sent_on: dt.date


class Reply(Schema):
    round: int
    category: str
    opening: str
    answers: list[str]
    closing: str
    contact_name: str
    contact_phone: str
    number: str
    signer: str
    issued_on: dt.date | None
    review_note: str


class Promise(Schema):
    id: int
    position: int
    text: str
    due_on: dt.date
    state: str


class Evaluation(Schema):
    attitude: str
    result: str
    was_contacted: list[str]
    category_is_true: bool
    words: str
    objection: str


class HandlingPart(Schema):
    id: int
    unit: str
    unit_id: int
    role: str
    part: str
    state: str
    state_words: str
    due_on: dt.date
    due: dict[str, str]
    step_due_on: dt.date | None
    step_due: dict
    replied_on: dt.date | None
    light: str
    contacts: list[Contact]
    opinion: Opinion | None
    reply: Reply | None
    promises: list[Promise]
    evaluation: Evaluation | None
    evaluation_hidden: str


class Event(Schema):
    at: dt.datetime
    action: str
    label: str
    name: str
    capacity: str
    from_state: str
    to_state: str
    note: str


class Earlier(Schema):
    number: str
    id: int | None
    title: str
    words: str


class SuggestionDetail(Schema):
    id: int
    number: str
    kind: str
    title: str
    facts: str
    analysis: str
    requests: list[str]
    topic: str
    proposer: str
    co_signers: list[CoSigner]
    state: str
    state_words: str
    result_category: str
    evaluation_state: str
    commitment_state: str
    disclosure_state: str
    assign_due_on: dt.date | None
    assign_due: dict[str, str]
    assigned_on: dt.date | None
    due_on: dt.date | None
    due: dict[str, str]
    light: str
    earlier: Earlier | None
    ground: str
    office_note: str
    handlings: list[HandlingPart]
    trail: list[Event]


class BatchRow(Schema):
    id: int
    name: str
    state: str
    assigned_on: dt.date | None


class BatchDetail(BatchRow):
    place: str
    assigned_by: str
    received_by: str
    total: int
    suggestions: int
    remarks: int


SENT_BACK = ("returned_for_edit", "not_a_suggestion")


def row_words(actor):
    """How a list's row is told to `actor`."""
    on = today()

    def words(row):
        found = lists.words_of(row, actor, on)
        return found | {"id": found["pk"], "light": _lamp(found["light"])}

    return words


def show(actor, pk):
    """A suggestion as the API answers with it, cut to what the actor may read."""
    file = case_file(actor, pk, today())
    s = file.suggestion
    sent_back = s.state in SENT_BACK
    parts = {
        "proposer": file.proposer,
        "co_signers": [_co_signer(row) for row in file.signings],
        "state_words": s.get_state_display(),
        "due": s.due_facts,
        "assign_due": s.assign_due_facts,
        "earlier": _earlier(file.earlier),
        "light": _lamp(file.light),
        "ground": s.get_ground_display() if sent_back else "",
        "office_note": s.office_note if sent_back else "",
        "handlings": [_part(part) for part in file.parts],
        "trail": file.events,
    }
    return told(SuggestionDetail, s, **parts)


def show_handling(actor, pk):
    """The suggestion a handling belongs to."""
    return show(actor, handling_of(actor, pk).suggestion_id)


def show_batch(actor, pk):
    """A batch with its counts."""
    batch = lists.batch(actor, pk)
    return told(BatchDetail, batch, **lists.counts_of(batch))


def _earlier(earlier):
    """曾提出, as much as the reader may know."""
    return told(Earlier, earlier) if earlier else None


def _lamp(light):
    return light.words if light else ""


def _co_signer(row):
    return {"name": str(row.mandate), "certificate_no": row.mandate.certificate_no, "state": row.state}


def _part(part):
    row = part.row
    parts = {
        "unit": row.unit.name,
        "state_words": row.get_state_display(),
        "due": row.due_facts,
        "step_due": row.step_due_facts,
        "light": _lamp(part.light),
        "contacts": part.contacts,
        "opinion": part.opinion,
        "reply": _reply(part.reply) if part.reply else None,
        "promises": part.promises,
        "evaluation": _evaluation(part) if part.evaluation else None,
        "evaluation_hidden": part.evaluation_hidden,
    }
    return told(HandlingPart, row, **parts)


def _reply(reply):
    """The remarks of those who read the draft are for its writing, not for its reader."""
    return told(Reply, reply, review_note="" if reply.issued_on else reply.review_note)


def _evaluation(part):
    return told(Evaluation, part.evaluation, objection=part.objection)
