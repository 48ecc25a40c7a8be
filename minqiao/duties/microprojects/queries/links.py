"""What micro-projects add to a matter's chain: decided, begun, accepted; only what the public may read."""

from minqiao.duties.microprojects.models import Project
from minqiao.duties.microprojects.queries.projects import CASE
from minqiao.kit.mechanism import Link


def links(suggestion_id):
    """The suggestion's public projects, each with the days it has come to."""
    rows = Project.objects.public().filter(suggestion_id=suggestion_id).order_by("pk")
    return [link for row in rows for link in _of(row)]


def _of(row):
    told = {"case": (CASE, row.pk), "note": row.title}
    return [
        Link("专项资金批准项目", row.approved_on, **told),
        Link("项目开工", row.started_on, **told),
        Link("项目验收", row.accepted_on, **told),
    ]
