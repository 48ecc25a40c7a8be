"""What the clock notes when a date of the plan comes near or has passed: once near, once late."""

from minqiao.duties.supervision.models import DelegatedCheck, Inquiry, KeyItem, Problem, Visit
from minqiao.foundation.trail.actions import act, record
from minqiao.kit.actor import CLOCK

LABELS = {
    "remind_visit": "提醒督办活动",
    "remind_problem": "提醒整改期限",
    "remind_report": "提醒报告期限",
    "remind_check": "提醒核查期限",
    "remind_mending": "提醒测评后的整改期限",
}
MODELS = {
    "remind_visit": Visit,
    "remind_problem": Problem,
    "remind_report": KeyItem,
    "remind_check": DelegatedCheck,
    "remind_mending": Inquiry,
}


@act
def remind(action, row, *, key, words, case, at):
    """Remind once of `key` (near, late); False when another clock was first."""
    waiting = MODELS[action].objects.filter(pk=row.pk, reminded=row.reminded)
    if not waiting.update(reminded=key):
        return False
    place = {"subject": row, "case": case, "at": at, "note": words}
    record(actor=CLOCK, action=action, label=LABELS[action], **place)
    return True
