"""What is read before an act that cannot be taken back."""

from minqiao.duties.suggestions import choices as c
from minqiao.duties.suggestions.models import Batch, Commitment
from minqiao.duties.suggestions.rules.matter import closing_from


def batch_of_one(suggestion):
    """The batch in which one item would be assigned alone, as `assign` makes it; not kept."""
    return Batch(congress=suggestion.congress, session=suggestion.session, name=suggestion.number)


def to_close(suggestion):
    """How a suggestion would close: its outcome, what was said of each answer, what goes on being tracked."""
    rows = suggestion.handlings.standing().select_related("unit", "reply__evaluation").order_by("pk")
    rows = [row for row in rows if row.role in c.ANSWERING]
    kept = Commitment.objects.told_to(suggestion).filter(state=c.PromiseState.TRACKING)
    return {
        "outcome": closing_from([row.state for row in rows]).label,
        "answers": [(row.unit.name, row.reply, getattr(row.reply, "evaluation", None)) for row in rows],
        "promises": list(kept.order_by("due_on", "pk")),
    }
