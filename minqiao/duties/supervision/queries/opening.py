"""From a case named on paper or in a message to its page."""

from django.http import Http404
from django.urls import reverse

from minqiao.duties.supervision.queries.chasing import chase_of
from minqiao.duties.supervision.queries.counterparts import check_of
from minqiao.duties.supervision.queries.inquiries import CASE as INQUIRY
from minqiao.duties.supervision.queries.inquiries import inquiry_of
from minqiao.duties.supervision.queries.items import CASE, item_of

FINDERS = {
    CASE: ("supervision:item", item_of),
    "supervision.chase": ("supervision:chase", chase_of),
    INQUIRY: ("supervision:inquiry", inquiry_of),
    "supervision.delegatedcheck": ("supervision:check", check_of),
}


def opens(actor, case_type, case_id):
    """The page of a key item, a chaser, an inquiry or a delegated check this actor may see, or None."""
    if case_type not in FINDERS:
        return None
    name, find = FINDERS[case_type]
    try:
        return reverse(name, args=[find(actor, case_id).pk])
    except Http404:
        return None
