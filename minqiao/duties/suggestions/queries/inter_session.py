"""What came between sessions and is not assigned yet."""

import datetime as dt

from minqiao.duties.suggestions.models import Suggestion
from minqiao.duties.suggestions.rules.inter_session import WAITING

AHEAD = dt.timedelta(days=15)  # no five workdays are spread over more


def to_assign(today):
    """Those whose day to assign is near or past, and of which the office was not told the last word."""
    rows = Suggestion.objects.filter(state__in=WAITING, assign_due_on__lte=today + AHEAD)
    rows = rows.exclude(assign_reminded="black").select_related("congress")
    return rows.order_by("pk").iterator(chunk_size=500)
