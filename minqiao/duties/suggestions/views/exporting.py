"""The list as it is filtered, taken out as a file."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET

from minqiao.duties.suggestions.actions.taking_out import note_export
from minqiao.duties.suggestions.queries import sheet
from minqiao.kit import sheetfiles
from minqiao.kit.clock import now, today
from minqiao.kit.workflow import Refused

TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}


@login_required
@require_GET
def export(request, kind):
    """What the list page shows under the same filters; the export is on record."""
    if kind not in TYPES:
        raise Http404("没有这种文件")
    actor, on = request.actor, today()
    if why := sheet.may_export(actor):
        raise Refused(why)
    rows = list(sheet.rows_as_listed(actor, request.GET, on))
    content = sheetfiles.write(sheet.COLUMNS, rows, kind, title="代表建议")
    note_export(actor=actor, at=now(), rows=len(rows), asked=sheet.filter_words(request.GET))
    response = HttpResponse(content, content_type=TYPES[kind])
    response["Content-Disposition"] = content_disposition_header(True, f"{sheet.LABEL}{on}.{kind}")
    response["Cache-Control"] = "private, no-store"
    return response
