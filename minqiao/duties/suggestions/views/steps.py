"""One view for every step of every lifecycle of the room: find, ask, answer."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.urls import reverse

from minqiao.duties.suggestions.actions import do
from minqiao.duties.suggestions.forms import FORMS
from minqiao.duties.suggestions.forms.known import known
from minqiao.duties.suggestions.queries.file import handling_of, open_extension, suggestion_of
from minqiao.duties.suggestions.queries.lists import batch as batch_of
from minqiao.duties.suggestions.queries.near import hints
from minqiao.duties.suggestions.queries.people import confirmed_names
from minqiao.duties.suggestions.queries.promises import commitment_of, promise_file
from minqiao.duties.suggestions.queries.publications import original_of, publication_of
from minqiao.duties.suggestions.rules.disclosing import blocks_of
from minqiao.duties.suggestions.rules.versions import READ_FIRST, version
from minqiao.duties.suggestions.views import checking
from minqiao.duties.suggestions.views.checking import is_check, posted
from minqiao.duties.suggestions.views.onward import onward_from
from minqiao.duties.suggestions.views.previews import preview
from minqiao.duties.suggestions.workflow import BATCH, COMMITMENT, HANDLING, PUBLICATION, SUGGESTION
from minqiao.kit.clock import now, today
from minqiao.kit.ids import id_from
from minqiao.kit.redaction import pieces
from minqiao.kit.stepview import Attempt, attempt, sent

HERE = "here"  # back to the page of the thing


def _take(request, workflow, subject, action, back):
    """Show the step's form, or run its act. What cannot be done is Refused before a form is shown."""
    step = workflow.step(action, request.actor, subject, today())
    bound = sent(request) | ({"data": posted(request)} if request.method == "POST" else {})
    initial = {} if bound else known(workflow.slug, action, subject) | {"assigned_on": today()}
    form = FORMS[workflow.slug][action](
        **bound, initial=initial, subject=subject, actor=request.actor, on=today()
    )
    looked = bound and is_check(request)
    before = confirmed_names(subject) if bound and not looked and action == "edit" else []
    seen = request.POST.get("seen", "")
    act = partial(do, workflow.slug, action, subject, seen=seen, actor=request.actor, at=now())
    tried = Attempt() if looked else attempt(form, act)
    if tried.is_done and (onward := _done(request, step, subject, form, before)):
        return redirect(onward if onward != HERE else back)
    context = {"step": step, "form": form, "subject": subject, "refused": tried.refused, "back": back}
    context |= {"kept": tried.is_done, "crumbs": _crumbs(workflow, subject, back)}
    context |= _beside(workflow, subject, action, request)
    context |= preview(subject, action, form, today())
    if action == "redact":
        context["redaction"] = _redaction(form)
    if looked:
        context |= _looked_over(request, subject, action, form)
    status = 422 if tried.is_done else tried.status  # saved, but what was asked for next lacks something
    return render(request, f"suggestions/{_page(workflow, action)}", context, status=status)


def _crumbs(workflow, subject, back):
    """The list the thing stands in, then the thing itself."""
    if workflow is BATCH:
        return [("交办批次", reverse("suggestions:batches")), (subject.name, back)]
    suggestion = _suggestion_of(subject)
    own = (suggestion.number or suggestion.title or "草稿", back)
    if workflow is COMMITMENT:
        return [("承诺台账", reverse("suggestions:ledger")), own]
    return [("代表建议", reverse("suggestions:index")), own]


def _looked_over(request, subject, action, form):
    """The hints on what stands in the form; nothing was saved."""
    if action == "draft_reply":
        return {"checked": checking.of_answers(subject, form)}
    if action != "edit":
        return {}
    return {"checked": checking.of_text(request.actor, subject.congress_id, form, subject.pk)}


def _done(request, step, subject, form, before):
    """Where to go after the act, with a word on what was done; "" when the saved text still lacks something.

    `before`: who had confirmed a text that was changed; those asked again are named.
    """
    if step.action != "edit":
        messages.success(request, f"已{step.label}")
        return _onward(request) or HERE
    onward = onward_from(request, subject, form)
    standing = confirmed_names(subject) if before else []
    if asked := [name for name in before if name not in standing]:
        messages.info(request, f"已请{'、'.join(asked)}重新确认联名")
    if onward:
        messages.success(request, "已保存")
    return onward


def _onward(request):
    """From the dispatch desk on to the next item there; elsewhere nowhere else."""
    onward = request.POST.get("next_item")
    if onward is None:
        return ""
    pk = id_from(onward)
    return f"/suggestions/desk/?pk={pk}#chosen" if pk else "/suggestions/desk/"


def _beside(workflow, subject, action, request):
    """What is read beside the form: the text, a request for more time, what else could be done instead."""
    others = workflow.open_to(request.actor, subject, today())
    context = {
        "suggestion": _suggestion_of(subject),
        "seen": version(subject) if action in READ_FIRST else "",
        "others": [step for step in others if step.action != action],
        "next_item": request.POST.get("next_item", request.GET.get("next_item")),
    }
    context |= checking.beside(request.actor, workflow, subject, action)
    if action in ("approve_extension", "refuse_extension"):
        context["extension"] = open_extension(subject)
    if workflow is COMMITMENT:
        context["file"] = promise_file(request.actor, subject.pk, today())
    if action == "dispatch":
        context["hints"] = hints(subject)
    if action == "edit":
        context |= {"htmx": True, "confirmed": confirmed_names(subject)}
    if workflow is PUBLICATION:
        context |= _public_text(subject, action)
    return context


def _suggestion_of(subject):
    """The suggestion a step is about: itself, or that of a handling or of a promise."""
    subject = getattr(subject, "handling", subject)
    return getattr(subject, "suggestion", subject)


def _public_text(publication, action):
    """What is to be published: as checked where it is about to go out, as it was written before."""
    shown = publication.text if action in ("publish", "take_down") else original_of(publication)
    mode = publication.mode if action in ("publish", "take_down") else ""
    return {"blocks": blocks_of(shown, mode)}


def _redaction(form):
    """Every block with its original cut at what is to be hidden, and the findings to be ticked."""
    return [(heading, was, pieces(was, found), found) for heading, was, found, _ in form.rows]


def _page(workflow, action):
    """Most steps share one page; some have room to work."""
    own = {
        "draft_reply": "reply.html",
        "dispatch": "dispatch.html",
        "dispatch_to_organ": "dispatch.html",
        "edit": "edit.html",
        "redact": "redact.html",
    }
    pages = {
        BATCH.slug: "batch_step.html",
        COMMITMENT.slug: "promise_act.html",
        PUBLICATION.slug: "publication_step.html",
    }
    return own.get(action, pages.get(workflow.slug, "act.html"))


@login_required
def suggestion_step(request, pk, action):
    """A step of a suggestion."""
    subject = suggestion_of(request.actor, pk)
    declined = action == "decline_cosign"  # a text one does not join is out of one's sight
    return _take(request, SUGGESTION, subject, action, "/suggestions/" if declined else subject_url(pk))


@login_required
def handling_step(request, pk, action):
    """A step of one unit's handling."""
    subject = handling_of(request.actor, pk)
    return _take(request, HANDLING, subject, action, subject_url(subject.suggestion_id))


@login_required
def publication_step(request, pk, action):
    """A step of a publication."""
    subject = publication_of(request.actor, pk)
    return _take(request, PUBLICATION, subject, action, subject_url(subject.suggestion_id))


@login_required
def batch_step(request, pk, action):
    """A step of an assignment batch."""
    subject = batch_of(request.actor, pk)
    return _take(request, BATCH, subject, action, f"/suggestions/batches/{pk}/")


@login_required
def commitment_step(request, pk, action):
    """A step of one promise."""
    subject = commitment_of(request.actor, pk)
    return _take(request, COMMITMENT, subject, action, f"/suggestions/ledger/{pk}/")


def subject_url(pk):
    """The page of a suggestion."""
    return f"/suggestions/{pk}/"
