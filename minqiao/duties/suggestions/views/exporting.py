"""The list as it is filtered, taken out as a file."""

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.views.decorators.http import require_GET

from minqiao.duties.suggestions.actions.taking_out import note_export
from minqiao.duties.suggestions.queries import sheet
from minqiao.kit import sheetfiles
from minqiao.kit.clock import now, today
from minqiao.kit.download import download
from minqiao.kit.workflow import Refused

KINDS = ("xlsx", "csv")


@login_required
@require_GET
def export(request, kind):
    """What the list page shows under the same filters; the export is on record."""
    actor, on = request.actor, today()
    if why := sheet.may_export(actor):
        raise Refused(why)
    rows = list(sheet.rows_as_listed(actor, request.GET, on))
    asked, name = sheet.filter_words(request.GET), f"{sheet.LABEL}{on}"
    return file_of(request, kind, sheet.COLUMNS, rows, sheet.LABEL, asked, name=name)


def file_of(request, kind, columns, rows, label, asked, *, name="", notes=()):
    """Rows of a list as a file; that they were taken out, by which `label` and filters, is on record."""
    if kind not in KINDS:
        raise Http404("没有这种文件")
    content = sheetfiles.write(columns, rows, kind, title=label, notes=notes)
    note_export(actor=request.actor, at=now(), rows=len(rows), asked=asked, label=label)
    return download(content, f"{name or label}.{kind}")
