"""What waits for an actor in this room; the workflow has the last word."""

from django.db.models import F
from django.urls import reverse

from minqiao.duties.stations.choices import OpinionState as O
from minqiao.duties.stations.choices import Route
from minqiao.duties.stations.models import Opinion
from minqiao.duties.stations.rules.duties import FOR, acts_of
from minqiao.duties.stations.workflow import OPINION
from minqiao.foundation.accounts.choices import Role
from minqiao.kit.mechanism import Waiting

MOST = 40


def waiting(actor, today):
    """Opinions to route, answer, send again or end; for deputies what they may make a suggestion of."""
    if actor.role not in FOR:
        return []
    rows = Opinion.objects.visible_to(actor).filter(state__in=FOR[actor.role])
    if actor.role == Role.DEPUTY:
        rows = rows.filter(route=Route.HIGHER_DEPUTY, state=O.ASSIGNED)
    if actor.role == Role.DEPUTY_AFFAIRS:
        rows = rows.filter(route=Route.COUNTY, congress_id=actor.realm_id)
    rows = rows.select_related("place", "suggestion").defer("name", "phone")
    rows = rows.order_by(F("due_on").asc(nulls_last=True), "pk")[:MOST]
    return [found for row in rows if (found := _one(actor, row, today))]


def _one(actor, row, today):
    for action, words in acts_of(actor.role, row.state):
        if not OPINION.refusal(action, actor, row, today):
            return Waiting(
                act=words,
                title=f"{row.place}：{row.title}",
                number=row.number,
                url=reverse("stations:opinion_step", args=[row.pk, action]),
                due_on=row.due_on,
                why=row.due_facts.get("why", ""),
            )
    return None
