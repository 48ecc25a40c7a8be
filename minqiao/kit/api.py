"""What every room's API shares: steps of a lifecycle as operations, one for each act."""

from ninja import Schema

from minqiao.kit.clock import now, today
from minqiao.kit.schema import bind, payload_of, schema_from


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
    """422: what is wrong, field by field."""

    errors: dict[str, list[str]]


def body_of(form_class) -> dict:
    """The part of an operation's description that says what to send."""
    return {"requestBody": {"content": {"application/json": {"schema": schema_from(form_class)}}}}


def add_steps(router, prefix, *, room, workflow, forms, actions, find, show, answer):
    """Operations for a lifecycle: GET <prefix>/steps, and POST <prefix>/steps/<action> for every act.

    `find(actor, pk)` gives the subject or 404; `show(actor, pk)` what an act answers with, of type `answer`.
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
        response=list[StepAnswer],
        operation_id="_".join(filter(None, (room, name, "steps"))),
        summary=f"{workflow.label}：现在能办什么，不能办的为什么",
    )
    for action in workflow.actions():
        router.add_api_operation(
            f"{prefix}/steps/{action}",
            ["POST"],
            _taking(workflow, action, forms[action], actions[action], find, show),
            response={200: answer, 409: Refusal, 422: Faults},
            operation_id="_".join(filter(None, (room, name, action))),
            summary=f"{workflow.label}：{workflow.rows(action)[0].label}",
            openapi_extra=body_of(forms[action]),
        )


def _taking(workflow, action, form_class, act, find, show):
    def take(request, pk: int):
        subject = find(request.actor, pk)
        workflow.step(action, request.actor, subject, today())
        form = bind(form_class, payload_of(request), subject=subject, actor=request.actor, on=today())
        act(subject, actor=request.actor, at=now(), **form.arguments)
        return show(request.actor, pk)

    return take
