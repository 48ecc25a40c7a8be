"""The same acts and readings in JSON (surface.md)."""

import uuid

from ninja import Router, Schema

from minqiao.duties.suggestions.actions import ACTIONS
from minqiao.duties.suggestions.actions.drafting import draft
from minqiao.duties.suggestions.choices import Kind
from minqiao.duties.suggestions.forms import FORMS
from minqiao.duties.suggestions.forms.drafting import Draft, PaperDraft
from minqiao.duties.suggestions.queries import lists
from minqiao.duties.suggestions.queries.file import case_file, handling_of, suggestion_of
from minqiao.duties.suggestions.workflow import BATCH, HANDLING, SUGGESTION
from minqiao.foundation.accounts.choices import Role
from minqiao.kit.api import Faults, Refusal, add_steps, body_of
from minqiao.kit.clock import now, today
from minqiao.kit.schema import BadInput, bind, payload_of

router = Router(tags=["代表建议"])
MOST = 100


class Row(Schema):
    id: int
    number: str
    title: str
    kind: str
    state: str
    state_words: str
    topic: str
    result_category: str
    due_on: str | None
    replied_on: str | None
    handled_by: str
    proposer: str
    light: str


class Rows(Schema):
    rows: list[Row]
    next: str | None


class Promise(Schema):
    position: int
    text: str
    due_on: str
    state: str


class Part(Schema):
    id: int
    unit: str
    unit_id: int
    role: str
    part: str
    state: str
    state_words: str
    due_on: str
    due: dict
    step_due_on: str | None
    replied_on: str | None
    contacts: list[dict]
    reply: dict | None
    promises: list[Promise]
    evaluation: dict | None
    evaluation_hidden: str


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
    co_signers: list[dict]
    state: str
    state_words: str
    result_category: str
    evaluation_state: str
    commitment_state: str
    disclosure_state: str
    assigned_on: str | None
    due_on: str | None
    due: dict
    office_note: str
    handlings: list[Part]
    trail: list[dict]


class BatchDetail(Schema):
    id: int
    name: str
    state: str
    assigned_on: str | None
    total: int
    suggestions: int
    remarks: int


def _day(value):
    return value.isoformat() if value else None


@router.get("/", response=Rows, operation_id="suggestions_list", summary="我能看到的建议")
def list_suggestions(request, cursor: str = "", limit: int = 25):
    """Filters as on the page: state, kind, topic, unit, delegation, light, q, sort; cursor pages."""
    limit = max(1, min(limit, MOST))
    start = int(cursor) if cursor.isdecimal() and len(cursor) < 9 else 0
    found = list(lists.suggestions(request.actor, request.GET, today())[start : start + limit + 1])
    rows = [_row(lists.words_of(row, request.actor, today())) for row in found[:limit]]
    return {"rows": rows, "next": str(start + limit) if len(found) > limit else None}


def _row(row):
    words = {name: row[name] for name in ("number", "title", "kind", "state", "state_words", "topic")}
    words |= {name: row[name] for name in ("result_category", "handled_by", "proposer")}
    days = {"due_on": _day(row["due_on"]), "replied_on": _day(row["replied_on"])}
    return {"id": row["pk"], "light": row["light"].words if row["light"] else "", **words, **days}


@router.post(
    "/",
    response={200: Detail, 409: Refusal, 422: Faults},
    operation_id="suggestions_draft",
    summary="起草建议",
    openapi_extra=body_of(PaperDraft),
)
def draft_suggestion(request):
    """A deputy drafts his own; the office names the signer. The same `once` gives the same draft."""
    payload = payload_of(request)
    once = _once(payload.pop("once", None))
    form_class = Draft if request.actor.role == Role.DEPUTY else PaperDraft
    form = bind(form_class, payload, actor=request.actor, on=today())
    found = draft(actor=request.actor, at=now(), once=once, kind=Kind.SUGGESTION, **form.arguments)
    return show(request.actor, found.pk)


def _once(text):
    try:
        return uuid.UUID(text) if text else None
    except (ValueError, AttributeError, TypeError) as error:
        raise BadInput({"once": ["应当是UUID"]}) from error


@router.get("/{int:pk}", response=Detail, operation_id="suggestions_read", summary="一件建议的全部")
def read(request, pk: int):
    """One suggestion with its handlings and trail, cut to what the actor may read."""
    return show(request.actor, pk)


def show(actor, pk):
    """A suggestion as the API answers with it."""
    file = case_file(actor, pk, today())
    s = file.suggestion
    names = ("number", "kind", "title", "facts", "analysis", "requests", "topic", "state", "office_note")
    axes = ("result_category", "evaluation_state", "commitment_state", "disclosure_state")
    joined = [
        {"name": str(row.mandate), "certificate_no": row.mandate.certificate_no, "state": row.state}
        for row in file.signings
    ]
    return {name: getattr(s, name) for name in (*names, *axes)} | {
        "id": s.pk,
        "proposer": file.proposer,
        "co_signers": joined,
        "state_words": s.get_state_display(),
        "assigned_on": _day(s.assigned_on),
        "due_on": _day(s.due_on),
        "due": s.due_facts,
        "handlings": [_part(part) for part in file.parts],
        "trail": [_event(one) for one in file.events],
    }


def _event(one):
    names = ("action", "label", "name", "capacity", "from_state", "to_state", "note")
    return {name: getattr(one, name) for name in names} | {"at": one.at.isoformat()}


def _part(part):
    row, reply = part.row, part.reply
    contact_names = ("id", "stage", "way", "who", "content", "state", "deputy_words")
    reply_names = ("round", "category", "opening", "answers", "closing", "number", "signer", "review_note")
    grades = ("attitude", "result", "was_contacted", "category_is_true", "words")
    return {
        "id": row.pk,
        "unit": row.unit.name,
        "unit_id": row.unit_id,
        "role": row.role,
        "part": row.part,
        "state": row.state,
        "state_words": row.get_state_display(),
        "due_on": _day(row.due_on),
        "due": row.due_facts,
        "step_due_on": _day(row.step_due_on),
        "replied_on": _day(row.replied_on),
        "contacts": [
            {name: getattr(one, name) for name in contact_names} | {"on": _day(one.on)}
            for one in part.contacts
        ],
        "reply": {name: getattr(reply, name) for name in reply_names} if reply else None,
        "promises": [
            {"position": one.position, "text": one.text, "due_on": _day(one.due_on), "state": one.state}
            for one in part.promises
        ],
        "evaluation": {name: getattr(part.evaluation, name) for name in grades} if part.evaluation else None,
        "evaluation_hidden": part.evaluation_hidden,
    }


def _show_handling(actor, pk):
    return show(actor, handling_of(actor, pk).suggestion_id)


def _show_batch(actor, pk):
    batch = lists.batch(actor, pk)
    words = {"id": batch.pk, "name": batch.name, "state": batch.state, "assigned_on": _day(batch.assigned_on)}
    return words | lists.counts_of(batch)


STEPS = (
    ("/{int:pk}", SUGGESTION, suggestion_of, show, Detail),
    ("/handlings/{int:pk}", HANDLING, handling_of, _show_handling, Detail),
    ("/batches/{int:pk}", BATCH, lists.batch, _show_batch, BatchDetail),
)
for prefix, workflow, find, answer_of, answer in STEPS:
    add_steps(
        router,
        prefix,
        room="suggestions",
        workflow=workflow,
        forms=FORMS[workflow.slug],
        actions=ACTIONS[workflow.slug],
        find=find,
        show=answer_of,
        answer=answer,
    )
