"""The calendar that comes with the product, for use before there is a database."""

from pathlib import Path

from minqiao.foundation.workdays.rules.reading import read
from minqiao.foundation.workdays.rules.year import Days

SHIPPED = Path(__file__).resolve().parents[1] / "data" / "workdays_2023_2026.csv"


def shipped_calendar() -> Days:
    """The years 2023 to 2026 from the shipped file."""
    rows, faults = read(SHIPPED.read_text("utf-8"))
    if faults:
        raise ValueError("；".join(faults))
    return Days((row.date, (row.is_workday, row.holiday)) for row in rows)
