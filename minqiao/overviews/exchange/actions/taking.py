"""Rows become facts: batch by batch through form and act; good rows are kept, bad rows are named."""

from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field

from django.db import IntegrityError

from minqiao.foundation.trail.actions import act
from minqiao.kit.sheets import ROW_FAULT, Checker, Fault
from minqiao.kit.workflow import Refused

BATCH = 200


@dataclass
class Tally:
    """What came of the rows so far."""

    rows: int = 0
    counts: Counter = field(default_factory=Counter)
    faults: list[Fault] = field(default_factory=list)

    def __getitem__(self, key):
        return self.counts[key]

    def add(self, other):
        """Put another tally on top."""
        self.rows += other.rows
        self.counts += other.counts
        self.faults += other.faults


class _Undone(Exception):
    """A trial's batch goes back after it was tried."""


def take(sheet, table, *, actor, clock, is_trial=False, skip=0, kept=None):
    """Take the rows of `table` in, batch by batch; yields the batch's Tally after each is safe.

    `kept(tally, at)` runs inside the batch's transaction. A trial tries everything and keeps nothing.
    """
    hand = _Hand(sheet)
    for start in range(skip, len(table.rows), BATCH):
        rows = [(number, table.cells(row)) for number, row in table.rows[start : start + BATCH]]
        facts = {"kept": kept, "is_trial": is_trial, "actor": actor, "at": clock()}
        tally = Tally(rows=len(rows))
        try:
            _try(hand, rows, tally, together=bool(sheet.save_many), **facts)
        except IntegrityError:
            hand.renew()
            tally = Tally(rows=len(rows))
            _try(hand, rows, tally, together=False, **facts)
        yield tally
        if tally["clashed"]:
            hand.renew()


class _Hand:
    """What the rows of a file need from one batch to the next."""

    def __init__(self, sheet):
        self.sheet, self.lookups = sheet, sheet.lookups() if sheet.lookups else None
        self.checker = Checker(sheet, self.lookups)

    def renew(self):
        """Look again: what was in hand is not what is in the tables."""
        if self.sheet.lookups:
            self.lookups = self.sheet.lookups()
            self.checker.renew(self.lookups)


def _try(hand, rows, tally, **facts):
    with suppress(_Undone):
        _batch(hand, rows, tally, **facts)


@act
def _batch(hand, rows, tally, *, together, kept, is_trial, actor, at):
    faults = (_together if together else _each)(hand, rows, tally, actor=actor, at=at)
    tally.counts["bad"] = len({fault.row for fault in faults})
    tally.faults = sorted(faults, key=lambda fault: fault.row)
    if is_trial:
        raise _Undone
    if kept:
        kept(tally, at)


def _together(hand, rows, tally, *, actor, at):
    """Check all rows, then write the good ones in one go; their faults."""
    checked = [(number, *hand.checker.check(number, cells)) for number, cells in rows]
    good = [(number, data) for number, data, _ in checked if data is not None]
    faults = [fault for _, _, found in checked for fault in found]
    outcomes = hand.sheet.save_many([data for _, data in good], actor=actor, at=at, lookups=hand.lookups)
    for (number, _), outcome in zip(good, outcomes, strict=True):
        if isinstance(outcome, Refused):
            faults.append(_refused(hand, number, outcome))
        else:
            tally.counts[outcome] += 1
    return faults


def _refused(hand, number, refused):
    """The fault of a row that an act refused: at its column, where the act names one."""
    column = hand.checker.labels.get(getattr(refused, "column", ""), ROW_FAULT)
    return Fault(number, column, refused.why)


def _each(hand, rows, tally, *, actor, at):
    """Check and write row by row, each in a savepoint of its own; their faults."""
    faults = []
    for number, cells in rows:
        data, found = hand.checker.check(number, cells)
        faults += found if data is None else _one(hand, data, number, tally, actor=actor, at=at)
    return faults


def _one(hand, data, number, tally, *, actor, at):
    """Write one row; its faults, if it could not be written."""
    try:
        outcome = hand.sheet.save(data, actor=actor, at=at, lookups=hand.lookups)
    except Refused as refused:
        return [_refused(hand, number, refused)]
    except IntegrityError:
        tally.counts["clashed"] += 1
        return [Fault(number, ROW_FAULT, "与已有数据冲突，请核对编号是否重复")]
    tally.counts[outcome] += 1
    return []
