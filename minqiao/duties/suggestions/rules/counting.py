"""What is counted, as plain facts of each suggestion on one day (pure; domain.md 2.1, statistics).

The figures and the lists behind them ask the same questions of the same facts, so a number and the rows it
opens cannot differ. A suggestion is the least of its parts: it is replied when all its answering units
have replied, and as well graded as its worst grade. `on` is the day the facts were cut to: what happened
after it is not among them.
"""

import datetime as dt
from dataclasses import dataclass, field, replace
from statistics import median

from minqiao.duties.suggestions.choices import Grade
from minqiao.duties.suggestions.rules.matter import category_from

WORST_FIRST = (Grade.DISSATISFIED, Grade.BASIC, Grade.SATISFIED)
FIRST, FINAL = "first", "final"
AHEAD = dt.timedelta(days=30)
ENOUGH = 3  # replies of one unit from which its own pace can be told
NONE = "-"  # the group of what names no topic, county or delegation


@dataclass(frozen=True)
class Round:
    """One reply as it was issued, and what the deputy said of it ("" while nothing came back)."""

    number: int
    issued_on: dt.date
    category: str
    result: str = ""
    attitude: str = ""
    category_is_true: bool = False
    without_contact: bool = False


@dataclass(frozen=True)
class Promise:
    """A dated promise of an issued reply, judged by the day its letter names."""

    pk: int
    text: str
    due_on: dt.date
    is_met: bool
    is_over: bool  # met or failed: nothing more is expected of it
    is_on_time: bool = False  # met by its day
    put_off_to: dt.date | None = None


@dataclass(frozen=True)
class Part:
    """One unit's part in a suggestion. `sent_on` of an assisting unit is the day of its opinion."""

    unit_id: int
    unit: str
    is_answering: bool
    assigned_on: dt.date
    due_on: dt.date
    on: dt.date
    sent_on: dt.date | None = None
    light: str = ""  # of kit.deadlines, while nothing is sent
    expected_on: dt.date | None = None  # when the unit's own pace lets a reply be expected
    is_extended: bool = False
    is_contacted: bool = False
    is_met: bool = False  # face to face
    is_redone: bool = False
    is_silent: bool = False  # no answer to the feedback form after the chasers
    is_inter: bool = False  # raised between the sessions
    is_returned: bool = False  # given back: the unit has it no longer
    is_unsent: bool = False  # an opinion that never came before the case was closed: `on` is that day
    rounds: tuple[Round, ...] = ()
    promises: tuple[Promise, ...] = ()

    @property
    def is_replied(self):
        return self.sent_on is not None

    @property
    def is_on_time(self):
        return self.is_replied and self.sent_on <= self.due_on

    @property
    def is_late_reply(self):
        return self.is_replied and self.sent_on > self.due_on

    @property
    def is_overdue(self):
        return not self.is_replied and self.due_on < self.on

    @property
    def is_due_soon(self):
        """Open, and due within the days a forecast looks ahead."""
        is_open = not (self.is_replied or self.is_unsent)
        return is_open and self.on <= self.due_on <= self.on + AHEAD

    @property
    def is_likely_late(self):
        """Due soon, and by the unit's own pace not to be expected by then."""
        return self.is_due_soon and self.expected_on is not None and self.expected_on > self.due_on

    @property
    def category(self):
        return self.rounds[-1].category if self.rounds else ""

    def grade(self, which, axis="result"):
        """The grade of the first round, or of the last one that was graded; "" when there is none."""
        graded = [getattr(one, axis) for one in self.rounds]
        if which == FIRST:
            return graded[0] if graded else ""
        return next(filter(None, reversed(graded)), "")

    @property
    def is_solved(self):
        """A category A whose truth the deputy confirmed, or all promises kept."""
        last = next((one for one in reversed(self.rounds) if one.result), None)
        told = bool(last and last.category == "A" and last.category_is_true)
        kept = bool(self.promises) and all(one.is_met for one in self.promises)
        return told or kept


@dataclass(frozen=True)
class Case:
    """One suggestion with its parts."""

    pk: int
    number: str
    title: str
    year: int
    kind: str
    topic: str
    assigned_on: dt.date
    due_on: dt.date
    on: dt.date
    delegation: str = NONE
    delegation_name: str = ""
    county: str = NONE
    county_name: str = ""
    is_withdrawn: bool = False
    is_repeated: bool = False
    is_inter: bool = False  # raised between the sessions
    parts: tuple[Part, ...] = field(default=())

    @property
    def month(self):
        """The month of assignment, as 2026-03."""
        return f"{self.assigned_on:%Y-%m}"

    @property
    def standing(self):
        """The parts that are still with their units."""
        return [part for part in self.parts if not part.is_returned]

    @property
    def answering(self):
        return [part for part in self.standing if part.is_answering]

    @property
    def is_replied(self):
        return bool(self.answering) and all(part.is_replied for part in self.answering)

    @property
    def replied_on(self):
        """The day of the last of the first replies; None while one is missing."""
        return max(part.sent_on for part in self.answering) if self.is_replied else None

    @property
    def is_on_time(self):
        return self.is_replied and all(part.is_on_time for part in self.answering)

    @property
    def is_overdue(self):
        late = any(part.is_overdue for part in self.answering)
        return late or (not self.answering and self.due_on < self.on)

    @property
    def is_silent(self):
        return self.is_replied and not self.grade(FINAL) and any(part.is_silent for part in self.answering)

    @property
    def category(self):
        return category_from([part.category for part in self.answering]) if self.is_replied else ""

    @property
    def is_solved(self):
        return self.is_replied and all(part.is_solved for part in self.answering)

    def grade(self, which, axis="result"):
        """The worst grade of the parts; "" until all have one."""
        grades = [part.grade(which, axis) for part in self.answering]
        if not grades or not all(grades):
            return ""
        return min(grades, key=WORST_FIRST.index)

    def some(self, name):
        """Whether this is so of any part."""
        return any(getattr(part, name) for part in self.parts)

    def every(self, name):
        """Whether this is so of all answering parts, and there are some."""
        return bool(self.answering) and all(getattr(part, name) for part in self.answering)


def with_pace(parts):
    """The parts, open ones with the day on which a reply can be expected.

    A unit's pace is the median of the days it took from assignment to reply; of a unit with fewer than
    ENOUGH replies, that of all units. Where nobody has replied yet, nothing is expected.
    """
    days = {}
    for part in parts:
        if part.is_replied and part.is_answering:
            days.setdefault(part.unit_id, []).append((part.sent_on - part.assigned_on).days)
    every = [one for known in days.values() for one in known]
    if not every:
        return list(parts)
    usual = {unit: median(known) for unit, known in days.items() if len(known) >= ENOUGH}
    return [
        part if part.is_replied else _expected(part, usual.get(part.unit_id, median(every))) for part in parts
    ]


def _expected(part, usual):
    return replace(part, expected_on=max(part.assigned_on + dt.timedelta(days=round(usual)), part.on))
