"""The papers of the room, filled from its records (domain.md 2.5, 2.12)."""

from minqiao.duties.microprojects.documents.application import fund_application, site_check
from minqiao.duties.microprojects.documents.decisions import (
    batch_decision,
    change_form,
    money_notice,
    project_decision,
    project_notice,
)
from minqiao.duties.microprojects.documents.ending import acceptance_form, performance_review, settlement

__all__ = [
    "acceptance_form",
    "batch_decision",
    "change_form",
    "fund_application",
    "money_notice",
    "performance_review",
    "project_decision",
    "project_notice",
    "settlement",
    "site_check",
]
