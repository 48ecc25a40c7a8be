"""How opinions stand."""

from django.db.models import Count, Q

from minqiao.duties.stations.choices import UNDER_WAY, OpinionState, Rating
from minqiao.duties.stations.models import Opinion


def opinion_progress(actor, today):
    """Opinions the actor may see: how many in all, under way, late, ended, and how residents rated them.

    Base: all received, without what was never verified. First and last rating stand side by side.
    """
    rows = Opinion.objects.visible_to(actor).order_by()
    bad = Rating.DISSATISFIED
    return rows.aggregate(
        base=Count("pk"),
        to_route=Count("pk", filter=Q(state=OpinionState.RECEIVED)),
        under_way=Count("pk", filter=Q(state__in=UNDER_WAY)),
        late=Count("pk", filter=Q(state=OpinionState.ASSIGNED, due_on__lt=today)),
        converted=Count("pk", filter=Q(suggestion__isnull=False)),
        redirected=Count("pk", filter=Q(state=OpinionState.REDIRECTED)),
        ended=Count("pk", filter=Q(state=OpinionState.CLOSED)),
        rated=Count("pk", filter=~Q(first_rating="")),
        first_bad=Count("pk", filter=Q(first_rating=bad)),
        last_bad=Count("pk", filter=Q(rating=bad)),
    )
