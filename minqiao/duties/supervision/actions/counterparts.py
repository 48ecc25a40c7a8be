"""Which committee oversees which suggestion, how it follows it, and what counties check for it."""

from minqiao.duties.supervision.actions.leading import series_for
from minqiao.duties.supervision.actions.proposing import day_of
from minqiao.duties.supervision.documents import check_letter
from minqiao.duties.supervision.models import Counterpart, CounterpartNote, DelegatedCheck
from minqiao.duties.supervision.queries.matching import waiting_for_a_committee
from minqiao.duties.supervision.workflow import COUNTERPART, DELEGATED_CHECK
from minqiao.foundation.trail.actions import act, freshen, record, take
from minqiao.instruments.papers.actions import issue
from minqiao.kit.actor import CLOCK
from minqiao.kit.workflow import Refused

LABEL = "确定对口督办机构"
MOST = 500  # in one transaction


@act
def assign_counterparts(*, at):
    """Give every dispatched suggestion its committee by the rule; answers how many. Safe to run twice."""
    found, on = waiting_for_a_committee(MOST), day_of(at)
    rows = [
        Counterpart(suggestion=suggestion, committee_id=match.pk or None, why=match.why[:200], since=on)
        for suggestion, match in found
    ]
    Counterpart.objects.bulk_create(rows)
    for row in rows:
        place = {"subject": row, "case": row.suggestion, "at": at}
        record(actor=CLOCK, action="assign_counterpart", label=LABEL, note=row.why, **place)
    return len(rows)


def _take(counterpart, action, actor, at, note, **changes):
    case = counterpart.suggestion
    take(COUNTERPART, counterpart, action, actor=actor, at=at, case=case, note=note[:500], **changes)


@act
def change_committee(counterpart, *, actor, at, committee, note):
    """Another committee oversees it, named by the deputy affairs committee with the reason."""
    if committee.congress_id != counterpart.suggestion.congress_id:
        raise Refused("请选择本级人大的委员会", action="change_committee")
    words = f"改由{committee.short_name}对口督办：{note}"
    changes = {"committee": committee, "why": words[:200], "by_hand": True, "since": day_of(at)}
    _take(counterpart, "change_committee", actor, at, words, **changes)
    return counterpart


@act
def note(counterpart, *, actor, at, on, way, words):
    """The committee looked after a suggestion: kept once, shown in every list that needs it."""
    freshen(counterpart)  # the state stays as it is: only the row itself tells how many there are by now
    made = counterpart.notes_made + 1
    _take(counterpart, "note", actor, at, f"{on} {words}", notes_made=made)
    row = {"on": on, "way": way, "words": words, "recorded_by": actor.name[:60]}
    CounterpartNote.objects.create(counterpart=counterpart, **row)
    return counterpart


@act
def delegate(counterpart, *, actor, at, asked_of, demand, due_on):
    """委托核查: the committee of a county is asked by letter to look on the spot; it sees by that alone."""
    suggestion, on = counterpart.suggestion, day_of(at)
    if counterpart.committee_id is None:
        raise Refused("请先指定对口督办机构", action="delegate")
    open_ones = DelegatedCheck.objects.filter(suggestion=suggestion, asked_of=asked_of, state="asked")
    _take(counterpart, "delegate", actor, at, f"委托{asked_of.standing_committee}：{demand}")
    if open_ones.exists():
        raise Refused(f"{asked_of.standing_committee}正在核查这一件", action="delegate")
    check = DelegatedCheck.objects.create(
        suggestion=suggestion,
        committee=counterpart.committee,
        asked_of=asked_of,
        demand=demand,
        asked_on=on,
        due_on=due_on,
    )
    words = f"{demand}（{due_on}前报送）"
    record(actor=actor, action="ask_check", label="委托核查", subject=check, at=at, note=words)
    place = {"subject": check, "case": check, "series": series_for(suggestion.congress, on)}
    issue(check_letter(check), kind="check_letter", actor=actor, at=at, **place)
    return counterpart


def _check(check, action, actor, at, note="", **changes):
    take(DELEGATED_CHECK, check, action, actor=actor, at=at, note=note[:500], **changes)


@act
def record_check(check, *, actor, at, checked_on, people, findings, result):
    """The county says what it found."""
    words = {"checked_on": checked_on, "people": people, "findings": findings, "result": result}
    _check(check, "record_check", actor, at, findings, return_note="", **words)
    return check


@act
def check_again(check, *, actor, at, note, due_on):
    """What was found does not answer what was asked."""
    _check(check, "check_again", actor, at, note, return_note=note, due_on=due_on, reminded="")
    return check


@act
def take_in(check, *, actor, at):
    """The result is taken in."""
    _check(check, "take_in", actor, at)
    return check


@act
def recall(check, *, actor, at, note):
    """The county need not look any more."""
    _check(check, "recall", actor, at, note)
    return check
