"""All counting for dashboards; every number comes with its base and opens its rows."""

from django.db.models import Count, Q

from minqiao.duties.suggestions import choices as c
from minqiao.duties.suggestions.models import Suggestion

ASSIGNED = ~Q(state__in=sorted(c.BEFORE_ASSIGNMENT))


def handling_progress(actor, today):
    """Where the actor's suggestions stand: assigned, by kind, answered, open, late. One query.

    Base: all that is assigned and visible to the actor. Answered is not solved: no figure adds the two.
    """
    late = Q(due_on__lt=today, replied_on=None)
    found = (
        Suggestion.objects.visible_to(actor)
        .order_by()
        .aggregate(
            assigned=Count("pk", filter=ASSIGNED),
            suggestions=Count("pk", filter=ASSIGNED & ~Q(kind=c.Kind.REVIEW_REMARK)),
            remarks=Count("pk", filter=ASSIGNED & Q(kind=c.Kind.REVIEW_REMARK)),
            to_dispatch=Count("pk", filter=Q(state=c.State.ASSIGNED)),
            held=Count("pk", filter=Q(state=c.State.ASSIGNED, held_on__isnull=False)),
            replied=Count("pk", filter=ASSIGNED & Q(replied_on__isnull=False)),
            overdue=Count("pk", filter=ASSIGNED & late),
            closed=Count("pk", filter=Q(state=c.State.CLOSED)),
        )
    )
    return {**found, "open": found["assigned"] - found["replied"], "base": found["assigned"], "on": today}
