"""What every room's API shares: answers when something is wrong, pages of a list, steps of a lifecycle."""

from typing import Annotated

from django.http import Http404
from ninja import Schema, Status
from pydantic import Field

from minqiao.kit.clock import now, today
from minqiao.kit.cursor import stretch_of
from minqiao.kit.schema import bind, payload_of, schema_from

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


WRONG = {400: Faults, 401: Faults, 403: Faults, 404: Faults}
READING = {401: Faults, 404: Faults, 422: Faults}


def answers(schema) -> dict:
    """What an operation that writes may answer with, by status."""
    return {200: schema, **WRONG, 409: Refusal, 413: Faults, 422: Faults}


def read_answers(schema) -> dict:
    """What an operation that reads may answer with, by status."""
    return {200: schema, **READING}


def body_of(form_class, more=None, optional=()) -> dict:
    """The part of an operation's description that says what to send; `more`: properties beside the form's."""
    schema = schema_from(form_class, optional)
    schema["properties"] |= more or {}
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": schema}}}}


def page_of_rows(rows, order, cursor, limit, words, nullable=()) -> dict:
    """One page of an API list: its rows, each told by `words`, and the cursor of the next page or None."""
    found, following = stretch_of(rows, order, cursor, max(1, min(limit, MOST)), nullable)
    return {"rows": [words(row) for row in found], "next": following}


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
