"""What has come near its date, or passed it, since the last reminder."""

import datetime as dt

from django.db.models import Q

from minqiao.duties.supervision.choices import UNDER_WAY, CheckState, KeyState, ProblemState
from minqiao.duties.supervision.models import DelegatedCheck, KeyItem, Problem, Visit

NEAR = dt.timedelta(days=3)
LATE, CLOSE = "late", "near"
OF_ITEM = ("item__congress", "item__committee")


def _due(rows, column, today):
    """Not reminded of being near while it is, nor of being late once it is."""
    near = Q(**{f"{column}__range": (today, today + NEAR)}, reminded="")
    late = Q(**{f"{column}__lt": today}) & ~Q(reminded=LATE)
    return rows.filter(near | late).order_by("pk").iterator(chunk_size=500)


def visits_to_remind(today):
    """Activities of a running plan: by the announced day, else by the planned one."""
    rows = Visit.objects.filter(held_on=None, item__state__in=UNDER_WAY).select_related(*OF_ITEM)
    yield from _due(rows.filter(on__isnull=False), "on", today)
    yield from _due(rows.filter(on=None), "planned_on", today)


def problems_to_remind(today):
    """Problems the unit has not answered for."""
    rows = Problem.objects.filter(state=ProblemState.OPEN, item__state__in=[*UNDER_WAY, KeyState.REPORTED])
    yield from _due(rows.select_related(*OF_ITEM), "due_on", today)


def reports_to_remind(today):
    """Items whose unit has not reported to the chairs' council."""
    rows = KeyItem.objects.filter(state__in=UNDER_WAY, reported_on=None).select_related("congress")
    yield from _due(rows, "report_due_on", today)


def checks_to_remind(today):
    """Checks a county has not made yet."""
    rows = DelegatedCheck.objects.filter(state=CheckState.ASKED).select_related("suggestion", "asked_of")
    yield from _due(rows, "due_on", today)
