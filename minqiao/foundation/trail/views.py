"""The auditor's pages."""

from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST

from minqiao.foundation.trail import documents
from minqiao.foundation.trail.actions import note_export
from minqiao.foundation.trail.forms import Filter
from minqiao.foundation.trail.queries import audited, lines, stretch
from minqiao.foundation.trail.rules import by_auditor
from minqiao.kit.clock import now, today
from minqiao.kit.download import download
from minqiao.kit.ids import id_from
from minqiao.kit.workflow import Refused


@login_required
@require_GET
def index(request):
    """Who did what, when, in which capacity, from what to what; newest first."""
    _only_for_auditors(request)
    form = Filter(request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    rows, newer, older = stretch(
        audited(request.actor, **asked), _number(request, "before"), _number(request, "after")
    )
    kept = {name: request.GET[name] for name in form.fields if request.GET.get(name)}
    context = {
        "form": form,
        "lines": lines(rows),
        "kept": kept,
        "newer": urlencode(kept | {"after": newer}) if newer else "",
        "older": urlencode(kept | {"before": older}) if older else "",
    }
    return render(request, "trail/index.html", context, status=200 if form.is_valid() else 422)


@login_required
@require_POST
def export(request):
    """The asked part of the trail with its hashes, as CSV or Excel. Taking it is itself noted."""
    _only_for_auditors(request)
    form = Filter(request.POST)
    if not form.is_valid():
        raise Refused("；".join(error for errors in form.errors.values() for error in errors))
    events = audited(request.actor, **form.cleaned_data)
    as_excel = request.POST.get("format") == "xlsx"
    if as_excel and events[documents.EXCEL_ROWS : documents.EXCEL_ROWS + 1].exists():
        raise Refused(f"超过{documents.EXCEL_ROWS}条，请缩小范围或导出 CSV")
    note_export(actor=request.actor, at=now(), asked=_in_words(form))
    name = f"trail-{today()}.{'xlsx' if as_excel else 'csv'}"
    return download(documents.excel(events) if as_excel else documents.csv_rows(events), name)


def _only_for_auditors(request):
    if why := by_auditor(request.actor):
        raise Refused(why, basis="三员分立：留痕只由审计员查看")


def _number(request, name):
    return id_from(request.GET.get(name, "")) or 0


def _in_words(form):
    asked = [f"{form.fields[name].label}：{value}" for name, value in form.cleaned_data.items() if value]
    return "；".join(asked) or "全部"
