"""What the public sees of projects: amount, status, photos, whom to call; nothing of any resident."""

from django.db.models import Count, Sum
from django.http import Http404

from minqiao.duties.microprojects import choices as c
from minqiao.duties.microprojects.models import Photo, Project
from minqiao.duties.microprojects.queries.people import deputies_of
from minqiao.foundation.trail.queries import last_of
from minqiao.kit.ids import id_from

ORDER = ("-approved_on", "-pk")
LISTED = ("fund", "county", "township", "suggestion")


def public_projects(asked):
    """Projects the public may read, under the filters of `asked`, the latest decided first."""
    rows = Project.objects.public()
    for name, column, longest in (("kind", "kind", 8), ("county", "county_id", 12)):
        if word := asked.get(name):
            rows = rows.filter(**{column: word[:longest]})
    if (year := id_from(asked.get("year", ""))) is not None:
        rows = rows.filter(fund__year=min(year, 9999))
    if words := asked.get("q", "").strip()[:60]:
        rows = rows.filter(title__contains=words)
    return rows.select_related(*LISTED).order_by(*ORDER)


def public_project(pk):
    """One project as the public reads it, with its pictures; 404 for what is not public."""
    related = (*LISTED, "suggestion__lead_signer__deputy", "unit")
    row = Project.objects.public().filter(pk=pk).select_related(*related).first()
    if row is None:
        raise Http404("没有公开这个项目")
    row.deputies = "" if row.suggestion.request_confidential else deputies_of(row.suggestion)
    shown = Photo.objects.filter(project=row, attachment__removed_at=None).select_related("attachment")
    row.pictures = {stage: [one for one in shown if one.stage == stage] for stage in c.PhotoStage.values}
    return row


def public_photo(pk, photo_pk):
    """The file of one picture of a public project, or 404."""
    rows = Photo.objects.filter(project__in=Project.objects.public().values("pk"), project_id=pk, pk=photo_pk)
    found = rows.filter(attachment__removed_at=None).select_related("attachment").first()
    if found is None:
        raise Http404("没有这张照片")
    return found.attachment


def public_stamp():
    """Differs whenever anything happened to a project."""
    return last_of("microprojects.project")


def public_sums():
    """By year, the latest first: how many projects, how much money (fen), how many people."""
    rows = Project.objects.public().order_by("-fund__year").values("fund__year")
    return list(rows.annotate(projects=Count("pk"), money=Sum("approved"), people=Sum("people")))


def public_places():
    """The counties with public projects, as choices."""
    rows = Project.objects.public().order_by("county_id").values_list("county_id", "county__name")
    return list(rows.distinct())
