"""Handing out a year's report as a file, for the views of rooms that have asked who may."""

from django.http import Http404, HttpResponse

from minqiao.instruments.papers.documents.reports import TYPES, drawn
from minqiao.instruments.papers.rules.text import file_name
from minqiao.instruments.papers.views.handing import disposition


def answer_report(report, form):
    """The report as docx, xlsx or pdf; 404 for another form."""
    if form not in TYPES:
        raise Http404("没有这种格式")
    response = HttpResponse(drawn(report, form), content_type=TYPES[form])
    response["Content-Disposition"] = disposition("attachment", file_name(report.title, end=form))
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
