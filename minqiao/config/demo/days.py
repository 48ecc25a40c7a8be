"""Working days and hours of the demo's people."""

import datetime as dt
from zoneinfo import ZoneInfo

from minqiao.foundation.workdays.queries import calendar
from minqiao.kit.deadlines import next_workday

HERE = ZoneInfo("Asia/Shanghai")
ONE_DAY = dt.timedelta(days=1)
MORNING, AFTERNOON = (9 * 60, 12 * 60), (14 * 60, 17 * 60 + 30)  # minutes of the day


def day(text):
    """A day of 2026 from "month-day", any day from its ISO form."""
    return dt.date.fromisoformat(text if len(text) > 5 else f"2026-{text}")


def moment(text):
    """A moment from "06-10 09:20"."""
    on, _, time = text.partition(" ")
    return dt.datetime.combine(day(on), dt.time.fromisoformat(time), HERE)


def at(on, minutes):
    """A moment of a day, by the minutes since midnight."""
    return dt.datetime.combine(on, dt.time(minutes // 60, minutes % 60), HERE)


def working(chance, on):
    """Some moment of working time on the first workday from `on`."""
    return at(next_workday(on, calendar()), chance.randrange(*chance.choice((MORNING, AFTERNOON))))


def later(chance, now, workdays):
    """Some moment of working time so many workdays after `now`; with 0 later the same day."""
    on = now.date()
    if workdays == 0:
        return now + dt.timedelta(minutes=chance.randrange(5, 55))
    return working(chance, workdays_after(on, workdays))


def workdays_after(on, number):
    """The day so many workdays after `on`; before it when negative."""
    days, step = calendar(), ONE_DAY if number > 0 else -ONE_DAY
    for _ in range(abs(number)):
        on += step
        while not days.is_workday(on):
            on += step
    return on


def between(chance, first, last):
    """Some workday from `first` to `last`."""
    span = (day(last) - day(first)).days
    return next_workday(day(first) + chance.randint(0, span) * ONE_DAY, calendar())


def spread(first, number, per_day):
    """`number` moments in order, so many to a working day from `first` on: a queue being worked off."""
    minutes = [*range(*MORNING), *range(*AFTERNOON)]
    on, moments = next_workday(first, calendar()), []
    for position in range(number):
        slot = position % per_day
        if position and slot == 0:
            on = workdays_after(on, 1)
        moments.append(at(on, minutes[slot * len(minutes) // per_day]))
    return moments
