"""What is near its date: for the clock to speak of."""

import datetime as dt

from minqiao.duties.suggestions.models import Handling
from minqiao.kit.prepared import Sought

AHEAD = dt.timedelta(days=15)  # the first light that is spoken of, amber
SOME_DAY = dt.date(1949, 10, 1)


def _running():
    return Handling.objects.open()


def _linked():
    return Handling.objects.select_related("suggestion__congress", "unit")


_NEAR = Sought(
    lambda last: _running().filter(replied_on=None, due_on__lte=last).exclude(reminded="black"),
    (SOME_DAY,),
    _linked,
)
_STEPS = Sought(
    lambda last: _running().filter(step_due_on__lte=last).exclude(step_reminded="black"), (SOME_DAY,), _linked
)


def near_their_date(today):
    """Handlings still open whose date is 15 days away or nearer, or past, with their suggestions."""
    return _NEAR(today + AHEAD)


def near_their_step(today):
    """Handlings whose present step has a date of its own, 15 days away or nearer, or past."""
    return _STEPS(today + AHEAD)
