"""Tables of the room: key items, counterpart supervision, delegated checks, chasers."""

from minqiao.duties.supervision.models.chasing import Chase, ChasedPart
from minqiao.duties.supervision.models.counterpart import Counterpart, CounterpartNote, DelegatedCheck
from minqiao.duties.supervision.models.inquiry import InquiredUnit, Inquiry, Question
from minqiao.duties.supervision.models.key import KeyItem, KeySuggestion, Problem, UnitReport, Visit

__all__ = [
    "Chase",
    "ChasedPart",
    "Counterpart",
    "CounterpartNote",
    "DelegatedCheck",
    "InquiredUnit",
    "Inquiry",
    "KeyItem",
    "KeySuggestion",
    "Problem",
    "Question",
    "UnitReport",
    "Visit",
]
