"""Of what was assigned in a year, how much came between the sessions: by unit, by county."""

from dataclasses import dataclass
from decimal import Decimal

from minqiao.duties.suggestions.figures.tables import DIMENSIONS, by_dimension, grouped_by_unit
from minqiao.kit.shares import shares

COLUMNS = (("assigned", "交办"), ("inter_session", "其中闭会期间提出"))
UNIT_COLUMNS = (("held", "承办（含协办）"), ("inter_session", "其中闭会期间提出"))
NOTE = "占比为闭会期间提出的件数除以同一行的交办（承办）件数；撤回的和退办的不计。"
UNIT_NOTE = f"{NOTE}一件由几个单位办理的在各单位分别计数。"


@dataclass(frozen=True)
class Share:
    """One line: its words, both counts with the rows behind them, the percentage."""

    words: str
    cells: tuple
    percent: Decimal


@dataclass(frozen=True)
class Shares:
    """A table of shares, the whole as its last line."""

    title: str
    head: str
    columns: tuple
    lines: tuple[Share, ...]
    total: Share
    note: str


def shares_between(cases, scope, today):
    """The tables by unit and by county of the electing delegation."""
    county = next(one for one in DIMENSIONS if one.key == "county")
    of_units = grouped_by_unit(UNIT_COLUMNS, cases, scope, today, UNIT_NOTE)
    places = by_dimension(county, cases, scope, today, COLUMNS)
    return [_shares(of_units, UNIT_NOTE), _shares(places, NOTE)]


def _shares(table, note):
    lines = tuple(_share(line) for line in table.lines)
    return Shares(table.title, table.head, table.columns, lines, _share(table.total), note)


def _share(line):
    whole, part = (cell.number for cell in line.cells)
    found = shares({"between": part, "other": whole - part})["between"]
    return Share(line.words, line.cells, found)
