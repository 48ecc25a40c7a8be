"""Special inquiries: the list, and one with its questions, the counts and what was mended."""

from dataclasses import dataclass

from django.http import Http404

from minqiao.duties.supervision.models import Inquiry
from minqiao.duties.supervision.rules.inquiries import owing
from minqiao.duties.supervision.workflow import INQUIRY
from minqiao.foundation.trail.queries import events_of
from minqiao.foundation.workdays.queries import calendar
from minqiao.instruments.papers.queries import papers_of
from minqiao.kit.deadlines import light

CASE = "supervision.inquiry"
SELDOM = ("change_inquiry", "call_off")


def inquiries(actor, params):
    """Those the actor may see, the latest meeting first."""
    rows = Inquiry.objects.visible_to(actor)
    if state := params.get("state"):
        rows = rows.filter(state=state[:10])
    return rows.prefetch_related("units__unit").order_by("-planned_on", "-pk")


def inquiry_of(actor, pk):
    """One inquiry with its units, or 404."""
    rows = Inquiry.objects.visible_to(actor).filter(pk=pk)
    found = rows.select_related("congress").prefetch_related("units__unit").first()
    if found is None:
        raise Http404("没有这次专题询问，或者您无权查看")
    return found


@dataclass
class InquiryFile:
    """An inquiry's page."""

    inquiry: Inquiry
    units: list
    questions: list
    events: list
    papers: list
    light: object
    steps: list


def inquiry_file(actor, pk, today):
    """Everything about one inquiry: five queries."""
    found = inquiry_of(actor, pk)
    owes = found.mend_by and owing(found)
    return InquiryFile(
        inquiry=found,
        units=list(found.units.all()),
        questions=list(found.questions.select_related("unit")) if found.held_on else [],
        events=list(events_of(CASE, found.pk)),
        papers=papers_of(found),
        light=light(found.mend_by, today, calendar()) if owes else None,
        steps=INQUIRY.offered(actor, found, today, last=SELDOM),
    )
