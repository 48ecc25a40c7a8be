"""What has come near its date, or passed it, since the last reminder."""

import datetime as dt

from django.db.models import Q

from minqiao.duties.supervision.choices import (
    UNDER_WAY,
    CheckState,
    InquiryState,
    KeyState,
    PollVerdict,
    ProblemState,
)
from minqiao.duties.supervision.models import DelegatedCheck, Inquiry, KeyItem, Problem, Visit
from minqiao.kit.prepared import Sought

NEAR = dt.timedelta(days=3)
LATE, CLOSE = "late", "near"
SOME_DAYS = (dt.date(1949, 10, 1), dt.date(1949, 10, 2))


def _due(rows, column, *linked):
    """Those of `rows` not reminded of being near while they are, nor of being late once they are.

    Called with today and the last day that is near.
    """

    def keys(today, last):
        near = Q(**{f"{column}__range": (today, last)}, reminded="")
        late = Q(**{f"{column}__lt": today}) & ~Q(reminded=LATE)
        return rows().filter(near | late).distinct()

    return Sought(keys, SOME_DAYS, lambda: rows().model.objects.select_related(*linked))


def _unheld(**more):
    return lambda: Visit.objects.filter(held_on=None, item__state__in=UNDER_WAY, **more)


def _unmended():
    states = [*UNDER_WAY, KeyState.REPORTED]
    return Problem.objects.filter(state=ProblemState.OPEN, item__state__in=states)


def _wanting():
    owed = {"units__verdict": PollVerdict.DISSATISFIED, "units__mended_on": None}
    return Inquiry.objects.filter(state=InquiryState.VOTED, **owed)


OF_ITEM = ("item__congress", "item__committee")
_ANNOUNCED = _due(_unheld(on__isnull=False), "on", *OF_ITEM)
_PLANNED = _due(_unheld(on=None), "planned_on", *OF_ITEM)
_PROBLEMS = _due(_unmended, "due_on", *OF_ITEM)
_REPORTS = _due(
    lambda: KeyItem.objects.filter(state__in=UNDER_WAY, reported_on=None), "report_due_on", "congress"
)
_CHECKS = _due(
    lambda: DelegatedCheck.objects.filter(state=CheckState.ASKED), "due_on", "suggestion", "asked_of"
)
_MENDINGS = _due(_wanting, "mend_by", "congress")


def visits_to_remind(today):
    """Activities of a running plan: by the announced day, else by the planned one."""
    yield from _ANNOUNCED(today, today + NEAR)
    yield from _PLANNED(today, today + NEAR)


def problems_to_remind(today):
    """Problems the unit has not answered for."""
    return _PROBLEMS(today, today + NEAR)


def reports_to_remind(today):
    """Items whose unit has not reported to the chairs' council."""
    return _REPORTS(today, today + NEAR)


def checks_to_remind(today):
    """Checks a county has not made yet."""
    return _CHECKS(today, today + NEAR)


def mendings_to_remind(today):
    """Inquiries after whose vote a unit found wanting has not reported what it mended."""
    return _MENDINGS(today, today + NEAR)
