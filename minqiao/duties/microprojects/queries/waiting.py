"""What waits for an actor in this room: one table says which state waits for whom, the workflow decides."""

import datetime as dt

from django.db.models import F, Q
from django.urls import reverse

from minqiao.duties.microprojects.choices import NO_CLOCK, ProjectState
from minqiao.duties.microprojects.models import Project
from minqiao.duties.microprojects.queries.people import signers_by_suggestion
from minqiao.duties.microprojects.queries.projects import RELATED
from minqiao.duties.microprojects.rules.duties import DUTIES, WAITS
from minqiao.duties.microprojects.workflow import PROJECT
from minqiao.foundation.accounts.choices import Role
from minqiao.kit.mechanism import Waiting
from minqiao.kit.workflow import act_that_waits

MOST = 40
NEAR = dt.timedelta(days=15)  # a work under way is no duty of today until its date is near


def waiting(actor, today):
    """All acts that wait for the actor in this room, the nearest dates first."""
    duties = [duty for duty in DUTIES if actor.role in duty.roles]
    if not duties:
        return []
    rows = Project.objects.visible_to(actor).filter(_waits(duties, today)).select_related(*RELATED)
    rows = list(rows.order_by(F("due_on").asc(nulls_last=True), "pk")[: MOST * 2])
    signers = signers_by_suggestion([row.suggestion_id for row in rows]) if rows else {}
    for row in rows:
        row.suggestion.__dict__["_signer_ids"] = signers[row.suggestion_id]
    return [one for row in rows if (one := _first(duties, actor, row, today))][:MOST]


def _waits(duties, today):
    """Projects in these states; of works under way only those near their date, or complained of."""
    near = Q(due_on__lte=today + NEAR) | Q(complaints_open__gt=0)
    return Q(state__in={duty.state for duty in duties}) & (~Q(state=ProjectState.BUILDING) | near)


def _first(duties, actor, row, today):
    action = act_that_waits(PROJECT, duties, actor, row, today)
    return _line(action, row) if action else None


def _line(action, row):
    due_on = row.due_on if row.state not in NO_CLOCK else None
    return Waiting(
        act=WAITS[action],
        title=row.title,
        number=row.number,
        url=reverse("microprojects:step", args=[row.pk, action]),
        due_on=due_on,
        why=row.due_facts.get("why", "") if due_on else "",
        note=row.place,
    )


def mine(actor, today):
    """What a deputy's suggestions became as works: where each stands."""
    if actor.role != Role.DEPUTY:
        return []
    rows = Project.objects.raised_by(actor.scope_id).select_related("county", "township").order_by("-pk")
    return [
        Waiting(
            act=row.get_state_display(), title=row.title, number=row.number,
            url=reverse("microprojects:project", args=[row.pk]), note=row.place,
        )
        for row in rows[:MOST]
    ]  # fmt: skip
