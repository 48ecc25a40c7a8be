"""The one clock, read at the edge: views, API, commands, `tick`. Nothing below asks the time."""

import datetime as dt
import os

from django.utils import timezone


def now() -> dt.datetime:
    """This moment, aware. A demo may set its calendar day by MINQIAO_TODAY; the time of day stays real."""
    real = timezone.now()
    day = os.environ.get("MINQIAO_TODAY")
    if not day:
        return real
    local = timezone.localtime(real)
    return local.replace(**dict(zip(("year", "month", "day"), map(int, day.split("-")), strict=True)))


def today() -> dt.date:
    """The calendar day here and now."""
    return timezone.localtime(now()).date()


def local_day(moment: dt.datetime) -> dt.date:
    """The calendar day of a moment, here."""
    return timezone.localtime(moment).date()
