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
    lookups = sheet.lookups() if sheet.lookups else None
    checker = Checker(sheet, lookups)
    for start in range(skip, len(table.rows), BATCH):
        rows = table.rows[start : start + BATCH]
        tally = Tally(rows=len(rows))
        with suppress(_Undone):
            _batch(
                checker, [(number, table.cells(row)) for number, row in rows], tally,
                lookups=lookups, kept=kept, is_trial=is_trial, actor=actor, at=clock(),
            )  # fmt: skip
        yield tally
        if tally["clashed"] and sheet.lookups:
            lookups = sheet.lookups()
            checker.renew(lookups)


@act
def _batch(checker, rows, tally, *, lookups, kept, is_trial, actor, at):
    for number, cells in rows:
        data, faults = checker.check(number, cells)
        if data is not None:
            faults = _one(checker.sheet, data, number, lookups, tally, actor=actor, at=at)
        if faults:
            tally.counts["bad"] += 1
            tally.faults += faults
    if is_trial:
        raise _Undone
    if kept:
        kept(tally, at)


def _one(sheet, data, number, lookups, tally, *, actor, at):
    """Write one row; its faults, if it could not be written."""
    try:
        outcome = sheet.save(data, actor=actor, at=at, lookups=lookups)
    except Refused as refused:
        return [Fault(number, ROW_FAULT, refused.why)]
    except IntegrityError:
        tally.counts["clashed"] += 1
        return [Fault(number, ROW_FAULT, "与已有数据冲突，请核对编号是否重复")]
    tally.counts[outcome] += 1
    return []
