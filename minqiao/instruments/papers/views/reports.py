"""Handing out a year's report as a file, for the views of rooms that have asked who may."""

from django.http import Http404

from minqiao.instruments.papers.documents.reports import FORMS, drawn
from minqiao.instruments.papers.rules.text import file_name
from minqiao.kit.download import download


def answer_report(report, form):
    """The report as docx, xlsx or pdf; 404 for another form."""
    if form not in FORMS:
        raise Http404("没有这种格式")
    return download(drawn(report, form), file_name(report.title, end=form))
