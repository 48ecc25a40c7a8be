"""The count of votes (pure): the sheet, whether it may be true, and what it decides."""

from minqiao.instruments.ballots.rules.measure import (
    Measure,
    Unreadable,
    measure_from,
    quorum_of,
    threshold_of,
)
from minqiao.instruments.ballots.rules.outcome import Outcome, decide
from minqiao.instruments.ballots.rules.poll import Poll, Verdict, poll_from, verdicts
from minqiao.instruments.ballots.rules.sheet import CountSheet, contradictions, sheet_from

__all__ = [
    "CountSheet",
    "Measure",
    "Outcome",
    "Poll",
    "Unreadable",
    "Verdict",
    "contradictions",
    "decide",
    "measure_from",
    "poll_from",
    "quorum_of",
    "sheet_from",
    "threshold_of",
    "verdicts",
]
