"""What looks like the same work: in other funds' lists, and among the fund's own projects."""

from minqiao.duties.microprojects.choices import ProjectState
from minqiao.duties.microprojects.models import FundedWork, Project
from minqiao.duties.microprojects.rules.twins import MOST, Twin, is_like

GONE = (ProjectState.REJECTED, ProjectState.WITHDRAWN, ProjectState.CANCELLED)
YEARS = 3  # so far back another source is looked at


def twins_of(project):
    """At most MOST works of the same county that may be this one, other funds' first."""
    since = project.fund.year - YEARS
    works = FundedWork.objects.filter(county_id=project.county_id, year__gte=since)
    found = [
        Twin(row.source, row.title, row.place, row.amount, row.reference)
        for row in works.order_by("-year", "pk")
        if is_like(project.title, _place(project), row.title, row.place)
    ]
    others = Project.objects.filter(county_id=project.county_id, fund__year__gte=since).exclude(pk=project.pk)
    others = others.exclude(state__in=GONE).select_related("fund", "township").order_by("-pk")
    found += [
        Twin(row.fund.name, row.title, _place(row), row.approved or row.requested, row.number, row.pk)
        for row in others
        if is_like(project.title, _place(project), row.title, _place(row))
    ]
    return found[:MOST]


def _place(project):
    return f"{project.township or ''}{project.village}"
