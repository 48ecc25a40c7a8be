"""One view for every step of every lifecycle of the room: find, ask, answer."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.urls import reverse

from minqiao.duties.supervision.actions import ACTIONS
from minqiao.duties.supervision.forms import FORMS
from minqiao.duties.supervision.forms.known import known
from minqiao.duties.supervision.queries.chasing import chase_of
from minqiao.duties.supervision.queries.counterparts import check_of, counterpart_of
from minqiao.duties.supervision.queries.items import item_of
from minqiao.duties.supervision.workflow import CHASE, COUNTERPART, DELEGATED_CHECK, KEY_ITEM
from minqiao.kit.clock import now, today
from minqiao.kit.workflow import Refused


def _take(request, workflow, subject, action, crumbs):
    """Show the step's form, or run its act. What cannot be done is Refused before a form is shown."""
    on, actor, back = today(), request.actor, crumbs[-1][1]
    step = workflow.step(action, actor, subject, on)
    bound = {"data": request.POST, "files": request.FILES} if request.method == "POST" else {}
    initial = {} if bound else known(workflow.slug, action, subject)
    form = FORMS[workflow.slug][action](**bound, initial=initial, subject=subject, actor=actor, on=on)
    refused = None
    if bound and form.is_valid():
        try:
            ACTIONS[workflow.slug][action](subject, actor=actor, at=now(), **form.arguments)
            messages.success(request, f"已{step.label}")
            return redirect(back)
        except Refused as refusal:
            refused = refusal
    status = 409 if refused else 422 if bound else 200
    others = [one for one in workflow.open_to(actor, subject, on) if one.action != action]
    context = {"step": step, "form": form, "subject": subject, "refused": refused, "crumbs": crumbs}
    context |= {"back": back, "others": others}
    return render(request, "supervision/act.html", context, status=status)


@login_required
def item_step(request, pk, action):
    """A step of a key item."""
    subject = item_of(request.actor, pk)
    words = (subject.number or subject.title, reverse("supervision:item", args=[pk]))
    return _take(request, KEY_ITEM, subject, action, [("重点督办", reverse("supervision:index")), words])


@login_required
def counterpart_step(request, pk, action):
    """A step of a suggestion's counterpart supervision."""
    subject = counterpart_of(request.actor, pk)
    words = (subject.number, reverse("supervision:counterpart", args=[pk]))
    crumbs = [("对口督办", reverse("supervision:counterparts")), words]
    return _take(request, COUNTERPART, subject, action, crumbs)


@login_required
def check_step(request, pk, action):
    """A step of a delegated check."""
    subject = check_of(request.actor, pk)
    words = (subject.number, reverse("supervision:check", args=[pk]))
    return _take(
        request, DELEGATED_CHECK, subject, action, [("委托检查", reverse("supervision:checks")), words]
    )


@login_required
def chase_step(request, pk, action):
    """A step of a chaser."""
    subject = chase_of(request.actor, pk)
    words = (str(subject), reverse("supervision:chase", args=[pk]))
    return _take(request, CHASE, subject, action, [("催办通报", reverse("supervision:chasing")), words])
