"""Projects: the list, and one with all that belongs to it, cut to what the actor may read."""

from dataclasses import dataclass, field

from django.http import Http404

from minqiao.duties.microprojects import choices as c
from minqiao.duties.microprojects.models import Photo, Project
from minqiao.duties.microprojects.queries.twins import twins_of
from minqiao.duties.microprojects.rules import sight
from minqiao.duties.microprojects.rules.duties import DUTIES
from minqiao.duties.microprojects.rules.people import may_photograph
from minqiao.duties.microprojects.rules.way import way_of
from minqiao.duties.microprojects.workflow import PROJECT
from minqiao.duties.suggestions.models import Suggestion
from minqiao.foundation.attachments.queries import attachment_in
from minqiao.foundation.trail.queries import events_of
from minqiao.foundation.workdays.queries import calendar
from minqiao.instruments.funds.models import Fund
from minqiao.kit.deadlines import light
from minqiao.kit.ids import id_from
from minqiao.kit.workflow import acts_that_wait
from minqiao.registry.areas.choices import Level
from minqiao.registry.areas.models import Area
from minqiao.registry.congress.models import Congress

CASE = "microprojects.project"
RELATED = (
    "fund__congress", "fund__area", "fund__finance_unit", "suggestion__congress", "county", "township",
    "unit", "county_congress", "item",
)  # fmt: skip
LISTED = ("fund", "county", "township", "suggestion")
ORDERS = {"newest": ("-pk",), "number": ("number", "pk")}
SELDOM = ("survey", "complain", "reject", "back_to_pool", "strike", "withdraw", "cancel")


def projects(actor, params, today):
    """Projects the actor may see, under the filters of `params`."""
    rows = Project.objects.visible_to(actor)
    for name, column, longest in (("state", "state", 16), ("kind", "kind", 8), ("county", "county_id", 12)):
        if asked := params.get(name):
            rows = rows.filter(**{column: asked[:longest]})
    if (fund := id_from(params.get("fund", ""))) is not None:
        rows = rows.filter(fund_id=fund)
    if params.get("granted"):
        rows = rows.granted()
    if params.get("late"):
        rows = rows.late(today)
    if words := params.get("q", "").strip()[:60]:
        rows = rows.filter(title__contains=words)
    order = ORDERS.get(params.get("sort"), ORDERS["newest"])
    return rows.select_related(*LISTED).order_by(*order)


def project_of(actor, pk):
    """One project the actor may see, or 404."""
    found = Project.objects.visible_to(actor).filter(pk=pk).select_related(*RELATED).first()
    if found is None:
        raise Http404("没有这个项目，或者您无权查看")
    return found


@dataclass
class ProjectFile:
    """A project's page."""

    project: Project
    photos: list
    visits: list
    payments: list
    changes: list
    complaints: list
    events: list
    papers: list
    twins: list
    steps: list
    way: list
    light: object = None
    is_named: bool = True  # whether this actor may know who raised the suggestion
    may_open_suggestion: bool = False
    may_photograph: bool = False
    scores: list = field(default_factory=list)


def project_file(actor, pk, today):
    """Everything about one project that the actor may read; what never happened is not asked for."""
    project = project_of(actor, pk)
    whole = list(events_of(CASE, project.pk))
    checking = project.state == c.ProjectState.COUNTY_CHECKED
    inside = actor.role in sight.CONGRESS_SIDE
    first = acts_that_wait(DUTIES, actor.role, project.state)
    return ProjectFile(
        project=project,
        photos=_photos(whole, project),
        visits=list(project.visits.all()) if project.visits_made else [],
        payments=list(project.payments.all()) if project.paid else [],
        changes=list(project.changes.all()) if project.changes_made else [],
        complaints=list(project.complaints.all()) if project.complaints_made and inside else [],
        events=[one for one in whole if not sight.event(actor, project, one)],
        papers=[one for one in whole if one.action == "issue_paper"],
        twins=twins_of(project) if checking else [],
        steps=PROJECT.offered(actor, project, today, first, SELDOM),
        way=way_of(project),
        light=light_of(project, today),
        is_named=not sight.proposer(actor, project),
        may_open_suggestion=_may_open(actor, project),
        may_photograph=not may_photograph(actor, project),
        scores=_scores(project),
    )


def _scores(project):
    """The scoring sheet: (words, points, the most)."""
    return [(label, project.points[key], most) for key, label, most in c.SCORING if key in project.points]


def _photos(events, project):
    """The pictures; a project without a file on its trail has none to ask for."""
    if not any(one.action == "attach" for one in events):
        return []
    return list(Photo.objects.filter(project=project).select_related("attachment"))


def _may_open(actor, project):
    return Suggestion.objects.visible_to(actor).filter(pk=project.suggestion_id).exists()


def light_of(project, today):
    """The light of the step that is due, or None."""
    shows = project.due_on and project.state not in c.NO_CLOCK
    return light(project.due_on, today, calendar()) if shows else None


def file_of(actor, pk, file_pk):
    """A file of a project the actor may see, or 404."""
    found = attachment_in(project_of(actor, pk), file_pk)
    if found is None:
        raise Http404("没有这个附件")
    return found


def counties(actor):
    """The counties and zones of the city the actor works in, by code."""
    city = Congress.objects.filter(pk=actor.realm_id).values("area_id")
    levels = (Level.COUNTY, Level.ZONE)
    return list(Area.objects.filter(parent__in=city, level__in=levels).order_by("level", "code"))


def funds_of(actor):
    """The funds whose projects the actor may see, the latest year first."""
    rows = Fund.objects.filter(pk__in=Project.objects.visible_to(actor).order_by().values("fund_id"))
    return list(rows.order_by("-year", "level", "pk"))


def hidden_of(actor, project):
    """Which papers of a project are not for this actor: kind -> why, or ""."""
    return lambda kind: sight.paper(actor, project, kind)
