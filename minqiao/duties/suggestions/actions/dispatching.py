"""Second tier: the government office orders its own units, the Congress side the organs beside it."""

from minqiao.duties.suggestions.actions.handling import day_of
from minqiao.duties.suggestions.actions.merging import dispatch_with, members_to_dispatch
from minqiao.duties.suggestions.actions.opening import hand_to, words_of_units
from minqiao.duties.suggestions.choices import HandlingRole
from minqiao.duties.suggestions.rules.ordering import congress_hands_over, government_may_order
from minqiao.duties.suggestions.workflow import SUGGESTION
from minqiao.foundation.trail.actions import act, take
from minqiao.kit.workflow import Refused


@act
def dispatch(suggestion, *, actor, at, units):
    """`units` is a list of (unit, role, part). The clock stays the assignment's own."""
    return _hand_out(suggestion, "dispatch", government_may_order(units), actor=actor, at=at, units=units)


@act
def dispatch_to_organ(suggestion, *, actor, at, units):
    """What a court, procuratorate, supervisory commission or party body answers (`units` as above)."""
    why = congress_hands_over(units)
    return _hand_out(suggestion, "dispatch_to_organ", why, actor=actor, at=at, units=units)


def _hand_out(suggestion, action, why, *, actor, at, units):
    if why := why or _misfit(units):
        raise Refused(why, action=action)
    words = "；".join(f"{HandlingRole(role).label}{unit}" for unit, role, _ in units)
    handled_by = words_of_units([unit for unit, _, _ in sorted(units, key=_assistants_last)])
    step = take(SUGGESTION, suggestion, action, actor=actor, at=at, note=words, handled_by=handled_by)
    members = members_to_dispatch(suggestion)
    for unit, role, part in units:
        more = {"on": day_of(at), "starts": step.starts}
        row = hand_to(suggestion, unit, role, part, leads_file=bool(members), **more)
        for one in members:
            hand_to(one, unit, role, part, works_with=row, **more)
    for one in members:
        dispatch_with(one, suggestion, actor=actor, at=at, handled_by=handled_by)
    return suggestion


def _misfit(units):
    """Why these roles do not make one way of handling, or ""."""
    roles = [role for _, role, _ in units]
    if len({unit.pk for unit, _, _ in units}) != len(units):
        return "同一个单位只能出现一次"
    leads = sum(role in (HandlingRole.SOLE, HandlingRole.LEAD) for role in roles)
    if leads == 1 or (leads == 0 and set(roles) == {HandlingRole.SEPARATE} and len(roles) > 1):
        return ""
    return "请确定一个独办或者主办单位，或者两个以上的分办单位"


def _assistants_last(item):
    return item[1] == HandlingRole.ASSIST
