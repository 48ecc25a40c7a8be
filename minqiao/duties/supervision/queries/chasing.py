"""What is near its date or past it, what was written about it, and what the ladder proposes."""

import datetime as dt
from dataclasses import dataclass
from functools import cache

from django.db.models import F
from django.http import Http404

from minqiao.duties.suggestions.choices import FINAL_STATES
from minqiao.duties.suggestions.models import Handling
from minqiao.duties.supervision.choices import ChaseLevel
from minqiao.duties.supervision.models import Chase, ChasedPart
from minqiao.duties.supervision.rules.chasing import URGENT, OpenPart, proposed, why_no_level
from minqiao.foundation.accounts.choices import UNIT_ROLES
from minqiao.foundation.rulebook.queries import due
from minqiao.foundation.workdays.queries import calendar
from minqiao.kit.deadlines import light
from minqiao.registry.congress.queries import congress as congress_of

LOOK_AHEAD = dt.timedelta(days=20)  # five workdays never take longer, whatever the holidays
COLUMN = {ChaseLevel.FIRST: "first_on", ChaseLevel.SECOND: "second_on", ChaseLevel.CIRCULAR: "circular_on"}


@dataclass(frozen=True)
class Ladder:
    """Open parts in red or black, and what may be issued about them now."""

    parts: list
    notices: dict  # (unit id, level) -> parts
    circular: list
    waiting: list  # (part, why nothing is proposed)


def ladder(actor, on):
    """The state of chasing on a day for an office: two queries."""
    rows = Handling.objects.visible_to(actor).standing().filter(replied_on=None, due_on__lte=on + LOOK_AHEAD)
    rows = rows.exclude(suggestion__state__in=sorted(FINAL_STATES))
    rows = rows.order_by("unit__code", "due_on", "pk").values(
        "pk", "suggestion_id", "unit_id", "unit__name", "suggestion__number", "suggestion__title", "due_on"
    )
    rows = list(rows)
    written = _written([row["pk"] for row in rows])
    parts = [_part(row, written.get(row["pk"], {}), on) for row in rows]
    parts = [part for part in parts if part.light in URGENT]
    waited = _waited(actor, on)
    notices, circular = proposed(parts, waited)
    waiting = [(part, why) for part in parts if (why := why_no_level(part, waited))]
    return Ladder(parts, notices, circular, waiting)


def _written(ids):
    """What was written about each part since it got its present date: {handling id: {column: day}}."""
    rows = ChasedPart.objects.filter(handling_id__in=ids, due_on=F("handling__due_on")).order_by("chase_id")
    found = {}
    for pk, level, day in rows.values_list("handling_id", "chase__level", "chase__issued_on"):
        found.setdefault(pk, {})[COLUMN[level]] = day
    return found


def _part(row, written, on):
    lamp = light(row["due_on"], on, calendar())
    return OpenPart(
        handling_id=row["pk"],
        suggestion_id=row["suggestion_id"],
        unit_id=row["unit_id"],
        unit=row["unit__name"],
        number=row["suggestion__number"],
        title=row["suggestion__title"],
        due_on=row["due_on"],
        light=lamp.key,
        light_words=lamp.words,
        **written,
    )


def _waited(actor, on):
    """Has the interval of the place (rule chase_interval) passed since a day?"""
    place = congress_of(actor.realm_id).area_id

    @cache
    def waited(day):
        return due("chase_interval", day, place=place).due <= on

    return waited


def chases(actor):
    """Chasers and circulars the actor may read, the newest first."""
    return Chase.objects.visible_to(actor).select_related("unit").order_by("-pk")


def chase_of(actor, pk):
    """One of them, or 404."""
    found = Chase.objects.visible_to(actor).filter(pk=pk).select_related("unit", "congress").first()
    if found is None:
        raise Http404("没有这份催办通知或者通报，或者您无权查看")
    return found


def parts_of(actor, chase):
    """What a chaser named: the suggestion, the date, how late it was, and how it stands now.

    A circular names many units; how far another one has come inside (to be done again) is not for a unit.
    """
    rows = ChasedPart.objects.filter(chase=chase).select_related("handling__suggestion", "handling__unit")
    found = list(rows.order_by("handling__unit__code", "due_on", "pk"))
    for part in found:
        row = part.handling
        own = actor.role not in UNIT_ROLES or row.unit_id == actor.scope_id
        part.stands = f"{row.replied_on}已答复" if row.replied_on else "尚未答复"
        if own and not row.replied_on:
            part.stands = row.get_state_display()
    return found
