"""What came between sessions and is not assigned yet."""

import datetime as dt

from minqiao.duties.suggestions.models import Suggestion
from minqiao.duties.suggestions.rules.inter_session import WAITING
from minqiao.kit.prepared import Sought

AHEAD = dt.timedelta(days=15)  # no five workdays are spread over more


_WAITING = Sought(
    lambda last: Suggestion.objects.filter(state__in=WAITING, assign_due_on__lte=last).exclude(
        assign_reminded="black"
    ),
    (dt.date(1949, 10, 1),),
    lambda: Suggestion.objects.select_related("congress"),
)


def to_assign(today):
    """Those whose day to assign is near or past, and of which the office was not told the last word."""
    return _WAITING(today + AHEAD)
