"""Where many are handled in one morning: the dispatch desk, and assignment batches."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from minqiao.duties.suggestions.actions import office
from minqiao.duties.suggestions.forms.batch import NewBatch
from minqiao.duties.suggestions.forms.office import Dispatch
from minqiao.duties.suggestions.queries import lists
from minqiao.duties.suggestions.queries.file import CASE, suggestion_of
from minqiao.duties.suggestions.queries.near import earlier, hints
from minqiao.duties.suggestions.workflow import BATCH, SUGGESTION
from minqiao.foundation.accounts.choices import Role
from minqiao.instruments.papers.queries import paper_ids, papers_of
from minqiao.instruments.papers.views import answer_paper_of, begin_bundle
from minqiao.kit.clock import now, today
from minqiao.kit.ids import id_from
from minqiao.kit.paging import page_of
from minqiao.kit.workflow import Refused
from minqiao.registry.congress.queries import congress


@login_required
def desk(request):
    """分办台: the list at the left, the text at the right, a suggested unit with the reason."""
    actor, on = request.actor, today()
    if actor.role != Role.GOV_OFFICE:
        raise Refused("分办台供政府办公室（督查室）使用")
    page = page_of(lists.to_dispatch(actor, request.GET), request.GET, rows=40)
    rows = [lists.words_of(row, actor, on) for row in page.rows]
    pk = id_from(request.GET.get("pk", "")) or (rows[0]["pk"] if rows else None)
    context = {"page": page, "rows": rows, "chosen": None, "params": request.GET}
    if pk:
        suggestion = suggestion_of(actor, pk)
        context |= {
            "chosen": suggestion,
            "why_not": SUGGESTION.refusal("dispatch", actor, suggestion, on),
            "form": Dispatch(initial=_picked(request), subject=suggestion, actor=actor, on=on),
            "next_item": _after(rows, pk),
            "hints": hints(suggestion),
            "earlier": earlier(actor, suggestion),
        }
    return render(request, "suggestions/desk.html", context)


def _picked(request):
    """The suggested unit that was taken over, if any."""
    unit = id_from(request.GET.get("unit", ""))
    return {"lead_unit": unit} if unit else {}


def _after(rows, pk):
    """The item below this one in the list, or "": where the desk goes on after a dispatch."""
    ids = [row["pk"] for row in rows]
    place = ids.index(pk) + 1 if pk in ids else len(ids)
    return ids[place] if place < len(ids) else ""


@login_required
def batches(request):
    """Assignment batches, and what waits for one."""
    actor = request.actor
    form = NewBatch(request.POST if request.method == "POST" else None, actor=actor, on=today())
    refused = None
    if form.is_valid():
        try:
            return redirect("suggestions:batch", _prepared(actor, **form.cleaned_data).pk)
        except Refused as refusal:
            refused = refusal
    free = lists.accepted_free(actor).count() if actor.role == Role.DEPUTY_AFFAIRS else 0
    context = {"batches": lists.batches(actor), "free": free, "form": form, "refused": refused}
    context["origin_of"] = lists.origin_of
    status = 409 if refused else 422 if form.is_bound else 200
    return render(request, "suggestions/batches.html", context, status=status)


def _prepared(actor, name, all_accepted):
    """The new batch, with all registered items or empty."""
    if actor.role != Role.DEPUTY_AFFAIRS:
        raise Refused("只有代表工作委员会可以进行此操作", action="prepare_batch")
    found = congress(actor.realm_id)
    free = list(lists.accepted_free(actor)) if all_accepted else []
    return office.prepare_batch(actor=actor, at=now(), name=name, suggestions=free, congress=found)


@login_required
def batch(request, pk):
    """One batch: its counts, its rows, its letter, its steps."""
    actor, on = request.actor, today()
    found = lists.batch(actor, pk)
    page = page_of(lists.batch_rows(found), request.GET, rows=50)
    context = {
        "batch": found,
        "origin_of": lists.origin_of,
        "counts": lists.counts_of(found),
        "page": page,
        "rows": [lists.words_of(row, actor, on) for row in page.rows],
        "papers": papers_of(found),
        "steps": BATCH.answers(actor, found, on),
        "url_of": lambda action: f"/suggestions/batches/{pk}/steps/{action}/",
    }
    return render(request, "suggestions/batch.html", context)


@login_required
@require_POST
def batch_bundle(request, pk):
    """All suggestion sheets of a batch as one archive, with a page that shows how far it is."""
    found = lists.batch(request.actor, pk)
    ids = paper_ids("suggestion_sheet", CASE, lists.ids_with_sheets(request.actor, found))
    if not ids:
        raise Refused("这个批次还没有可以打包的建议专用纸")
    return begin_bundle(request, ids, title=f"交办批次{found.name}建议专用纸")


@login_required
def batch_paper(request, pk, paper_pk, form):
    """The batch's letter as pdf, docx or print page."""
    return answer_paper_of(request, lists.batch(request.actor, pk), paper_pk, form)
