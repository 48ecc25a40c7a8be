"""What the clock looks for: numbers never verified, answers told long ago, contact data kept long enough."""

import datetime as dt

from minqiao.duties.stations.choices import OpinionState as O
from minqiao.duties.stations.choices import Rating
from minqiao.duties.stations.models import Opinion
from minqiao.foundation.rulebook.queries import rule, value
from minqiao.foundation.workdays.queries import calendar
from minqiao.kit.deadlines import add_months, due

UNVERIFIED_FOR = dt.timedelta(days=1)


def never_verified(now):
    """Opinions whose code was not entered within a day."""
    return list(Opinion.objects.filter(state=O.UNVERIFIED, received_at__lt=now - UNVERIFIED_FOR)[:500])


def to_close(place, today):
    """Answers told and not rated within the place's period (rule opinion.closes), or rated well enough."""
    period = rule("opinion.closes", place=place, on=today)
    rows = Opinion.objects.filter(state=O.ANSWERED, told_on__isnull=False, told_on__lt=today)
    rows = rows.defer("name", "phone").order_by("pk")[:2000]
    content = Opinion.objects.filter(state=O.RATED).exclude(rating=Rating.DISSATISFIED).defer("name", "phone")
    silent = [row for row in rows if due(period, row.told_on, calendar()).due < today]
    return [*silent, *content.order_by("pk")[:2000]]


def to_erase(place, today):
    """Ended opinions whose contact data has been kept as long as the rule says (retention.opinions)."""
    months = value("retention.opinions", place=place, on=today)
    rows = Opinion.objects.filter(state__in=(O.CLOSED, O.REDIRECTED), erased_on=None)
    rows = rows.filter(closed_on__lt=add_months(today, -months)).exclude(phone_key="")
    return list(rows.order_by("pk")[:2000])
