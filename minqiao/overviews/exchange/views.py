"""Pages of import and export: all sheets, one sheet, one run with its progress and report."""

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404
from django.shortcuts import redirect, render

from minqiao.kit.clock import now
from minqiao.kit.download import download
from minqiao.kit.workflow import Refused
from minqiao.overviews.exchange import actions, forms, queries
from minqiao.overviews.exchange.rules import INLINE_BYTES, is_stalled, may_export, may_import

SHOWN_FAULTS = 200


@login_required
def index(request):
    """All sheets this actor may import or export, and the office's latest runs."""
    context = {"offers": queries.sheets_for(request.actor), "runs": queries.visible_runs(request.actor)[:20]}
    return render(request, "exchange/index.html", context)


@login_required
def sheet(request, slug):
    """One sheet: its columns, its files, and the upload."""
    sheet = _sheet(slug)
    if may_import(request.actor, sheet) and (why := may_export(request.actor, sheet)):
        raise Refused(why)
    form = forms.Upload(request.POST, request.FILES) if request.method == "POST" else forms.Upload()
    if form.is_valid():
        return _begin(request, sheet, form.cleaned_data)
    context = {
        "sheet": sheet,
        "form": form,
        "required": {column.key for column in sheet.required()},
        "closed": may_import(request.actor, sheet),
        "may_export": not may_export(request.actor, sheet),
    }
    return render(request, "exchange/sheet.html", context)


def _begin(request, sheet, cleaned):
    """Small files are done before the page answers; large ones go on in the background."""
    file = cleaned["file"]
    run = actions.begin_import(
        sheet, file.read(), file.name, actor=request.actor, at=now(), is_trial=cleaned["is_trial"]
    )
    if file.size <= INLINE_BYTES:
        actions.run_import(run.pk, clock=now)
    else:
        actions.run_in_background(run, now)
    return redirect("exchange:run", run.pk)


@login_required
def template(request, slug):
    """An empty file to fill in."""
    sheet = _sheet(slug)
    return download(actions.template(sheet), f"{sheet.label}（模板）.xlsx")


@login_required
def export(request, slug, kind):
    """All rows as a file."""
    if kind not in ("xlsx", "csv"):
        raise Http404("没有这种文件")
    sheet = _sheet(slug)
    content, _ = actions.export(sheet, kind, actor=request.actor, at=now())
    return download(content, f"{sheet.label}.{kind}")


@login_required
def run(request, pk):
    """How far an import is, or what came of it. While it runs, the page comes again by itself."""
    run = _run(request, pk)
    is_open = run.state in ("waiting", "running")
    context = {
        "run": run,
        "is_open": is_open,
        "stalled": is_stalled(run, now()),
        "faults": queries.faults_of(run, SHOWN_FAULTS),
    }
    response = render(request, "exchange/run.html", context)
    if is_open and not context["stalled"]:
        response["Refresh"] = "2"
    return response


@login_required
def resume(request, pk):
    """Take up an import whose process was stopped."""
    run = _run(request, pk)
    if request.method == "POST" and is_stalled(run, now()):
        actions.run_in_background(run, now)
    return redirect("exchange:run", pk)


@login_required
def bad_rows(request, pk):
    """Only the bad rows, to be mended and sent again."""
    run = _run(request, pk)
    if not run.bad_rows:
        raise Http404("没有待改正的行，或文件已过保存期")
    suffix = run.bad_rows.name.rsplit(".", 1)[-1]
    return FileResponse(
        run.bad_rows.open("rb"), as_attachment=True, filename=f"{run.label}（待改正）.{suffix}"
    )


def _sheet(slug):
    found = queries.sheet_named(slug)
    if found is None:
        raise Http404("没有这张表")
    return found


def _run(request, pk):
    found = queries.visible_run(request.actor, pk)
    if found is None:
        raise Http404("没有这次导入")
    return found
