"""The calendar as deadlines ask it, and a year as people read it."""

import calendar as gregorian
import datetime as dt
from dataclasses import dataclass
from itertools import groupby

from minqiao.foundation.workdays.choices import Kind
from minqiao.foundation.workdays.rules.reading import Row
from minqiao.kit.deadlines import MissingYear

NOTICE = "国务院办公厅关于部分节假日安排的通知"


class Days:
    """Every imported day: whether it is worked, and to which holiday it belongs."""

    def __init__(self, days):
        """`days`: pairs (date, (is_workday, holiday))."""
        self._days = dict(days)

    def is_workday(self, day: dt.date) -> bool:
        """Whether `day` is worked. Raises MissingYear."""
        return self._at(day)[0]

    def holiday(self, day: dt.date) -> str:
        """The holiday `day` belongs to, off or worked in exchange; "" for the others. Raises MissingYear."""
        return self._at(day)[1]

    def _at(self, day):
        try:
            return self._days[day]
        except KeyError:
            year = f"{day.year}年"
            why = f"{year}工作日历尚未导入，无法推算到{year}的期限；请先导入该年国务院办公厅放假通知"
            raise MissingYear(why, NOTICE) from None


@dataclass(frozen=True)
class Cell:
    """A day in a month's table; `mark` is 休 or 班 where it differs from its weekday, or ""."""

    day: dt.date
    kind: str
    mark: str
    holiday: str


@dataclass(frozen=True)
class Arrangement:
    """A holiday as the notice tells it: off from `first` to `last`, worked in exchange on `made_up`."""

    holiday: str
    first: dt.date
    last: dt.date
    made_up: tuple[dt.date, ...]

    @property
    def length(self) -> int:
        """How many days are off."""
        return (self.last - self.first).days + 1


def months(rows) -> list[tuple[int, list[list[Cell | None]]]]:
    """A year's twelve months as weeks of seven cells from Monday, None outside the month."""
    by_day = {row.date: _cell(row) for row in rows}
    year = next(iter(by_day)).year
    weeks = [gregorian.Calendar().monthdatescalendar(year, month) for month in range(1, 13)]
    return [
        (month, [[by_day.get(day) if day.month == month else None for day in week] for week in of_month])
        for month, of_month in enumerate(weeks, 1)
    ]


def _cell(row):
    marks = {Kind.HOLIDAY: "休", Kind.MAKEUP_WORKDAY: "班"}
    return Cell(row.date, row.kind, marks.get(row.kind, ""), row.holiday)


def arrangements(rows) -> list[Arrangement]:
    """The holidays of a year in their order; neighbours of one name are one stretch."""
    off = [row for row in rows if row.kind == Kind.HOLIDAY]
    stretches = [list(group) for _, group in groupby(enumerate(off), _stretch)]
    made_up = {}
    for row in rows:
        if row.kind == Kind.MAKEUP_WORKDAY:
            made_up.setdefault(row.holiday, []).append(row.date)
    return [
        Arrangement(days[0][1].holiday, days[0][1].date, days[-1][1].date, _once(made_up, days[0][1].holiday))
        for days in stretches
    ]


def _stretch(numbered):
    """Equal for days of one holiday that follow each other."""
    place, row = numbered
    return row.holiday, row.date.toordinal() - place


def _once(made_up, holiday):
    return tuple(made_up.pop(holiday, ()))


def blank_year(year) -> list[Row]:
    """A year with its weekends only, to be filled in by hand from the notice; not importable as it is."""
    first = dt.date(year, 1, 1)
    days = [first + dt.timedelta(days=step) for step in range(365 + gregorian.isleap(year))]
    return [Row(day, day.weekday() < 5, Kind.WORKDAY if day.weekday() < 5 else Kind.WEEKEND) for day in days]
