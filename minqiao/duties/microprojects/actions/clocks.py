"""Clocks of a project: the date of the step that is due, and why then."""

import datetime as dt

from django.utils import timezone

from minqiao.foundation.rulebook.queries import due, standing, value

NO_CLOCK = {"due_on": None, "due_facts": {}, "reminded": ""}


def day_of(at):
    """The calendar day of a moment, here."""
    return timezone.localtime(at).date()


def running(key, project, start):
    """The columns of a clock that begins on `start` by the rule `key` of the fund's place."""
    found = due(key, start, place=project.fund.area_id)
    return {"due_on": found.due, "due_facts": found.as_dict(), "reminded": ""}


def until(day, why, start, basis=""):
    """The columns of a date that people set themselves."""
    facts = {"rule": "", "start": str(start), "raw": str(day), "due": str(day), "why": why, "basis": basis}
    return {"due_on": day, "due_facts": facts, "reminded": ""}


def year_end(project, start):
    """The columns of the fund's own date: built and of use within the year (rule fund.same_year)."""
    rule = standing("fund.same_year", place=project.fund.area_id, on=start)
    if not rule.value:
        return NO_CLOCK
    last = dt.date(project.fund.year, 12, 31)
    return until(last, "当年完工见效", start, rule.basis)


def fund_value(key, fund, on):
    """What a rule of the fund says in its place on a day."""
    return value(key, place=fund.area_id, on=on)
