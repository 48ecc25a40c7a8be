"""The page of a step, alike in every room: find, ask, answer."""

from django.contrib import messages
from django.shortcuts import redirect, render

from minqiao.kit.clock import now, today
from minqiao.kit.workflow import Refused


def take_step(
    request, workflow, subject, action, *, forms, actions, crumbs, initial=None, page="step.html", **more
):
    """Show the step's form, or run its act; what cannot be done is Refused before a form is shown.

    `forms` and `actions` are of one lifecycle, `crumbs` end at the case, `initial()` gives what is known.
    """
    on, actor, back = today(), request.actor, crumbs[-1][1]
    step = workflow.step(action, actor, subject, on)
    bound = {"data": request.POST, "files": request.FILES} if request.method == "POST" else {}
    held = initial() if initial and not bound else {}
    form = forms[action](**bound, initial=held, subject=subject, actor=actor, on=on)
    refused = None
    if bound and form.is_valid():
        try:
            actions[action](subject, actor=actor, at=now(), **form.arguments)
            messages.success(request, f"已{step.label}")
            return redirect(back)
        except Refused as refusal:
            refused = refusal
    status = 409 if refused else 422 if bound else 200
    others = [one for one in workflow.open_to(actor, subject, on) if one.action != action]
    context = {"step": step, "form": form, "subject": subject, "refused": refused, "crumbs": crumbs}
    return render(request, page, context | {"back": back, "others": others} | more, status=status)
