"""On which days residents are received: a day of the month, or the market days of a place (pure)."""

import datetime as dt
import re

from minqiao.kit.deadlines import next_workday

ONE_DAY = dt.timedelta(days=1)
BY_DIGIT = re.compile(r"^逢([\d、，]+)$")
BY_CYCLE = re.compile(r"^每([五六七])天一次 (\d{4}-\d{2}-\d{2})$")
BY_WEEKDAY = re.compile(r"^星期([一二三四五六日])$")
DAYS = {"五": 5, "六": 6, "七": 7}
WEEK = "一二三四五六日"


def monthly_days(first, last, day_of_month, calendar):
    """The day of each month, or that month's last where it has none; on a day off the next workday of that
    month, or the last before it.
    """
    found, month = [], first.replace(day=1)
    while month <= last:
        after = (month + dt.timedelta(days=32)).replace(day=1)
        wanted = min(month + dt.timedelta(days=day_of_month - 1), after - ONE_DAY)
        on = next_workday(wanted, calendar)
        while on >= after or not calendar.is_workday(on):
            on -= ONE_DAY
        found += [on] if first <= on <= last else []
        month = after
    return found


def market_days(words, first, last):
    """The market days between two days, by the words of a place: 逢1、6; 每六天一次 2026-01-03; 星期日."""
    is_market = _judge(words)
    days = (first + ONE_DAY * number for number in range((last - first).days + 1))
    return [day for day in days if is_market(day)]


def _judge(words):
    if found := BY_DIGIT.match(words):
        digits = {int(one) % 10 for one in re.split("[、，]", found.group(1)) if one}
        return lambda day: day.day % 10 in digits
    if found := BY_CYCLE.match(words):
        start, length = dt.date.fromisoformat(found.group(2)), DAYS[found.group(1)]
        return lambda day: (day - start).days % length == 0
    if found := BY_WEEKDAY.match(words):
        return lambda day: day.weekday() == WEEK.index(found.group(1))
    return lambda day: False


def first_of_months(days):
    """The first of these days in each month: where every market day would be too many."""
    found = {}
    for day in days:
        found.setdefault((day.year, day.month), day)
    return list(found.values())
