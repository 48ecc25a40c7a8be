"""The papers of a vote: measure, ballot, tally sheet, count sheet, announcement (domain.md 2.12)."""

from minqiao.instruments.ballots.documents.before import ballot, measure, tally_sheet
from minqiao.instruments.ballots.documents.result import announcement, count_sheet

__all__ = ["announcement", "ballot", "count_sheet", "measure", "tally_sheet"]
