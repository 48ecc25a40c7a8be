"""From a case named on paper or in a message to its page."""

from django.http import Http404
from django.urls import reverse

from minqiao.duties.microprojects.queries.projects import CASE, project_of


def opens(actor, case_type, case_id):
    """The page of a project this actor may see, or None."""
    if case_type != CASE:
        return None
    try:
        return reverse("microprojects:project", args=[project_of(actor, case_id).pk])
    except Http404:
        return None
