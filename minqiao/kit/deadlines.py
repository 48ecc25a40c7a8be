"""From a rule and a start day to a due date that explains itself (pure).

Periods are counted as the Civil Code does (art. 201-203): the first day does not count, a month ends on
the corresponding day or, where there is none, on the month's last; a day off moves the end to the next
workday. Applying it to deputies' suggestions is an analogy, so the last part is a switch of the rule.
"""

import calendar as gregorian
import datetime as dt
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Protocol

from minqiao.kit.workflow import Refused

UNITS = {"months": "个月", "workdays": "个工作日", "days": "天"}
WEEKDAYS = "一二三四五六日"
ONE_DAY = dt.timedelta(days=1)
BLUE_DAYS, AMBER_DAYS, RED_WORKDAYS = 30, 15, 5


class Calendar(Protocol):
    """What deadlines need to know of days. Raises MissingYear for a year without its notice.

    `holiday` names the holiday a day belongs to, be it off or worked in exchange; "" for the others.
    """

    def is_workday(self, day: dt.date) -> bool: ...

    def holiday(self, day: dt.date) -> str: ...


class MissingYear(Refused):
    """The calendar of a year has not been imported; the message names the year."""


@dataclass(frozen=True)
class Rule:
    """A length of time with its ground: `value` counted in `unit` (months, workdays, days)."""

    key: str
    label: str
    value: int
    unit: str
    basis: str = ""
    source: str = ""
    roll_over: bool = True

    @property
    def length(self) -> str:
        """The length in words, for example 3个月."""
        return f"{self.value}{UNITS[self.unit]}"


@dataclass(frozen=True)
class Due:
    """A due date with its reasons: `raw` before a holiday moved it, `why` in words, `basis` in law."""

    rule: str
    start: dt.date
    raw: dt.date
    due: dt.date
    why: str
    basis: str

    def as_dict(self) -> dict:
        """The same as JSON, dates as text."""
        return {name: str(value) for name, value in asdict(self).items()}

    @classmethod
    def from_dict(cls, facts) -> "Due":
        """What `as_dict` gave, as it was."""
        days = {name: dt.date.fromisoformat(facts[name]) for name in ("start", "raw", "due")}
        return cls(rule=facts["rule"], why=facts["why"], basis=facts["basis"], **days)


@dataclass(frozen=True)
class Light:
    """How near a due date is: `key` is green, blue, amber, red or black, `words` say the same."""

    key: str
    words: str


def due(rule: Rule, start: dt.date, calendar: Calendar) -> Due:
    """When a period that begins with `start` ends, and why then.

    Raises MissingYear when the answer needs a year that has not been imported, ValueError for a rule
    without length.
    """
    if rule.value < 1 or rule.unit not in UNITS:
        raise ValueError(f"{rule.label or rule.key}：期限应为正整数，单位应为{'、'.join(UNITS)}")
    if rule.unit == "workdays":
        return _by_workdays(rule, start, calendar)
    raw = _counted(rule, start)
    end = next_workday(raw, calendar) if rule.roll_over else raw
    why = f"{rule.length}至{_words(raw, start)}"
    why += _month_end(rule, start, raw) + _moved(raw, end, calendar, rule)
    return Due(rule.key, start, raw, end, why, rule.basis)


def _counted(rule, start):
    return add_months(start, rule.value) if rule.unit == "months" else start + rule.value * ONE_DAY


def add_months(start: dt.date, months: int) -> dt.date:
    """The corresponding day `months` later, or that month's last day where there is none (art. 202)."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    last = gregorian.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(start.day, last))


def next_workday(day: dt.date, calendar: Calendar) -> dt.date:
    """`day` itself, or the first workday after it."""
    while not calendar.is_workday(day):
        day += ONE_DAY
    return day


def workdays_between(start: dt.date, end: dt.date, calendar: Calendar) -> int:
    """How many workdays there are after `start`, up to and with `end`."""
    return sum(calendar.is_workday(day) for day in _days(start + ONE_DAY, end))


def light(due_on: dt.date, today: dt.date, calendar: Calendar) -> Light:
    """Green: more than 30 days left; blue: 30; amber: 15; red: 5 workdays; black: overdue (domain.md 2.10).

    Never raises: where a year is missing it says so, and warns only as far as the days themselves prove.
    """
    left = (due_on - today).days
    if left < 0:
        return Light("black", f"已超期{-left}天")
    if left > BLUE_DAYS:
        return Light("green", f"还有{left}天")
    try:
        workdays = workdays_between(today, due_on, calendar)
    except MissingYear:
        return _light_without_calendar(left)
    if workdays <= RED_WORKDAYS:
        return Light("red", f"还有{workdays}个工作日" if left else "今天到期")
    return Light("amber" if left <= AMBER_DAYS else "blue", f"还有{left}天")


def _light_without_calendar(left):
    """Workdays are never more than days, so few days are red for certain; the rest is not known."""
    if left <= RED_WORKDAYS:
        return Light("red", f"还有{left}天" if left else "今天到期")
    return Light("amber" if left <= AMBER_DAYS else "blue", f"还有{left}天（缺工作日历，未折算工作日）")


def _by_workdays(rule, start, calendar):
    day, left = start, rule.value
    while left:
        day += ONE_DAY
        left -= calendar.is_workday(day)
    passed = list(_days(start + ONE_DAY, day))
    skipped = _names_of_days_off(passed, calendar)
    made_up = [one for one in passed if one.weekday() > 4 and calendar.is_workday(one)]
    why = f"{rule.length}至{_words(day, start)}"
    why += f"，跳过{skipped}" if skipped else ""
    why += f"，{'、'.join(_words(one, start) for one in made_up)}调休上班计入" if made_up else ""
    return Due(rule.key, start, day, day, why, rule.basis)


def _days(first, last) -> Iterator[dt.date]:
    return (first + dt.timedelta(days=step) for step in range((last - first).days + 1))


def _words(day, start):
    """6月20日, with its year where it is not the start's."""
    return f"{day.month}月{day.day}日" if day.year == start.year else f"{day.year}年{day.month}月{day.day}日"


def _month_end(rule, start, raw):
    if rule.unit == "months" and raw.day != start.day:
        return f"（该月没有{start.day}日，取月末）"
    return ""


def _names_of_days_off(days, calendar):
    """The days off among `days` in words, each once: 周末和中秋节、国庆节假期."""
    off = [day for day in days if not calendar.is_workday(day)]
    names = list(dict.fromkeys(filter(None, map(calendar.holiday, off))))
    holidays = f"{'、'.join(names)}假期" if names else ""
    weekend = "周末" if any(not calendar.holiday(day) for day in off) else ""
    first_is_holiday = bool(off) and bool(calendar.holiday(off[0]))
    parts = (holidays, weekend) if first_is_holiday else (weekend, holidays)
    return "和".join(filter(None, parts))


def _moved(raw, end, calendar, rule):
    """Why the end was moved, or why a Saturday or Sunday was not."""
    if end != raw:
        off = _names_of_days_off(_days(raw, end - ONE_DAY), calendar)
        return f"，{off}顺延至{_words(end, raw)}"
    if not rule.roll_over:
        return "，遇休息日不顺延"
    if raw.weekday() > 4:
        return f"（星期{WEEKDAYS[raw.weekday()]}，调休上班）"
    return ""
