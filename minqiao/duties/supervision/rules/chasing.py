"""The ladder of chasing, from the lights of what a unit has open (pure). Proposed; a person always issues it.

First chaser: red (five workdays left) or black. Second: still open `chase_interval` workdays after the first,
and past its date. Circular: still open so many workdays after the second, and past its date.
"""

import datetime as dt
from dataclasses import dataclass

from minqiao.duties.supervision.choices import ChaseLevel

URGENT = frozenset({"red", "black"})


@dataclass(frozen=True)
class OpenPart:
    """A unit's part that is not answered yet, with what was written about it before."""

    handling_id: int
    suggestion_id: int
    unit_id: int
    unit: str
    number: str
    title: str
    due_on: dt.date
    light: str
    light_words: str
    first_on: dt.date | None = None  # when the first chaser named it
    second_on: dt.date | None = None
    circular_on: dt.date | None = None

    def days_late(self, on):
        """Calendar days past the date; 0 or less while there is time."""
        return (on - self.due_on).days


def level_of(part, waited) -> str:
    """The next step of the ladder for a part, or "". `waited(day)`: has the interval passed since `day`?"""
    if part.light not in URGENT:
        return ""
    if part.first_on is None:
        return ChaseLevel.FIRST
    if part.light != "black" or part.circular_on is not None:
        return ""
    if part.second_on is None:
        return ChaseLevel.SECOND if waited(part.first_on) else ""
    return ChaseLevel.CIRCULAR if waited(part.second_on) else ""


def proposed(parts, waited):
    """(notices, circular): {(unit id, level): parts} for chasers to one unit, and the parts to circulate."""
    notices, circular = {}, []
    for part in parts:
        level = level_of(part, waited)
        if level == ChaseLevel.CIRCULAR:
            circular.append(part)
        elif level:
            notices.setdefault((part.unit_id, level), []).append(part)
    return notices, circular


def why_no_level(part, waited) -> str:
    """In words, why nothing is proposed for a part that is red or black; "" when something is."""
    if part.light not in URGENT or level_of(part, waited):
        return ""
    if part.circular_on is not None:
        return f"{part.circular_on}已通报"
    if part.light != "black":
        return f"{part.first_on}已催办，尚未超期"
    return f"{part.second_on or part.first_on}已催办，未满再次催办的间隔"
