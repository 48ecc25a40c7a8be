"""The notebook: jot in a line, list, one note with its files, its steps."""

import uuid
from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from minqiao.duties.suggestions.actions import ACTIONS
from minqiao.duties.suggestions.actions.ideas import attach as attach_to
from minqiao.duties.suggestions.actions.ideas import jot
from minqiao.duties.suggestions.choices import IdeaState
from minqiao.duties.suggestions.forms import FORMS
from minqiao.duties.suggestions.forms.ideas import Jot
from minqiao.duties.suggestions.forms.known import known
from minqiao.duties.suggestions.queries import ideas as reading
from minqiao.duties.suggestions.workflow import IDEA
from minqiao.foundation.accounts.choices import Role
from minqiao.foundation.attachments.queries import attachment_in, attachments_of
from minqiao.foundation.attachments.views import answer as answer_attachment
from minqiao.kit.clock import now, today
from minqiao.kit.ids import id_from, uuid_from
from minqiao.kit.paging import page_of
from minqiao.kit.stepview import attempt, sent
from minqiao.kit.workflow import Refused

SHOWN = (IdeaState.OPEN, IdeaState.USED, IdeaState.ARCHIVED)


@login_required
def ideas(request):
    """The notebook: one line to jot, the notes that wait to be used."""
    actor = request.actor
    if actor.role != Role.DEPUTY:
        raise Refused("素材本只供代表本人使用")
    form = Jot(request.POST if request.method == "POST" else None, actor=actor, on=today())
    if form.is_valid():
        jot(actor=actor, at=now(), once=uuid_from(request.POST.get("once")), **form.arguments)
        messages.success(request, "已记下")
        return redirect("suggestions:ideas")
    counts = reading.ideas_by_state(actor)
    context = {
        "form": form,
        "once": request.POST.get("once") or uuid.uuid4(),
        "page": page_of(reading.ideas(actor, request.GET), request.GET, rows=30),
        "state": request.GET.get("state") or IdeaState.OPEN,
        "tabs": [(one.value, one.label, counts.get(one.value, 0)) for one in SHOWN],
        "of_suggestion": request.GET.get("suggestion"),
    }
    return render(request, "suggestions/ideas.html", context, status=422 if form.is_bound else 200)


@login_required
@require_GET
def use_many(request):
    """Several notes picked in the list go to the page of the first, where they become one suggestion."""
    picked = [pk for pk in map(id_from, request.GET.getlist("pk")) if pk is not None]
    if not picked:
        raise Refused("请先勾选要写成建议的素材")
    first = reading.idea_of(request.actor, picked[0])
    also = "&".join(f"also={pk}" for pk in picked[1:])
    return redirect(reverse("suggestions:idea_step", args=[first.pk, "use"]) + (f"?{also}" if also else ""))


@login_required
def idea(request, pk):
    """One note with its files and what can be done with it."""
    found = reading.idea_of(request.actor, pk)
    steps = IDEA.answers(request.actor, found, today())
    context = {"idea": found, "steps": steps, "files": attachments_of(found)}
    return render(request, "suggestions/idea.html", context)


@login_required
def idea_step(request, pk, action):
    """A step of a note: its form, or its act."""
    subject = reading.idea_of(request.actor, pk)
    step = IDEA.step(action, request.actor, subject, today())
    initial = known("idea", action, subject) if action == "edit" else {"also": request.GET.getlist("also")}
    form = FORMS["idea"][action](
        **sent(request), initial=initial, subject=subject, actor=request.actor, on=today()
    )
    tried = attempt(form, partial(ACTIONS["idea"][action], subject, actor=request.actor, at=now()))
    if tried.is_done:
        messages.success(request, f"已{step.label}")
        return redirect(_onward(action, tried.made))
    back = reverse("suggestions:idea", args=[pk])
    context = {"step": step, "form": form, "subject": subject, "refused": tried.refused, "back": back}
    context["crumbs"] = [("素材本", reverse("suggestions:ideas")), (subject.title, back)]
    return render(request, "suggestions/idea_step.html", context, status=tried.status)


def _onward(action, idea):
    """From a note that became a draft on to the draft; from a deleted one back to the notebook."""
    if action == "use":
        return reverse("suggestions:step", args=[idea.suggestion_id, "edit"])
    if action == "delete":
        return reverse("suggestions:ideas")
    return reverse("suggestions:idea", args=[idea.pk])


@login_required
@require_POST
def attach(request, pk):
    """Add a photo or another file to a note."""
    found = reading.idea_of(request.actor, pk)
    if "file" not in request.FILES:
        raise Refused("请先选择文件")
    attach_to(found, request.FILES["file"], actor=request.actor, at=now())
    return redirect("suggestions:idea", pk)


@login_required
def attachment(request, pk, file_pk):
    """A file of one's own note."""
    return answer_attachment(attachment_in(reading.idea_of(request.actor, pk), file_pk))
