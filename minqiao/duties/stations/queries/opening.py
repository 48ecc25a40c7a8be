"""From a case named on paper or in a message to its page."""

from django.http import Http404
from django.urls import reverse

from minqiao.duties.stations.queries.opinions import CASE, opinion_of
from minqiao.duties.stations.queries.places import place_of
from minqiao.duties.stations.queries.receptions import reception_of
from minqiao.duties.stations.queries.standards import inspection_of

FINDERS = {
    CASE: ("stations:opinion", opinion_of),
    "stations.place": ("stations:place", place_of),
    "stations.inspection": ("stations:inspection", inspection_of),
    "stations.reception": ("stations:reception", reception_of),
}


def opens(actor, case_type, case_id):
    """The page of an opinion or a place this actor may see, or None."""
    if case_type not in FINDERS:
        return None
    name, find = FINDERS[case_type]
    try:
        return reverse(name, args=[find(actor, case_id).pk])
    except Http404:
        return None
