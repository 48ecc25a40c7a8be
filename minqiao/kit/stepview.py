"""The browser's way to an act: a form asked and answered, and the page of a lifecycle's step."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.shortcuts import redirect, render

from minqiao.kit.clock import now, today
from minqiao.kit.workflow import Refused


@dataclass(frozen=True)
class Attempt:
    """What came of a form: the act was done and gave `made`, or was refused, or neither; the status."""

    is_done: bool = False
    made: Any = None
    refused: Refused | None = None
    status: int = 200


def attempt(form, act) -> Attempt:
    """Run `act(**form.arguments)` when the form was sent and holds good; 422 wrong words, 409 refused."""
    if not form.is_bound:
        return Attempt()
    if not form.is_valid():
        return Attempt(status=422)
    try:
        return Attempt(is_done=True, made=act(**form.arguments))
    except Refused as refusal:
        return Attempt(refused=refusal, status=409)


def sent(request) -> dict:
    """What a form is bound to: words and files of a POST, nothing at a first look."""
    return {"data": request.POST, "files": request.FILES} if request.method == "POST" else {}


def step_page(
    request, workflow, subject, action, *, forms, actions, known, crumbs, page="act.html", more=None
):
    """A step of a lifecycle: its form, or its act and back to the last of `crumbs` (words, address).

    `known(slug, action, subject)` is what the form shows at first; `more`: what `page` shows beside it.
    What cannot be done is Refused before a form is shown.
    """
    on, actor, back = today(), request.actor, crumbs[-1][1]
    step = workflow.step(action, actor, subject, on)
    bound = sent(request)
    initial = {} if bound else known(workflow.slug, action, subject)
    form = forms[workflow.slug][action](**bound, initial=initial, subject=subject, actor=actor, on=on)
    act = actions[workflow.slug][action]
    tried = attempt(form, lambda **words: act(subject, actor=actor, at=now(), **words))
    if tried.is_done:
        messages.success(request, f"已{step.label}")
        return redirect(back)
    others = [one for one in workflow.open_to(actor, subject, on) if one.action != action]
    context = {"step": step, "form": form, "subject": subject, "refused": tried.refused, "crumbs": crumbs}
    context |= {"back": back, "others": others} | (more or {})
    return render(request, page, context, status=tried.status)
