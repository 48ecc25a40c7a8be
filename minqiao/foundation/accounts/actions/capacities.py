"""Rights: granting, suspending, resuming, ending capacities, and choosing the one to act in.

The security administrator's acts are judged here. The `follow_…` acts are the consequence of an act in
another room (a mandate suspended, a clerk registered for a unit), which has judged it: rights follow at once.
"""

from django.utils import timezone

from minqiao.foundation.accounts.actions.users import refuse
from minqiao.foundation.accounts.models import Capacity
from minqiao.foundation.accounts.queries import standing_roles
from minqiao.foundation.accounts.rules import may_change_capacity, may_follow, may_grant, may_switch
from minqiao.foundation.trail.actions import act, record
from minqiao.kit.workflow import Refused

STANDS, SUSPENDED, ENDED = "有效", "暂停", "终止"


@act
def grant_capacity(
    *,
    user,
    role,
    actor,
    at,
    starts_on=None,
    ends_on=None,
    scope_id=0,
    scope_label="",
    realm_id=0,
    note="",
):
    """Gives `user` the right to act in `role` for the scope, from `starts_on` (today) until `ends_on`."""
    refuse(may_grant(actor, user.pk, role, standing_roles(user.pk, at)))
    terms = {"scope_label": scope_label, "realm_id": realm_id, "starts_on": starts_on, "ends_on": ends_on}
    return _grant(user, role, scope_id, terms, actor=actor, at=at, note=note)


@act
def suspend_capacity(capacity, *, actor, at, note=""):
    """The right rests; it may be resumed."""
    refuse(may_change_capacity(actor, capacity.user_id))
    _suspend(capacity, actor=actor, at=at, note=note)


@act
def resume_capacity(capacity, *, actor, at, note=""):
    """A suspended right stands again."""
    refuse(may_change_capacity(actor, capacity.user_id))
    _resume(capacity, actor=actor, at=at, note=note)


@act
def end_capacity(capacity, *, actor, at, on=None, note=""):
    """The right ends on the day `on` (today): on that day it is already gone."""
    refuse(may_change_capacity(actor, capacity.user_id))
    _end(capacity, on, actor=actor, at=at, note=note)


@act
def follow_grant(
    *,
    user,
    role,
    scope_id,
    scope_label,
    realm_id,
    actor,
    at,
    starts_on=None,
    ends_on=None,
    note="",
):
    """The same as grant_capacity, as a consequence of another room's act. Never for the three offices."""
    refuse(may_follow([role]))
    terms = {"scope_label": scope_label, "realm_id": realm_id, "starts_on": starts_on, "ends_on": ends_on}
    return _grant(user, role, scope_id, terms, actor=actor, at=at, note=note)


@act
def follow_suspend(*, roles, scope_id, actor, at, note=""):
    """Suspends every standing capacity in `roles` for the scope. Returns how many."""
    rows = _standing(roles, scope_id, at).filter(is_suspended=False)
    return sum(_suspend(row, actor=actor, at=at, note=note) for row in rows)


@act
def follow_resume(*, roles, scope_id, actor, at, note=""):
    """Resumes every suspended capacity in `roles` for the scope. Returns how many."""
    rows = _standing(roles, scope_id, at).filter(is_suspended=True)
    return sum(_resume(row, actor=actor, at=at, note=note) for row in rows)


@act
def follow_end(*, roles, scope_id, actor, at, on=None, note=""):
    """Ends every capacity in `roles` for the scope on the day `on` (today). Returns how many."""
    return sum(_end(row, on, actor=actor, at=at, note=note) for row in _standing(roles, scope_id, at))


@act
def switch_capacity(capacity, *, actor, at):
    """Notes that the person acts in `capacity` from now on; the session keeps the choice."""
    refuse(may_switch(actor, capacity.user_id))
    record(
        actor=actor,
        action="switch_capacity",
        label="切换身份",
        subject=capacity,
        at=at,
        from_state=actor.capacity[:40],
        to_state=str(capacity)[:40],
    )


def _standing(roles, scope_id, at):
    refuse(may_follow(roles))
    return Capacity.objects.not_ended_on(_day(at)).filter(role__in=roles, scope_id=scope_id).order_by("pk")


def _grant(user, role, scope_id, terms, *, actor, at, note):
    terms["starts_on"] = terms["starts_on"] or _day(at)
    key = {"user_id": user.pk, "role": role, "scope_id": scope_id}
    capacity = Capacity.objects.select_for_update().filter(**key).first()
    if capacity and (capacity.ends_on is None or capacity.ends_on > _day(at)):
        raise Refused(f"{user.name}已有这一职务：{capacity}")
    if terms["ends_on"] and terms["ends_on"] <= terms["starts_on"]:
        raise Refused("终止日应晚于起始日")
    capacity, _ = Capacity.objects.update_or_create(**key, defaults=terms | {"is_suspended": False})
    _note(capacity, "grant_capacity", "授予职务", "", STANDS, actor=actor, at=at, note=note)
    return capacity


def _suspend(capacity, *, actor, at, note):
    untouched = Capacity.objects.not_ended_on(_day(at)).filter(pk=capacity.pk, is_suspended=False)
    if not untouched.update(is_suspended=True):
        raise Refused("该职务已暂停或已终止，请刷新后再看")
    _note(capacity, "suspend_capacity", "暂停职务", STANDS, SUSPENDED, actor=actor, at=at, note=note)
    return 1


def _resume(capacity, *, actor, at, note):
    untouched = Capacity.objects.not_ended_on(_day(at)).filter(pk=capacity.pk, is_suspended=True)
    if not untouched.update(is_suspended=False):
        raise Refused("该职务没有暂停或已终止，请刷新后再看")
    _note(capacity, "resume_capacity", "恢复职务", SUSPENDED, STANDS, actor=actor, at=at, note=note)
    return 1


def _end(capacity, on, *, actor, at, note):
    on = on or _day(at)
    was = SUSPENDED if capacity.is_suspended else STANDS
    changes = {"ends_on": on} | ({"is_suspended": True} if on <= _day(at) else {})
    if not Capacity.objects.not_ended_on(_day(at)).filter(pk=capacity.pk).update(**changes):
        raise Refused("该职务已终止")
    _note(capacity, "end_capacity", "终止职务", was, ENDED, actor=actor, at=at, note=f"自{on}起。{note}")
    return 1


def _note(capacity, action, label, was, becomes, *, actor, at, note):
    capacity.refresh_from_db()
    record(
        actor=actor,
        action=action,
        label=label,
        subject=capacity,
        case=capacity.user,
        at=at,
        from_state=was,
        to_state=becomes,
        note=f"{capacity.user.name}：{capacity}" + (f"。{note}" if note else ""),
    )


def _day(at):
    return timezone.localtime(at).date()
