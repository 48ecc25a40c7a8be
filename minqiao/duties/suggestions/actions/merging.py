"""并案: near-same suggestions in one work file; one handling for all, a letter and an evaluation for each."""

from minqiao.duties.suggestions.choices import State
from minqiao.duties.suggestions.models import Suggestion
from minqiao.duties.suggestions.rules.merging import may_lead
from minqiao.duties.suggestions.workflow import SUGGESTION
from minqiao.foundation.trail.actions import act, freshen, record, take
from minqiao.kit.workflow import Refused


@act
def merge(suggestion, *, actor, at, lead):
    """Put a suggestion into the work file of another, before either is dispatched.

    Both rows are locked, in one order: two merged into each other at once, or a lead item dispatched
    meanwhile, would leave one that nobody can dispatch.
    """
    for one in sorted((suggestion, lead), key=lambda row: row.pk):
        loaded = one.state
        freshen(one)
        if one.state != loaded:
            raise Refused(f"他人刚刚处理了{one.number}，请刷新页面后再看", action="merge")
    if why := may_lead(suggestion, lead):
        raise Refused(why, action="merge")
    take(SUGGESTION, suggestion, "merge", actor=actor, at=at, note=f"并入{lead}", merged_into=lead)
    return suggestion


@act
def split(suggestion, *, actor, at):
    """Handle it on its own after all."""
    note = f"不再并入{suggestion.merged_into.number}"
    take(SUGGESTION, suggestion, "split", actor=actor, at=at, note=note, merged_into=None)
    return suggestion


def members_to_dispatch(lead):
    """The members that go with the lead item; all must be assigned, so that each has its own clock."""
    rows = list(lead.merged.exclude(state=State.WITHDRAWN).select_related("congress").order_by("pk"))
    if waiting := [row.number for row in rows if row.state != State.ASSIGNED]:
        raise Refused(f"并案的{'、'.join(waiting)}还没有交办，请交办后一并分办", action="dispatch")
    return rows


def dispatch_with(member, lead, *, actor, at, handled_by):
    """A member is dispatched with its lead item, inside that act."""
    changes = {"state": State.DISPATCHED, "handled_by": handled_by}
    waiting = Suggestion.objects.filter(pk=member.pk, state=State.ASSIGNED, merged_into=lead)
    if not waiting.update(**changes):
        raise Refused(f"他人刚刚处理了{member.number}，请刷新后再分办", action="dispatch")
    states = {"from_state": member.state, "to_state": State.DISPATCHED}
    note = f"随{lead.number}并案分办"
    record(actor=actor, action="dispatch", label="分办", subject=member, at=at, note=note, **states)
    for name, value in changes.items():
        setattr(member, name, value)
