"""Bundles of papers: asked for, drawn in the background with their progress shown, downloaded."""

import threading

from django.contrib.auth.decorators import login_required
from django.db import connections, transaction
from django.http import FileResponse, Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from minqiao.instruments.papers import actions, forms, queries
from minqiao.instruments.papers.choices import UNFINISHED, BundleState
from minqiao.instruments.papers.rules.text import file_name
from minqiao.instruments.papers.views.handing import site_of
from minqiao.kit import clock

_one_at_a_time = threading.Semaphore(1)  # drawing is work for the processor: one bundle per process


def begin_bundle(request, paper_ids, *, title, form="pdf"):
    """Start a bundle of papers the actor may open, and go to its page. For the views of rooms."""
    bundle = actions.start_bundle(
        paper_ids, title=title, form=form, address=site_of(request), actor=request.actor, at=clock.now()
    )
    worker = threading.Thread(target=_work, args=(bundle.pk,), name=f"bundle-{bundle.pk}", daemon=True)
    transaction.on_commit(worker.start)
    return redirect("papers:bundle", bundle.pk)


def _work(pk):
    """In a thread of its own. Should it die, `tick` finishes the bundle."""
    try:
        with _one_at_a_time:
            actions.work_bundle(pk, clock=clock.now)
    finally:
        connections.close_all()


@login_required
@require_POST
def start(request):
    """Bundle all papers of the register that the filter finds."""
    form = forms.StartBundle(request.POST)
    if not form.is_valid():
        raise Http404("没有这种格式")
    asked = form.cleaned_data
    rows = queries.papers_for_staff(request.actor, words=asked["q"], kind=asked["kind"], case=asked["case"])
    ids = list(rows.order_by("issued_at", "pk").values_list("pk", flat=True)[: actions.MOST + 1])
    kind = dict(form.fields["kind"].choices).get(asked["kind"] or None, "公文")
    title = " ".join(filter(None, (kind, asked["q"])))
    return begin_bundle(request, ids, title=title, form=asked["form"])


@login_required
def bundle(request, pk):
    """How far a bundle has come; an htmx request gets the changing part alone."""
    found = queries.bundle_of(request.actor, pk)
    name = "_bundle.html" if request.headers.get("HX-Request") else "bundle.html"
    context = {"bundle": found, "is_moving": found.state in UNFINISHED}
    return render(request, f"papers/{name}", context)


@login_required
def download(request, pk):
    """The finished archive."""
    found = queries.bundle_of(request.actor, pk)
    path = actions.archive_of(found)
    if found.state != BundleState.READY or not path.is_file():
        raise Http404("压缩包还没有生成，或者已过保存期")
    name = file_name(found.title, end="zip")
    response = FileResponse(path.open("rb"), as_attachment=True, filename=name)
    response["Cache-Control"] = "private, no-store"
    return response
