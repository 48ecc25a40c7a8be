"""The papers of the room, filled from its records (domain.md 2.3, 2.12)."""

from minqiao.duties.supervision.documents.chasing import chase_notice, circular
from minqiao.duties.supervision.documents.checking import check_letter
from minqiao.duties.supervision.documents.inquiry import inquiry_plan, inquiry_record, poll_result
from minqiao.duties.supervision.documents.key import supervision_letter, supervision_plan, supervision_report

__all__ = [
    "chase_notice",
    "check_letter",
    "circular",
    "inquiry_plan",
    "inquiry_record",
    "poll_result",
    "supervision_letter",
    "supervision_plan",
    "supervision_report",
]
