"""What waits for an actor in this room; the workflow has the last word."""

import datetime as dt

from django.db.models import F, Q
from django.urls import reverse

from minqiao.duties.stations.choices import OpinionState, Route
from minqiao.duties.stations.models import Opinion
from minqiao.duties.stations.queries.receptions import mine_ahead, to_announce, to_record
from minqiao.duties.stations.rules.duties import DUTIES, WAITS
from minqiao.duties.stations.workflow import OPINION, RECEPTION
from minqiao.foundation.accounts.choices import Role
from minqiao.kit.mechanism import Waiting
from minqiao.kit.workflow import act_that_waits

MOST = 40
AHEAD_DAYS = 10  # reception days are on the list so long before


def waiting(actor, today):
    """What waits: opinions by the table of duties, reception days to announce, to record, to sit at."""
    return [*_of_opinions(actor, today), *_of_receptions(actor, today)]


def _of_receptions(actor, today):
    ahead = today + dt.timedelta(days=AHEAD_DAYS)
    found = []
    if actor.role == Role.STATION_KEEPER:
        found += [("announce", row) for row in to_announce(actor.scope_id, ahead)]
        found += [("hold", row) for row in to_record(actor.scope_id, today)]
    if actor.role == Role.DEPUTY:
        found += [("", row) for row in mine_ahead(actor.scope_id, ahead) if row.on >= today]
    return [
        _reception(action, row)
        for action, row in found
        if not action or not RECEPTION.refusal(action, actor, row, today)
    ]


def _reception(action, row):
    page = reverse("stations:reception", args=[row.pk])
    url = f"{page}steps/{action}/" if action else page
    return Waiting(act=WAITS[action or "sit"], title=row.place.name, url=url, due_on=row.on)


def _of_opinions(actor, today):
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
    if actor.role == Role.STATION_KEEPER:  # deputies have it, as long as they are in time
        rows = rows.exclude(state=OpinionState.ASSIGNED, route=Route.HIGHER_DEPUTY, due_on__gte=today)
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
        due_on=row.due_on if row.state == OpinionState.ASSIGNED else None,
        why=row.due_facts.get("why", "") if row.state == OpinionState.ASSIGNED else "",
    )
