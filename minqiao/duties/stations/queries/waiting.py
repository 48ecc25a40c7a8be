"""What waits for an actor in this room; the workflow has the last word."""

from django.db.models import F, Q
from django.urls import reverse

from minqiao.duties.stations.choices import OpinionState, Route
from minqiao.duties.stations.models import Opinion
from minqiao.duties.stations.rules.duties import DUTIES, WAITS
from minqiao.duties.stations.workflow import OPINION
from minqiao.foundation.accounts.choices import Role
from minqiao.kit.mechanism import Waiting
from minqiao.kit.workflow import act_that_waits

MOST = 40


def waiting(actor, today):
    """Opinions to route, answer, send again or end; for deputies what they may make a suggestion of."""
    states = {duty.state for duty in DUTIES if actor.role in duty.roles}
    if not states:
        return []
    rows = Opinion.objects.visible_to(actor).filter(state__in=sorted(states))
    if actor.role == Role.DEPUTY:
        rows = rows.filter(route=Route.HIGHER_DEPUTY)
    if actor.role == Role.DEPUTY_AFFAIRS:
        rows = rows.filter(route=Route.COUNTY, congress_id=actor.realm_id)
    # What became a suggestion waits for its reply, what was told waits for the resident.
    open_case = Q(state=OpinionState.CONVERTED) & Q(suggestion__replied_on=None)
    rows = rows.exclude(open_case).exclude(state=OpinionState.ANSWERED, told_on__isnull=False)
    rows = rows.select_related("place", "suggestion").defer("name", "phone")
    rows = rows.order_by(F("due_on").asc(nulls_last=True), "pk")[:MOST]
    pairs = ((row, act_that_waits(OPINION, DUTIES, actor, row, today)) for row in rows)
    return [_waiting(row, action) for row, action in pairs if action]


def _waiting(row, action):
    return Waiting(
        act=WAITS[action],
        title=f"{row.place}：{row.title}",
        number=row.number,
        url=reverse("stations:opinion_step", args=[row.pk, action]),
        due_on=row.due_on,
        why=row.due_facts.get("why", ""),
    )
