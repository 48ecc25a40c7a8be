"""Writing a suggestion: a new one, and what is kept while it is being typed."""

import uuid

from django.contrib.auth.decorators import login_required
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from minqiao.duties.suggestions.actions import drafting
from minqiao.duties.suggestions.choices import Kind
from minqiao.duties.suggestions.forms.drafting import Draft, PaperDraft, RemarkDraft
from minqiao.duties.suggestions.queries import near
from minqiao.duties.suggestions.queries.file import suggestion_of
from minqiao.foundation.accounts.choices import CONGRESS_STAFF, Role
from minqiao.kit.clock import now, today
from minqiao.kit.workflow import Refused


def _form_class(actor, kind):
    if actor.role == Role.DEPUTY:
        return Draft
    if actor.role not in CONGRESS_STAFF:
        raise Refused("只有代表可以提出建议；代表工作委员会、大会秘书处可以代为录入")
    return RemarkDraft if kind == Kind.REVIEW_REMARK else PaperDraft


@login_required
def new(request):
    """Begin a suggestion; a clerk begins one for a deputy who uses paper, or notes an oral remark."""
    kind = Kind.REVIEW_REMARK if request.GET.get("kind") == Kind.REVIEW_REMARK else Kind.SUGGESTION
    form_class = _form_class(request.actor, kind)
    bound = {"data": request.POST} if request.method == "POST" else {}
    form = form_class(**bound, actor=request.actor, on=today())
    if bound and form.is_valid():
        draft = _begun(request, form, kind)
        if request.POST.get("then") == "submit":
            return redirect("suggestions:step", draft.pk, "submit")
        return redirect("suggestions:detail", draft.pk)
    context = {"form": form, "kind": kind, "once": request.POST.get("once") or uuid.uuid4()}
    context["htmx"] = kind == Kind.SUGGESTION
    return render(request, "suggestions/new.html", context, status=422 if bound else 200)


def _begun(request, form, kind=Kind.SUGGESTION):
    """The draft this form makes, or the one it made before: sent again, it brings the words up to date."""
    once, words = _once(request.POST.get("once")), form.arguments
    draft = drafting.draft(actor=request.actor, at=now(), once=once, kind=kind, **words)
    if any(getattr(draft, name) != value for name, value in words.items() if name != "signer"):
        drafting.autosave(draft, actor=request.actor, at=now(), **words)
    return draft


def _once(text):
    try:
        return uuid.UUID(str(text))
    except ValueError:
        return None


@login_required
@require_POST
def autosave(request, pk):
    """Keep what is being typed; what is wrong in it is said at the next real saving."""
    suggestion = suggestion_of(request.actor, pk)
    form = Draft(request.POST, subject=suggestion, actor=request.actor, on=today())
    if not form.is_valid():
        return JsonResponse({"saved": False, "errors": form.errors}, status=422)
    drafting.autosave(suggestion, actor=request.actor, at=now(), **form.arguments)
    return JsonResponse({"saved": True})


@login_required
@require_POST
def autosave_new(request):
    """Keep a suggestion that has not been saved yet: the first word typed makes it a draft."""
    if request.actor.role != Role.DEPUTY or _once(request.POST.get("once")) is None:
        raise Refused("只有代表自己起草的建议会自动保存")
    form = Draft(request.POST, actor=request.actor, on=today())
    if not form.is_valid():
        return JsonResponse({"saved": False, "errors": form.errors}, status=422)
    _begun(request, form)
    return JsonResponse({"saved": True})


@login_required
def similar(request):
    """What was raised before and looks like this: number, title and link, for the writer to read first."""
    text = " ".join((request.GET.get("title", ""), request.GET.get("facts", "")))
    exclude = request.GET.get("not", "")
    rows = near.similar(request.actor, text, int(exclude[:18]) if exclude.isdecimal() else None)
    return render(request, "suggestions/_similar.html", {"rows": rows})
