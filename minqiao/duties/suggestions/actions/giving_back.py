"""A draft that is thrown away gives its notes back to the notebook."""

from minqiao.duties.suggestions.choices import IdeaState
from minqiao.duties.suggestions.models import Idea
from minqiao.foundation.trail.actions import record


def give_back(suggestion, *, actor, at):
    """The notes of a discarded draft wait to be used again. Inside an @act only."""
    for one in Idea.objects.filter(suggestion=suggestion, state=IdeaState.USED).order_by("pk"):
        Idea.objects.filter(pk=one.pk).update(state=IdeaState.OPEN, suggestion=None)
        states = {"from_state": IdeaState.USED, "to_state": IdeaState.OPEN}
        record(actor=actor, action="reopen", label="重新启用", subject=one, at=at, **states)
