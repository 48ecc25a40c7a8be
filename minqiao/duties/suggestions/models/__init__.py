"""Tables of the room: the suggestion's own life, and one small life per handling unit."""

from minqiao.duties.suggestions.models.handling import Contact, Extension, Handling, Opinion
from minqiao.duties.suggestions.models.ideas import Idea, IdeaReminder, Phrase
from minqiao.duties.suggestions.models.promise import Commitment, LedgerEntry
from minqiao.duties.suggestions.models.publication import Publication, PublicationPromise
from minqiao.duties.suggestions.models.reply import Evaluation, Reply
from minqiao.duties.suggestions.models.returning import ReturnRequest
from minqiao.duties.suggestions.models.rounds import Callback, JointStudy
from minqiao.duties.suggestions.models.suggestion import Batch, Signing, Suggestion, joined_by, late_for

__all__ = [
    "Batch",
    "Callback",
    "Commitment",
    "Contact",
    "Evaluation",
    "Extension",
    "Handling",
    "Idea",
    "IdeaReminder",
    "JointStudy",
    "LedgerEntry",
    "Opinion",
    "Phrase",
    "Publication",
    "PublicationPromise",
    "Reply",
    "ReturnRequest",
    "Signing",
    "Suggestion",
    "joined_by",
    "late_for",
]
