"""Writing the calendar: whole years from the State Council's notice."""

from django.db import transaction

from minqiao.foundation.trail.actions import act, record
from minqiao.foundation.workdays.choices import Kind
from minqiao.foundation.workdays.models import Day, Year
from minqiao.foundation.workdays.queries import days_of, forget_calendar
from minqiao.foundation.workdays.rules import may_import
from minqiao.kit.workflow import Refused


@act
def import_year_rows(*, rows, source, actor, at) -> list[int]:
    """Put whole years in place of what was known of them; `rows` come from `rules.read`.

    Gives the years that changed: the same file a second time changes nothing. Dates already told to
    people stay as they are; only periods that start later are counted by the new calendar.
    """
    if why := may_import(actor):
        raise Refused(why, action="import_calendar")
    by_year = {}
    for row in rows:
        by_year.setdefault(row.date.year, []).append(row)
    changed = [year for year, days in sorted(by_year.items()) if days_of(year) != days]
    for year in changed:
        _put(year, by_year[year], source, actor, at)
    forget_calendar()
    transaction.on_commit(forget_calendar)
    return changed


def _put(year, rows, source, actor, at):
    stamp, _ = Year.objects.update_or_create(
        year=year, defaults={"source": source, "imported_at": at, "imported_by": actor.name}
    )
    Day.objects.filter(date__year=year).delete()
    Day.objects.bulk_create(
        Day(date=row.date, is_workday=row.is_workday, kind=row.kind, holiday=row.holiday) for row in rows
    )
    off = sum(row.kind == Kind.HOLIDAY for row in rows)
    made_up = sum(row.kind == Kind.MAKEUP_WORKDAY for row in rows)
    note = f"{source}：放假{off}天，调休上班{made_up}天，共{len(rows)}天"
    record(actor=actor, action="import_calendar", label="导入工作日历", subject=stamp, at=at, note=note)
