"""Reading the calendar: for deadlines (kept in the process) and for its page."""

from django.db.models import Count, Max

from minqiao.foundation.workdays.models import Day, Year
from minqiao.foundation.workdays.rules import Days, Row
from minqiao.kit.remembered import Remembered


def _load():
    rows = Day.objects.values_list("date", "is_workday", "holiday")
    return Days((date, (is_workday, holiday)) for date, is_workday, holiday in rows.iterator())


def _stamp():
    return Year.objects.aggregate(years=Count("pk"), last=Max("imported_at"))


_calendar = Remembered(_load, _stamp)


def calendar() -> Days:
    """The calendar deadlines are counted by. Cheap: most calls do not touch the database."""
    return _calendar()


def forget_calendar():
    """Read the calendar again at the next call (after an import)."""
    _calendar.forget()


def years():
    """The imported years, oldest first."""
    return list(Year.objects.all())


def days_of(year) -> list[Row]:
    """The days of a year, empty when it has not been imported."""
    rows = Day.objects.filter(date__year=year).order_by("date")
    return [Row(row.date, row.is_workday, row.kind, row.holiday) for row in rows]
