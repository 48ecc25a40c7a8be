"""How fast, how well: what chance decides of a unit's handling, within what is usual."""

import datetime as dt
from dataclasses import dataclass, replace

from minqiao.config.demo.days import workdays_after

WAYS = ("meeting", "visit", "phone", "phone", "letter")
SLOW = 0.06  # of the units sign and make contact late


@dataclass(frozen=True)
class Pace:
    """The days of one unit's handling, and what comes of it."""

    signed: dt.date
    contacts: tuple[tuple[dt.date, str], ...]
    reply: dt.date
    category: str
    grade: str
    evaluated: int  # workdays after the reply
    asked: dt.date | None = None  # an extension
    decided: dt.date | None = None
    is_refused: bool = False
    sent_back: str = ""  # by head, gov or principal
    is_revised: bool = False
    without_contact: bool = False
    is_silent: bool = False  # no evaluation ever comes
    promises: tuple = ()


def pace_of(chance, *, dispatched_on, due_on, is_hard, fate):
    """The pace of an answering unit; `fate` may name its kind or any of its days."""
    kind = fate.get("kind") or _kind(chance, is_hard)
    asked = workdays_after(due_on, -chance.randint(8, 18)) if kind == "extended" else None
    asked = fate.get("asked", asked)
    decided = fate.get("decided") or (workdays_after(asked, chance.randint(1, 3)) if asked else None)
    reply = fate.get("reply") or _reply_day(chance, kind, dispatched_on, due_on, decided)
    slow = 9 if chance.random() < SLOW else 0
    signed = workdays_after(dispatched_on, chance.randint(1, 2) + slow)
    first = min(workdays_after(signed, chance.randint(3, 15) + slow), workdays_after(reply, -12))
    category = chance.choices("ABC", (50, 36, 14))[0]
    found = Pace(
        signed=signed,
        contacts=_contacts(chance, max(first, workdays_after(signed, 1)), reply, asked),
        reply=reply,
        category=category,
        grade=_grade(chance, category),
        evaluated=chance.choices((1, 3, 6, 10, 14, 22), (15, 25, 25, 20, 10, 5))[0],
        asked=asked,
        decided=decided,
        sent_back=chance.choices(("", "head", "gov", "principal"), (78, 7, 12, 3))[0],
        is_revised=chance.random() < 0.03,
    )
    return replace(
        found, **{name: value for name, value in fate.items() if name in Pace.__dataclass_fields__}
    )


def _kind(chance, is_hard):
    if is_hard:
        return "hard"
    return chance.choices(("early", "near", "late", "extended"), (52, 30, 8, 10))[0]


def _reply_day(chance, kind, dispatched_on, due_on, decided):
    if kind == "extended":
        return workdays_after(decided, chance.randint(14, 50))
    if kind == "late":
        return workdays_after(due_on, chance.randint(1, 9))
    if kind == "near":
        return workdays_after(due_on, -chance.randint(0, 8))
    first = workdays_after(dispatched_on, 24 if kind == "early" else 50)
    last = workdays_after(due_on, -9)
    days = max((last - first).days, 1)
    return workdays_after(first + dt.timedelta(days=chance.randrange(days)), 1)


def _contacts(chance, first, reply, asked):
    """Before, during the handling, and often after the reply."""
    found = [(first, "before")]
    during = workdays_after(asked or reply, -chance.randint(8, 11))
    if during > first and chance.random() < 0.8:
        found.append((during, "during"))
    if chance.random() < 0.5:
        found.append((workdays_after(reply, 1), "after"))
    return tuple(found)


def _grade(chance, category):
    weights = {"A": (92, 7, 1), "B": (84, 13, 3), "C": (70, 24, 6)}[category]
    return chance.choices(("satisfied", "basic", "dissatisfied"), weights)[0]
