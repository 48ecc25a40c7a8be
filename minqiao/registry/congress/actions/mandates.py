"""Writing mandates. The rights that hang on one follow its state in the same transaction."""

from django.utils import timezone

from minqiao.foundation.accounts.actions import follow_end, follow_grant, follow_resume, follow_suspend
from minqiao.foundation.trail.actions import act, record
from minqiao.kit.workflow import Refused
from minqiao.registry.congress.choices import EndReason, MandateState, SuspensionReason
from minqiao.registry.congress.models import Mandate
from minqiao.registry.congress.rules import LAW_END, LAW_SUSPEND, OWN_ROLES, by_keeper, roles_of
from minqiao.registry.congress.workflow import MANDATE


@act
def grant_mandate(deputy, congress, *, actor, at, certificate_no, starts_on=None, **values):
    """A deputy's seat in a congress. With an account linked, the rights begin at once."""
    if why := by_keeper(actor):
        raise Refused(why)
    if Mandate.objects.filter(deputy=deputy, congress=congress).exists():
        raise Refused(f"{deputy}已有{congress}的代表资格")
    if Mandate.objects.filter(congress=congress, certificate_no=certificate_no).exists():
        raise Refused(f"代表证号{certificate_no}已属于另一位代表")
    mandate = Mandate(deputy=deputy, congress=congress, certificate_no=certificate_no, **values)
    mandate.starts_on = starts_on or congress.starts_on
    return begin(mandate, actor=actor, at=at)


def begin(mandate, *, actor, at):
    """Write a new mandate that was found in order, and give its rights. Inside an act."""
    mandate.save()
    note_new_mandate(mandate, actor=actor, at=at)
    give_rights(mandate, actor=actor, at=at)
    return mandate


def note_new_mandate(mandate, *, actor, at):
    """The trail's entry on a mandate that begins."""
    note = f"{mandate.congress} {mandate.certificate_no}"
    _note(
        mandate, "grant_mandate", "登记代表资格", actor=actor, at=at, to_state=MandateState.ACTIVE, note=note
    )


@act
def change_mandate(mandate, *, actor, at, **values):
    """Delegation, constituency, certificate, membership of the standing committee. Returns what changed."""
    if why := by_keeper(actor):
        raise Refused(why)
    if mandate.state == MandateState.ENDED:
        raise Refused("代表资格已终止，不能再修改", basis=LAW_END)
    return alter(mandate, values, actor=actor, at=at)


def alter(mandate, values, *, actor, at):
    """Write what differs and let the rights follow. Inside an act; returns the words of what changed."""
    changed = [name for name, value in values.items() if getattr(mandate, name) != value]
    if not changed:
        return []
    before = set(roles_of(mandate.is_committee_member, mandate.is_chairs_council))
    untouched = Mandate.objects.filter(pk=mandate.pk, state=mandate.state)
    if not untouched.update(**{name: values[name] for name in changed}):
        raise Refused("他人刚刚登记了变动，请刷新后再试")
    for name in changed:
        setattr(mandate, name, values[name])
    words = [Mandate._meta.get_field(name).verbose_name for name in changed]
    note = f"{mandate.congress}：{'、'.join(words)}"
    _note(mandate, "change_mandate", "修改代表资格登记", actor=actor, at=at, note=note)
    after = set(roles_of(mandate.is_committee_member, mandate.is_chairs_council))
    if before - after:
        follow_end(roles=sorted(before - after), scope_id=mandate.pk, actor=actor, at=at)
    if after - before and mandate.state == MandateState.ACTIVE:
        give_rights(mandate, actor=actor, at=at, roles=sorted(after - before))
    return words


@act
def suspend_mandate(mandate, *, actor, at, reason, note=""):
    """The deputy may not act until resumed (art. 61): every right of this mandate rests at once."""
    why = f"{SuspensionReason(reason).label}{_more(note)}"
    _move(mandate, "suspend_mandate", actor=actor, at=at, state_reason=why)
    follow_suspend(roles=OWN_ROLES, scope_id=mandate.pk, actor=actor, at=at, note=LAW_SUSPEND)
    return mandate


@act
def resume_mandate(mandate, *, actor, at, note):
    """The ground is gone, the mandate has not ended: the rights stand again."""
    _move(mandate, "resume_mandate", actor=actor, at=at, state_reason=note)
    follow_resume(roles=OWN_ROLES, scope_id=mandate.pk, actor=actor, at=at)
    give_rights(mandate, actor=actor, at=at)
    return mandate


@act
def end_mandate(mandate, *, actor, at, reason, ended_on, note=""):
    """The mandate ends on `ended_on` for one of the grounds of art. 62; its rights end at once."""
    if ended_on > timezone.localtime(at).date():
        raise Refused("终止日不能晚于今天：到日再登记")
    if ended_on < mandate.starts_on:
        raise Refused("终止日不能早于代表资格的起始日")
    why = f"{EndReason(reason).label}{_more(note)}"
    _move(mandate, "end_mandate", actor=actor, at=at, state_reason=why, ended_on=ended_on)
    follow_end(roles=OWN_ROLES, scope_id=mandate.pk, actor=actor, at=at, note=LAW_END)
    return mandate


def give_rights(mandate, *, actor, at, roles=None):
    """The capacities a standing mandate carries, for the deputy's account if there is one."""
    user = mandate.deputy.user
    if user is None or mandate.state != MandateState.ACTIVE:
        return
    held = set(
        user.capacities.not_ended_on(_day(at)).filter(scope_id=mandate.pk).values_list("role", flat=True)
    )
    for role, label in rights_of(mandate):
        if role not in held and (roles is None or role in roles):
            follow_grant(
                user=user,
                role=role,
                scope_id=mandate.pk,
                scope_label=label,
                realm_id=mandate.congress_id,
                actor=actor,
                at=at,
            )


def rights_of(mandate):
    """(role, what it is held in) for each right a mandate carries."""
    own = mandate.delegation.name if mandate.delegation else mandate.congress.name
    roles = roles_of(mandate.is_committee_member, mandate.is_chairs_council)
    return [(role, own if role == "deputy" else mandate.congress.standing_committee) for role in roles]


def _move(mandate, action, *, actor, at, **changes):
    """Take one step of the mandate's life, and only if nobody took one meanwhile."""
    step = MANDATE.step(action, actor, mandate, _day(at))
    was = mandate.state
    untouched = Mandate.objects.filter(pk=mandate.pk, state=was)
    if not untouched.update(state=step.target, **changes):
        raise Refused("他人刚刚登记了变动，请刷新后再试")
    mandate.state = step.target
    for name, value in changes.items():
        setattr(mandate, name, value)
    note = f"{mandate.congress}：{mandate.state_reason}"
    _note(mandate, action, step.label, actor=actor, at=at, from_state=was, to_state=step.target, note=note)


def _note(mandate, action, label, **facts):
    record(action=action, label=label, subject=mandate, case=mandate.deputy, **facts)


def _more(note):
    return f"（{note}）" if note else ""


def _day(at):
    return timezone.localtime(at).date()
