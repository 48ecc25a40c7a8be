"""One view for every step of every lifecycle of the room: find, ask, answer."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.urls import reverse

from minqiao.duties.stations.actions import ACTIONS
from minqiao.duties.stations.forms import FORMS
from minqiao.duties.stations.forms.known import known
from minqiao.duties.stations.queries.opinions import opinion_of
from minqiao.duties.stations.queries.places import place_of
from minqiao.duties.stations.workflow import OPINION, PLACE
from minqiao.kit.clock import now, today
from minqiao.kit.workflow import Refused


def _take(request, workflow, subject, action, crumbs):
    """Show the step's form, or run its act. What cannot be done is Refused before a form is shown."""
    on, actor, back = today(), request.actor, crumbs[-1][1]
    step = workflow.step(action, actor, subject, on)
    bound = {"data": request.POST} if request.method == "POST" else {}
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
    context |= {"back": back, "others": others, "text": getattr(subject, "text", "")}
    return render(request, "stations/act.html", context, status=status)


@login_required
def place_step(request, pk, action):
    """A step of a place."""
    subject = place_of(request.actor, pk)
    words = (subject.name, reverse("stations:place", args=[pk]))
    return _take(request, PLACE, subject, action, [("联络站点", reverse("stations:index")), words])


@login_required
def opinion_step(request, pk, action):
    """A step of an opinion."""
    subject = opinion_of(request.actor, pk)
    words = (subject.number, reverse("stations:opinion", args=[pk]))
    return _take(request, OPINION, subject, action, [("群众意见", reverse("stations:opinions")), words])
