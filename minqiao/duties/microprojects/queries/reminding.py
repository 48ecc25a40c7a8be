"""Projects whose step has come near its date, or passed it, since the last reminder."""

import datetime as dt

from django.db.models import Q

from minqiao.duties.microprojects.choices import NO_CLOCK
from minqiao.duties.microprojects.models import Project
from minqiao.duties.microprojects.queries.projects import RELATED

NEAR = dt.timedelta(days=3)
LATE, CLOSE = "late", "near"


def due_to_remind(today):
    """Not reminded of being near while it is, nor of being late once it is."""
    near = Q(due_on__range=(today, today + NEAR), reminded="")
    late = Q(due_on__lt=today) & ~Q(reminded=LATE)
    rows = Project.objects.filter(near | late).exclude(state__in=NO_CLOCK)
    yield from rows.select_related(*RELATED).order_by("pk").iterator(chunk_size=500)
