"""What is near its date: for the clock to speak of."""

import datetime as dt

from minqiao.duties.suggestions.models import Handling

AHEAD = dt.timedelta(days=15)  # the first light that is spoken of, amber


def near_their_date(today):
    """Handlings still open whose date is 15 days away or nearer, or past, with their suggestions."""
    rows = _running().filter(replied_on=None, due_on__lte=today + AHEAD).exclude(reminded="black")
    return rows.iterator(chunk_size=500)


def near_their_step(today):
    """Handlings whose present step has a date of its own, 15 days away or nearer, or past."""
    rows = _running().filter(step_due_on__lte=today + AHEAD).exclude(step_reminded="black")
    return rows.iterator(chunk_size=500)


def _running():
    rows = Handling.objects.open()
    return rows.select_related("suggestion__congress", "unit").order_by("pk")
