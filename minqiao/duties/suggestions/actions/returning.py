"""Giving a matter back: asked by the unit, decided by who assigned, a second time by a leader."""

from minqiao.duties.suggestions.actions.clocks import NO_CLOCK, due, step_clock
from minqiao.duties.suggestions.actions.handling import day_of, follow, followers, move, stretch
from minqiao.duties.suggestions.actions.opening import hand_over
from minqiao.duties.suggestions.choices import ReturnState
from minqiao.duties.suggestions.documents import return_request
from minqiao.duties.suggestions.models import ReturnRequest
from minqiao.duties.suggestions.rules.ordering import government_may_order
from minqiao.duties.suggestions.rules.returning import another_unit
from minqiao.duties.suggestions.rules.sight import GOVERNMENT
from minqiao.foundation.trail.actions import act
from minqiao.instruments.papers.actions import issue
from minqiao.kit.workflow import Refused


@act
def request_return(handling, *, actor, at, reason, duty_basis, approved_by, proposed_unit=None):
    """Not ours: why, by which duties, who should do it, and which of the unit's leaders approved it."""
    words = {"reason": reason, "duty_basis": duty_basis, "approved_by": approved_by}
    return _ask(handling, "request_return", actor, at, proposed_unit=proposed_unit, **words)


@act
def object_return(handling, *, actor, at, reason, duty_basis, proposed_unit=None):
    """The second objection, signed by the principal himself; a government leader's decision ends it."""
    words = {"reason": reason, "duty_basis": duty_basis, "approved_by": f"{actor.name}（主要负责人）"}
    return _ask(handling, "object_return", actor, at, proposed_unit=proposed_unit, is_second=True, **words)


def _ask(handling, action, actor, at, *, proposed_unit, **words):
    if proposed_unit is not None and proposed_unit.pk == handling.unit_id:
        raise Refused("建议承办单位不能是本单位", action=action)
    on, asked = day_of(at), handling.returns_asked + 1
    clock = step_clock(handling.suggestion.rules, "reassign", on)
    note = words["reason"][:200]
    move(handling, action, actor=actor, at=at, note=note, returns_asked=asked, **clock)
    row = ReturnRequest.objects.create(handling=handling, proposed_unit=proposed_unit, asked_on=on, **words)
    place = {"subject": handling, "case": handling.suggestion, "edition": asked}
    issue(return_request(handling, row), kind="return_request", actor=actor, at=at, **place)
    return handling


@act
def agree_return(handling, *, actor, at, to_unit, note=""):
    """Reassigned by who assigned it, to the proposed or another unit; the old handling ends."""
    return _give(handling, "agree_return", actor, at, to_unit, note)


@act
def order_other_unit(handling, *, actor, at, to_unit, note):
    """The leader's decision: another unit handles it. There is no third request."""
    return _give(handling, "order_other_unit", actor, at, to_unit, note)


def _give(handling, action, actor, at, to_unit, note):
    suggestion, on = handling.suggestion, day_of(at)
    why = another_unit(handling, to_unit)
    if not why and actor.role in GOVERNMENT:
        why = government_may_order([(to_unit, handling.role, "")])
    if why:
        raise Refused(why, action=action)
    words = "；".join(filter(None, (f"改由{to_unit}承办", note)))
    with_it = followers(handling) if handling.leads_file else []
    step = move(handling, action, actor=actor, at=at, note=words, **NO_CLOCK)
    new = hand_over(handling, to_unit, on=on, starts=step.starts)
    _decide(handling, ReturnState.AGREED, actor, on, note, successor=new)
    for row in with_it:
        hand_over(row, to_unit, on=on, starts=step.starts, works_with=new)
    for one in [suggestion, *[row.suggestion for row in with_it]]:
        follow(one, on)
        stretch(one)
    return new


@act
def refuse_return(handling, *, actor, at, note):
    """The unit goes on handling; its principal may object once more within the same number of workdays."""
    return _keep(handling, "refuse_return", actor, at, note)


@act
def order_to_handle(handling, *, actor, at, note):
    """The leader's decision: the unit handles it. There is no third request."""
    return _keep(handling, "order_to_handle", actor, at, note)


def _keep(handling, action, actor, at, note):
    on, rules = day_of(at), handling.suggestion.rules
    window = due(rules, "return", on)
    move(
        handling,
        action,
        actor=actor,
        at=at,
        note=note,
        signed_on=handling.signed_on or on,
        return_due_on=window.due,
        return_due_facts=window.as_dict(),
        **step_clock(rules, "first_contact", on),
    )
    _decide(handling, ReturnState.REFUSED, actor, on, note)
    return handling


def _decide(handling, state, actor, on, note, **changes):
    decided = {"state": state, "decided_on": on, "decided_by": actor.name[:60], "decision_note": note}
    handling.returns.filter(state=ReturnState.PENDING).update(**decided, **changes)
