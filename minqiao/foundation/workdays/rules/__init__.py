"""Judgements about days: what a calendar answers, whether a year is complete, who may import one."""

from minqiao.foundation.accounts.choices import Role
from minqiao.foundation.workdays.rules.reading import COLUMNS, Row, read
from minqiao.foundation.workdays.rules.shipped import shipped_calendar
from minqiao.foundation.workdays.rules.year import Days, arrangements, blank_year, months

CONSOLE = "console"  # somebody at the server itself

__all__ = [
    "COLUMNS", "CONSOLE", "Days", "Row", "arrangements", "blank_year", "may_import", "months", "read",
    "shipped_calendar",
]  # fmt: skip


def may_import(actor) -> str:
    """Why `actor` may not import a calendar, or ""."""
    return "" if actor.role in {Role.DEPUTY_AFFAIRS, CONSOLE} else "只有代表工作委员会可以导入工作日历"
