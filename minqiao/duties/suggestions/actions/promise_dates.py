"""The clock's own acts on promises: each tells once."""

from minqiao.duties.suggestions.actions.handling import day_of
from minqiao.duties.suggestions.actions.promising import NOTE
from minqiao.duties.suggestions.choices import OPEN_PROMISES, PromiseState
from minqiao.duties.suggestions.models import Commitment
from minqiao.foundation.trail.actions import act, record
from minqiao.kit.actor import CLOCK


@act
def remind_of_date(promise, *, at, key, words):
    """The unit hears once of each light (amber, red, black) an open promise turns to."""
    rows = Commitment.objects.filter(pk=promise.pk, state__in=sorted(OPEN_PROMISES))
    if not rows.filter(reminded=promise.reminded).update(reminded=key):
        return False
    _tell(promise, f"promise_{key}", "承诺期限提醒", at, f"期限{promise.due_on}，{words}")
    return True


@act
def chase_report(promise, *, at):
    """A quarter has passed without a report: the unit is asked for it once."""
    on = promise.report_due_on
    rows = Commitment.objects.filter(pk=promise.pk, state__in=sorted(OPEN_PROMISES), report_due_on=on)
    if not rows.exclude(report_chased_on=on).update(report_chased_on=on):
        return False
    _tell(promise, "chase_report", "催报承诺进展", at, f"应当在{on}前报告进展")
    return True


@act
def chase_grade(promise, *, at):
    """The deputy has not said whether it was kept: he is asked once more."""
    rows = Commitment.objects.filter(pk=promise.pk, state=PromiseState.REPORTED, grade_chased_on=None)
    if not rows.update(grade_chased_on=day_of(at)):
        return False
    _tell(promise, "chase_grade", "催促评价承诺兑现", at, f"评价期限{promise.step_due_on}")
    return True


def _tell(promise, action, label, at, note):
    states = {"from_state": promise.state, "to_state": promise.state}
    note = f"{promise.handling.unit.short_name}“{promise.text}”：{note}"[:NOTE]
    place = {"subject": promise, "case": promise.handling.suggestion, "at": at, "note": note}
    record(actor=CLOCK, action=action, label=label, **place, **states)
