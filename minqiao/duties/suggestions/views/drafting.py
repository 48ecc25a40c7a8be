"""Writing a suggestion: a new one, and what is kept while it is being typed."""

import uuid

from django.contrib.auth.decorators import login_required
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from minqiao.duties.suggestions.actions import drafting
from minqiao.duties.suggestions.choices import Kind
from minqiao.duties.suggestions.forms.drafting import TEXTS, BillDraft, Draft, PaperDraft, RemarkDraft
from minqiao.duties.suggestions.queries import near
from minqiao.duties.suggestions.queries.file import suggestion_of
from minqiao.duties.suggestions.queries.mine import unfinished
from minqiao.duties.suggestions.rules.versions import version
from minqiao.duties.suggestions.views.checking import is_check, of_text, posted
from minqiao.duties.suggestions.views.onward import onward_from
from minqiao.foundation.accounts.choices import CONGRESS_STAFF, Role
from minqiao.kit.clock import now, today
from minqiao.kit.ids import id_from, uuid_from
from minqiao.kit.workflow import Refused


def _form_class(actor, kind):
    if actor.role == Role.DEPUTY:
        return Draft
    if actor.role not in CONGRESS_STAFF:
        raise Refused("只有代表可以提出建议；代表工作委员会、大会秘书处可以代为录入")
    return {Kind.REVIEW_REMARK: RemarkDraft, Kind.BILL_CONVERTED: BillDraft}.get(kind, PaperDraft)


def _kind(asked):
    return Kind(asked) if asked in (Kind.REVIEW_REMARK, Kind.BILL_CONVERTED) else Kind.SUGGESTION


@login_required
def new(request):
    """Begin a suggestion; a clerk begins one for a deputy who uses paper, or notes an oral remark.

    Sent to be handed in with something missing, it is kept, and comes back with the reasons at the fields.
    """
    kind = _kind(request.GET.get("kind"))
    form_class = _form_class(request.actor, kind)
    bound = {"data": posted(request)} if request.method == "POST" else {}
    form = form_class(**bound, actor=request.actor, on=today())
    kept, looked = None, bool(bound) and is_check(request)
    if bound and not looked and form.is_valid():
        kept = _begun(request, form, drafting.edit, kind)
        if onward := onward_from(request, kept, form):
            return redirect(onward)
    context = {"form": form, "kind": kind, "once": request.POST.get("once") or uuid.uuid4(), "kept": kept}
    context |= {"htmx": kind == Kind.SUGGESTION, "unfinished": () if bound else unfinished(request.actor)}
    if looked:
        context["checked"] = of_text(request.actor, request.actor.realm_id, form)
    return render(request, "suggestions/new.html", context, status=422 if bound and not looked else 200)


def _begun(request, form, change, kind=Kind.SUGGESTION):
    """The draft this form makes, or the one it made before: sent again, `change` brings it up to date."""
    once, words = uuid_from(request.POST.get("once")), form.arguments
    if kind == Kind.BILL_CONVERTED and request.actor.role != Role.DEPUTY:
        return drafting.convert_bill(actor=request.actor, at=now(), once=once, **words)
    draft = drafting.draft(actor=request.actor, at=now(), once=once, kind=kind, **words)
    words.pop("signer", None)
    if any(getattr(draft, name) != value for name, value in words.items()):
        change(draft, actor=request.actor, at=now(), **words)
    return draft


@login_required
@require_POST
def autosave(request, pk):
    """Keep what is being typed; what is wrong in it is said at the next real saving."""
    suggestion = suggestion_of(request.actor, pk)
    form = Draft(posted(request), subject=suggestion, actor=request.actor, on=today())
    if not form.is_valid():
        return JsonResponse({"saved": False, "errors": form.errors}, status=422)
    seen = request.POST.get("seen", "")
    try:
        drafting.autosave(suggestion, actor=request.actor, at=now(), seen=seen, **form.arguments)
    except Refused as refusal:
        return JsonResponse({"saved": False, "why": refusal.why}, status=409)
    return JsonResponse({"saved": True, "seen": version(suggestion)})


@login_required
@require_POST
def autosave_new(request):
    """Keep a suggestion that has not been saved yet: the first word typed makes it a draft.

    The answer says where that draft is edited; the page goes on there, so that a reload finds the same one.
    """
    if request.actor.role != Role.DEPUTY or uuid_from(request.POST.get("once")) is None:
        raise Refused("只有代表自己起草的建议会自动保存")
    form = Draft(posted(request), actor=request.actor, on=today())
    if not form.is_valid():
        return JsonResponse({"saved": False, "errors": form.errors}, status=422)
    if not any(form.cleaned_data[name] for name in (*TEXTS, "requests")):
        return JsonResponse({"saved": False})
    draft = _begun(request, form, drafting.autosave)
    on = {"page": reverse("suggestions:step", args=[draft.pk, "edit"])}
    on["autosave"] = reverse("suggestions:autosave", args=[draft.pk])
    return JsonResponse({"saved": True, "seen": version(draft), **on})


@login_required
def similar(request):
    """What was raised before and looks like this: number, title and link, for the writer to read first."""
    text = " ".join((request.GET.get("title", ""), request.GET.get("facts", "")))
    rows = near.similar(request.actor, text, id_from(request.GET.get("not", "")))
    chosen = request.GET.get("same_as") or request.GET.get("repeat_of", "")
    return render(request, "suggestions/_similar.html", {"rows": rows, "chosen": chosen})
