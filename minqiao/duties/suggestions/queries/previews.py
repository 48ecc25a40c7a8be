"""What is read before an act that cannot be taken back."""

from minqiao.duties.suggestions import choices as c
from minqiao.duties.suggestions.models import Commitment
from minqiao.duties.suggestions.rules.matter import closing_from


def to_close(suggestion):
    """How a suggestion would close: its outcome, what was said of each answer, what goes on being tracked."""
    rows = suggestion.handlings.standing().select_related("unit", "reply__evaluation").order_by("pk")
    rows = [row for row in rows if row.role in c.ANSWERING]
    kept = Commitment.objects.filter(handling__suggestion=suggestion, state=c.CommitmentState.TRACKING)
    return {
        "outcome": closing_from([row.state for row in rows]).label,
        "answers": [(row.unit.name, row.reply, getattr(row.reply, "evaluation", None)) for row in rows],
        "promises": list(kept.order_by("due_on", "pk")),
    }
