"""Writing congresses, sessions, delegations and committees; each change is on the trail."""

from minqiao.foundation.trail.actions import act, record
from minqiao.kit.workflow import Refused
from minqiao.registry.congress.models import Committee, Congress, Delegation, Session
from minqiao.registry.congress.rules import by_keeper


@act
def save_congress(congress=None, *, actor, at, **values):
    """A new congress, or new values for one."""
    return _save(congress or Congress(), "save_congress", "人民代表大会", values, actor=actor, at=at)


@act
def save_session(session=None, *, actor, at, **values):
    """A new session, or new values for one."""
    return _save(session or Session(), "save_session", "会议", values, actor=actor, at=at)


@act
def save_delegation(delegation=None, *, actor, at, **values):
    """A new delegation, or new values for one."""
    return _save(delegation or Delegation(), "save_delegation", "代表团", values, actor=actor, at=at)


@act
def save_committee(committee=None, *, actor, at, **values):
    """A new committee, office or working body, or new values for one."""
    return _save(committee or Committee(), "save_committee", "专委会、委室", values, actor=actor, at=at)


def _save(row, action, words, values, *, actor, at):
    if why := by_keeper(actor):
        raise Refused(why)
    known = row.pk is not None
    changed = [name for name, value in values.items() if getattr(row, name, None) != value]
    if known and not changed:
        return row
    for name in changed:
        setattr(row, name, values[name])
    row.save()
    case = row if isinstance(row, Congress) else row.congress
    label = f"{'修改' if known else '新增'}{words}"
    record(actor=actor, action=action, label=label, subject=row, case=case, at=at, note=str(row))
    return row
