"""The clock's own acts: speaking of a date once for each light it turns to."""

from minqiao.duties.suggestions.models import Handling
from minqiao.duties.suggestions.rules.steps import reminder
from minqiao.foundation.trail.actions import act, record
from minqiao.kit.actor import CLOCK


@act
def remind(handling, *, at, key, words):
    """Tell the unit once for each light (amber, red, black) its open date turns to."""
    waiting = Handling.objects.filter(pk=handling.pk, replied_on=None, reminded=handling.reminded).standing()
    if not waiting.update(reminded=key):
        return False
    _record(handling, f"remind_{key}", at, f"期限{handling.due_on}，{words}")
    return True


@act
def remind_step(handling, *, at, key, words):
    """Tell whose turn it is, once for each light the clock of the present step turns to."""
    same = {"step_due_on": handling.step_due_on, "step_reminded": handling.step_reminded}
    waiting = Handling.objects.filter(pk=handling.pk, **same).standing()
    if not waiting.update(step_reminded=key):
        return False
    note = f"本环节期限{handling.step_due_on}，{words}"
    _record(handling, reminder(handling.step_due_facts["rule"], key), at, note)
    return True


def _record(handling, action, at, note):
    states = {"from_state": handling.state, "to_state": handling.state}
    place = {"subject": handling, "case": handling.suggestion, "at": at}
    note = f"{handling.unit.short_name}：{note}"
    record(actor=CLOCK, action=action, label="期限提醒", note=note, **place, **states)
