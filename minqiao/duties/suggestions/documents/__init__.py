"""The papers of the room, filled from its records (domain.md 2.1, 2.12)."""

from minqiao.duties.suggestions.documents.main import (
    assignment_letter,
    feedback_form,
    reply_letter,
    session_words,
    signers_of,
    suggestion_sheet,
)
from minqiao.duties.suggestions.documents.promises import fulfilment_form
from minqiao.duties.suggestions.documents.special import (
    assist_opinion,
    decision_notice,
    extension_request,
    redo_order,
    return_request,
    study_minutes,
)

__all__ = [
    "assignment_letter",
    "assist_opinion",
    "decision_notice",
    "extension_request",
    "feedback_form",
    "fulfilment_form",
    "redo_order",
    "reply_letter",
    "return_request",
    "session_words",
    "signers_of",
    "study_minutes",
    "suggestion_sheet",
]
