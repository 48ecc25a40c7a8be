"""What suggestions add to a matter's chain: raised, assigned, answered, closed; nobody is named."""

from minqiao.duties.suggestions.choices import PublicationState, State
from minqiao.duties.suggestions.models import Suggestion
from minqiao.duties.suggestions.queries.file import CASE
from minqiao.kit.clock import local_day
from minqiao.kit.mechanism import Link


def links(suggestion_id):
    """The suggestion's own links; none before it was handed in."""
    row = Suggestion.objects.filter(pk=suggestion_id).select_related("publication").first()
    if row is None or row.submitted_at is None:
        return []
    published = row.publication and row.publication.state == PublicationState.PUBLISHED
    address = f"/public/suggestions/{row.pk}/" if published else ""
    told = {"case": (CASE, row.pk), "public": address}
    raised = Link("人大代表提出建议", local_day(row.submitted_at), **told)
    answered = Link("承办单位答复", row.replied_on, note=row.handled_by, **told)
    return [
        raised,
        Link(f"交办 {row.number}".strip(), row.assigned_on, **told),
        answered,
        *([Link("建议办结", row.replied_on, **told)] if row.state == State.CLOSED else []),
    ]
