"""The end of a suggestion's procedure: how it closed, and what an assisting unit still owed."""

from minqiao.duties.suggestions.actions.clocks import NO_CLOCK
from minqiao.duties.suggestions.actions.handling import day_of
from minqiao.duties.suggestions.choices import (
    ClosingOutcome,
    ExtensionState,
    HandlingRole,
    HandlingState,
    ReturnState,
)
from minqiao.duties.suggestions.models import Handling
from minqiao.duties.suggestions.rules.matter import closing_from
from minqiao.duties.suggestions.workflow import SUGGESTION
from minqiao.foundation.trail.actions import act, record, take

CLOSED = "建议已经办结"


@act
def close(suggestion, *, actor, at):
    """The procedure ends; promises go on being tracked, an opinion that never came stands as not sent."""
    outcome = closing_from(suggestion.handlings.standing().values_list("state", flat=True))
    changes = {"closed_on": day_of(at), "closing_outcome": outcome}
    note = outcome.label if outcome == ClosingOutcome.NOT_AGREED else ""
    take(SUGGESTION, suggestion, "close", actor=actor, at=at, note=note, **changes)
    silent = suggestion.handlings.standing().filter(role=HandlingRole.ASSIST, replied_on=None)
    for row in silent.order_by("pk"):
        _end_unsent(row, suggestion, actor, at)
    return suggestion


def _end_unsent(handling, suggestion, actor, at):
    """Nothing is waited for any more, and it does not count as sent: the figures keep it as late."""
    states = {"from_state": handling.state, "to_state": HandlingState.UNSENT}
    Handling.objects.filter(pk=handling.pk).update(state=HandlingState.UNSENT, **NO_CLOCK)
    decided = {"decided_on": day_of(at), "decision_note": CLOSED}
    handling.returns.filter(state=ReturnState.PENDING).update(
        state=ReturnState.REFUSED, decided_by=actor.name[:60], **decided
    )
    handling.extensions.filter(state=ExtensionState.PENDING).update(state=ExtensionState.REFUSED, **decided)
    place = {"subject": handling, "case": suggestion, "at": at, "note": CLOSED}
    record(actor=actor, action="end_unsent", label="没有送会办意见，办理终止", **place, **states)
