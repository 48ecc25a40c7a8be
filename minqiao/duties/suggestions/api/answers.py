"""What the room's API answers with: a list's row, a suggestion with its parts, a batch."""

import datetime as dt

from ninja import Schema

from minqiao.duties.suggestions.queries import lists
from minqiao.duties.suggestions.queries.file import case_file, handling_of
from minqiao.kit.clock import today


class Row(Schema):
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


class Rows(Schema):
    rows: list[Row]
    next: str | None


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


class Part(Schema):
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


class Detail(Schema):
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
    handlings: list[Part]
    trail: list[Event]


class BatchRow(Schema):
    id: int
    name: str
    state: str
    assigned_on: dt.date | None


class BatchRows(Schema):
    rows: list[BatchRow]
    next: str | None


class BatchDetail(BatchRow):
    place: str
    assigned_by: str
    received_by: str
    total: int
    suggestions: int
    remarks: int


SENT_BACK = ("returned_for_edit", "not_a_suggestion")
SAME = (
    "number", "kind", "title", "facts", "analysis", "requests", "topic", "state", "result_category",
    "evaluation_state", "commitment_state", "disclosure_state", "assign_due_on", "assigned_on", "due_on",
)  # fmt: skip


def row_words(actor):
    """How a list's row is told to `actor`."""
    on = today()

    def words(row):
        told = lists.words_of(row, actor, on)
        return told | {"id": told["pk"], "light": _lamp(told["light"])}

    return words


def show(actor, pk):
    """A suggestion as the API answers with it, cut to what the actor may read."""
    file = case_file(actor, pk, today())
    s = file.suggestion
    told = s.state in SENT_BACK
    return {name: getattr(s, name) for name in SAME} | {
        "id": s.pk,
        "proposer": file.proposer,
        "co_signers": [_co_signer(row) for row in file.signings],
        "state_words": s.get_state_display(),
        "due": s.due_facts,
        "assign_due": s.assign_due_facts,
        "earlier": _earlier(file.earlier),
        "light": _lamp(file.light),
        "ground": s.get_ground_display() if told else "",
        "office_note": s.office_note if told else "",
        "handlings": [_part(part) for part in file.parts],
        "trail": file.events,
    }


def show_handling(actor, pk):
    """The suggestion a handling belongs to."""
    return show(actor, handling_of(actor, pk).suggestion_id)


def show_batch(actor, pk):
    """A batch with its counts."""
    batch = lists.batch(actor, pk)
    names = ("name", "state", "assigned_on", "place", "assigned_by", "received_by")
    return {name: getattr(batch, name) for name in names} | {"id": batch.pk} | lists.counts_of(batch)


def _earlier(earlier):
    """曾提出, as much as the reader may know."""
    if earlier is None:
        return None
    return {"number": earlier.number, "id": earlier.pk, "title": earlier.title, "words": earlier.words}


def _lamp(light):
    return light.words if light else ""


def _co_signer(row):
    return {"name": str(row.mandate), "certificate_no": row.mandate.certificate_no, "state": row.state}


def _part(part):
    row = part.row
    names = ("unit_id", "role", "part", "state", "due_on", "step_due_on", "replied_on")
    return {name: getattr(row, name) for name in names} | {
        "id": row.pk,
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


def _reply(reply):
    """The remarks of those who read the draft are for its writing, not for its reader."""
    names = [name for name in Reply.model_fields if name != "review_note"]
    note = "" if reply.issued_on else reply.review_note
    return {name: getattr(reply, name) for name in names} | {"review_note": note}


def _evaluation(part):
    names = [name for name in Evaluation.model_fields if name != "objection"]
    return {name: getattr(part.evaluation, name) for name in names} | {"objection": part.objection}
