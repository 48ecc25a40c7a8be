"""What every room's API shares: answers when something is wrong, pages of a list, steps of a lifecycle.

A schema's class name is its name in the published description, where all rooms stand together: name it
after the thing (`KeyItemRow`, `KeyItemFilters`), never `Row`.
"""

from functools import partial
from typing import Annotated

from django.http import Http404
from ninja import Schema, Status
from pydantic import Field, create_model

from minqiao.kit.clock import now, today
from minqiao.kit.cursor import stretch_of
from minqiao.kit.ids import uuid_from
from minqiao.kit.schema import BadInput, bind, payload_of, schema_from
from minqiao.kit.workflow import Refused

MOST = 100  # rows of one page
Id = Annotated[int, Field(ge=0, le=2**63 - 1)]  # a number that can be a row's


class StepAnswer(Schema):
    """A step: open to me now, or why not."""

    step: str
    label: str
    open: bool
    why: str


class Refusal(Schema):
    """409: the act is not allowed, why, and by which rule."""

    refused: str
    why: str
    basis: str = ""


class Faults(Schema):
    """400, 401, 404, 422: what is wrong, field by field; `__all__` is about the whole."""

    errors: dict[str, list[str]]


BINARY = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}
FILE = {"responses": {200: {"description": "文件", "content": BINARY}}}  # openapi_extra of what gives a file
WRONG = {400: Faults, 401: Faults, 403: Faults, 404: Faults}
READING = {401: Faults, 404: Faults, 422: Faults}


def answers(schema) -> dict:
    """What an operation that writes may answer with, by status."""
    return {200: schema, **WRONG, 409: Refusal, 413: Faults, 422: Faults}


def read_answers(schema) -> dict:
    """What an operation that reads may answer with, by status."""
    return {200: schema, **READING}


def rows_of(schema):
    """The answer of a list: a page of such rows and the cursor of the next; FooRow makes FooRows."""
    fields = {"rows": (list[schema], ...), "next": (str | None, ...)}
    return create_model(f"{schema.__name__}s", __base__=Schema, __module__=schema.__module__, **fields)


def told(schema, row, **others) -> dict:
    """`row` as `schema` tells it: names in `others` as given, `id` its key, the rest by the same name."""
    names = [name for name in schema.model_fields if name not in others]
    return {name: row.pk if name == "id" else getattr(row, name) for name in names} | others


def asked(filters) -> dict:
    """The filters that were filled in, as the page's address would write them."""
    return {name: str(value) for name, value in filters.model_dump(mode="json").items() if value}


def refuse(why, action):
    """Refused with the reason, if there is one."""
    if why:
        raise Refused(why, action=action)


ONCE = {
    "once": {"type": "string", "format": "uuid", "title": "防重复编号", "description": "同一编号只建一次"}
}  # of `body_of`: the sender's own number for what he begins


def take_once(payload):
    """The `once` of a payload, taken out of it: a UUID, or None where none was sent."""
    text = payload.pop("once", None)
    found = uuid_from(text)
    if text is not None and found is None:
        raise BadInput({"once": ["应当是UUID"]})
    return found


def body_of(form_class, more=None, optional=()) -> dict:
    """The part of an operation's description that says what to send; `more`: properties beside the form's."""
    schema = schema_from(form_class, optional)
    schema["properties"] |= more or {}
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": schema}}}}


def page_of_rows(rows, order, cursor, limit, words, nullable=()) -> dict:
    """One page of an API list: its rows, each told by `words`, and the cursor of the next page or None."""
    found, following = stretch_of(rows, order, cursor, max(1, min(limit, MOST)), nullable)
    return {"rows": [words(row) for row in found], "next": following}


def add_lives(router, lives, *, room, forms, actions, known=None, revisions=()):
    """The steps of several lifecycles, each (prefix, workflow, find, show, answer) as `add_steps` takes them.

    `forms` and `actions` are the room's tables by lifecycle; `known(slug, action, subject)` is asked for
    `revisions` only: acts that change words, where what is left out stays.
    """

    def held(slug, action, subject):
        return known(slug, action, subject) if action in revisions else {}

    for prefix, workflow, find, show, answer in lives:
        slug = workflow.slug
        tables = {"forms": forms[slug], "actions": actions[slug], "known": partial(held, slug)}
        add_steps(router, prefix, room=room, workflow=workflow, find=find, show=show, answer=answer, **tables)


def add_steps(router, prefix, *, room, workflow, forms, actions, find, show, answer, known=None):
    """Operations for a lifecycle: GET <prefix>/steps, and POST <prefix>/steps/<action> for every act.

    `find(actor, pk)` gives the subject or 404; `show(actor, pk)` what an act answers with, of type
    `answer`; `known(action, subject)` what an act that changes words finds already there.
    """

    def steps(request, pk: int):
        subject = find(request.actor, pk)
        found = workflow.answers(request.actor, subject, today())
        return [{"step": row.action, "label": row.label, "open": not why, "why": why} for row, why in found]

    name = workflow.slug if workflow.slug + "s" != room else ""
    router.add_api_operation(
        f"{prefix}/steps",
        ["GET"],
        steps,
        response=read_answers(list[StepAnswer]),
        operation_id="_".join(filter(None, (room, name, "steps"))),
        summary=f"{workflow.label}：现在能办什么，不能办的为什么",
    )
    for action in workflow.actions():
        router.add_api_operation(
            f"{prefix}/steps/{action}",
            ["POST"],
            _taking(workflow, action, forms[action], actions[action], find, show, known),
            response=answers(answer) | {204: None},
            operation_id="_".join(filter(None, (room, name, action))),
            summary=f"{workflow.label}：{workflow.rows(action)[0].label}",
            openapi_extra=body_of(forms[action]),
        )


def _taking(workflow, action, form_class, act, find, show, known):
    def take(request, pk: int):
        payload = payload_of(request)
        subject = find(request.actor, pk)
        workflow.step(action, request.actor, subject, today())
        context = {"subject": subject, "actor": request.actor, "on": today()}
        held = known(action, subject) if known else {}
        form = bind(form_class, payload, known=held, **context)
        act(subject, actor=request.actor, at=now(), **form.arguments)
        try:
            return Status(200, show(request.actor, pk))
        except Http404:  # done, and by that out of one's sight: a co-signature declined
            return Status(204, None)

    return take
