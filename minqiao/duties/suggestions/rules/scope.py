"""Which suggestions a figure speaks of, on which day, and the address that opens its rows (pure)."""

import calendar as gregorian
import datetime as dt
from dataclasses import dataclass, fields, replace
from urllib.parse import urlencode

from minqiao.kit.ids import year_from

WORDS = ("kind", "topic", "delegation", "county", "month", "replied")
PLAIN = ("kind", "topic", "delegation", "county", "month")


@dataclass(frozen=True)
class Scope:
    """A year's assigned suggestions as they stood on a day, perhaps narrowed."""

    year: int
    on: dt.date
    kind: str = ""
    topic: str = ""
    unit: int = 0
    delegation: str = ""
    county: str = ""
    month: str = ""  # of assignment, as 2026-03
    replied: str = ""  # month of the reply

    def of(self, **narrower):
        """The same, narrower."""
        return replace(self, **narrower)

    @property
    def last_year(self):
        """The year before, as it stood on the same day; the 29th of February becomes the 28th."""
        year = self.on.year - 1
        last = gregorian.monthrange(year, self.on.month)[1]
        return replace(self, year=self.year - 1, on=self.on.replace(year=year, day=min(self.on.day, last)))

    def query(self, fact, today):
        """The query string that opens the rows of a fact; the day is written only when it is not today."""
        named = {one.name: getattr(self, one.name) for one in fields(self) if one.name != "on"}
        if self.on != today:
            named["on"] = self.on.isoformat()
        return urlencode({name: value for name, value in ({"fact": fact} | named).items() if value})

    def holds(self, case):
        """Whether a case is among those meant (`on` and `year` were asked of the tables already)."""
        wanted = [(name, getattr(self, name)) for name in PLAIN]
        if any(value and getattr(case, name) != value for name, value in wanted):
            return False
        if self.replied and not (case.is_replied and f"{case.replied_on:%Y-%m}" == self.replied):
            return False
        return not self.unit or any(part.unit_id == self.unit for part in case.parts)


def scope_from(params, today):
    """The scope that an address asks for; what makes no sense falls back to this year, today."""
    on = min(_day(params.get("on")) or today, today)
    words = {name: (params.get(name) or "")[:20] for name in WORDS}
    year = year_from(params.get("year", "")) or on.year
    return Scope(year=year, on=on, unit=_number(params.get("unit")), **words)


def _number(text):
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else 0


def _day(text):
    try:
        found = dt.date.fromisoformat(text or "")
    except ValueError:
        return None
    return found if year_from(found.year) else None  # a year before the first has no year before it
