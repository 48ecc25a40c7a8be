"""How the year's key items, their problems and the committees' own work stand."""

from django.db.models import Count, Q

from minqiao.duties.supervision import choices as c
from minqiao.duties.supervision.models import KeyItem, Problem, Visit


def key_progress(actor, year, today):
    """Items chosen in the year or carried into it: by stage, their suggestions, visits and problems.

    Base: items chosen by the chairs' council that the actor may see, without those cancelled.
    """
    rows = KeyItem.objects.visible_to(actor).in_year(year).filter(chosen_on__isnull=False)
    rows = rows.exclude(state=c.KeyState.CANCELLED).order_by()
    found = rows.aggregate(
        items=Count("pk"),
        carried=Count("pk", filter=Q(year__lt=year)),
        running=Count("pk", filter=Q(state__in=[c.KeyState.KEY, *c.UNDER_WAY])),
        reported=Count("pk", filter=Q(state=c.KeyState.REPORTED)),
        done=Count("pk", filter=Q(state=c.KeyState.DONE)),
        late=Count("pk", filter=Q(state__in=c.UNDER_WAY, reported_on=None, report_due_on__lt=today)),
    )
    suggestions = rows.aggregate(suggestions=Count("members"))
    visits = Visit.objects.filter(item__in=rows.values("pk"), held_on__isnull=False).count()
    problems = Problem.objects.filter(item__in=rows.values("pk")).aggregate(
        problems=Count("pk"),
        mended=Count("pk", filter=Q(state=c.ProblemState.MENDED)),
        problems_late=Count("pk", filter=~Q(state=c.ProblemState.MENDED) & Q(due_on__lt=today)),
    )
    return {**found, **suggestions, "visits": visits, **problems, "base": found["items"], "on": today}
