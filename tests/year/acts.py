"""Who does what, when and with which words: one row an act. The engine takes the first row that fits.

`when` answers the day on which the act will be done, as things stand now (None: this is not its turn); a day
ahead only says when to look again. A new act of the house is one row in `raising` or `answering`, with a turn
in `fates` if it is a matter of chance.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from minqiao.duties.suggestions.choices import HandlingRole
from minqiao.registry.units.rules import is_under_government

BATCH_DAY = dt.date(2025, 3, 20)
NOTE = {"note": "请补充具体位置和时间要求"}


def days(number):
    return dt.timedelta(days=number)


def nothing(turn, result=None):
    return {}


@dataclass(frozen=True)
class Move:
    """A row: in these states this person takes this act on this day with these words."""

    action: str
    states: tuple
    who: Callable
    when: Callable
    words: Callable = nothing
    then: Callable = nothing  # (turn, result): what the people remember of it
    refused: str = ""  # how the house's refusal begins, where it must refuse


def soon(turn):
    return turn.touched + days(turn.fate.lag)


def now(turn):
    return turn.touched


def once(name, fits=lambda turn: True, when=soon):
    """The first time it fits, then never again for this row."""
    return lambda turn: when(turn) if (name, turn.row.pk) not in turn.item.done and fits(turn) else None


def mark(name):
    return lambda turn, result: turn.item.done.add((name, turn.row.pk))


def if_(fits, when=soon):
    return lambda turn: when(turn) if fits(turn) else None


# Who:


def lead(turn):
    return turn.item.lead


def office(turn):
    """The secretariat and the committee by turns."""
    return turn.world.secretariat if turn.item.number % 2 else turn.world.affairs


def affairs(turn):
    return turn.world.affairs


def gov(turn):
    return turn.world.gov


def assigner(turn):
    """Both offices by turns; of what a court handles the committee alone."""
    of_both = is_under_government(turn.row.unit) and turn.item.number % 2
    return turn.world.gov if of_both else turn.world.affairs


def leader(turn):
    """Who rules on a second objection: no leader of the government on a court's."""
    return turn.world.gov_leader if is_under_government(turn.row.unit) else turn.world.affairs


def of_unit(kind):
    return lambda turn: getattr(turn.world, kind)[turn.world.by_unit[turn.row.unit_id]]


officer, head, principal = of_unit("officer"), of_unit("head"), of_unit("principal")


def lead_officer(turn):
    found = next(row for row in turn.row.fellows if row.role == HandlingRole.LEAD and not row.is_ended)
    return turn.world.officer[turn.world.by_unit[found.unit_id]]
