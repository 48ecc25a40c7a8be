"""From a rule and a start day to a due date that explains itself (pure)."""

import datetime as dt
from dataclasses import asdict, dataclass
from typing import Protocol


class Calendar(Protocol):
    """What deadlines need to know of days. Raises MissingYear for a year without its notice."""

    def is_workday(self, day: dt.date) -> bool: ...

    def holiday(self, day: dt.date) -> str: ...


class MissingYear(Exception):
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
