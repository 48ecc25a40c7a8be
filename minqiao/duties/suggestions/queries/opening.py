"""From a case named on paper or in a message to its page."""

from django.http import Http404
from django.urls import reverse

from minqiao.duties.suggestions.queries.file import CASE, suggestion_of
from minqiao.duties.suggestions.queries.ideas import idea_of
from minqiao.duties.suggestions.queries.lists import batch
from minqiao.foundation.accounts.choices import Role
from minqiao.kit.workflow import Refused


def opens(actor, case_type, case_id):
    """The page of a suggestion or a batch this actor may see, or None."""
    if case_type == "suggestions.ideareminder":
        return reverse("suggestions:ideas") if actor.role == Role.DEPUTY else None
    finders = {CASE: ("suggestions:detail", suggestion_of), "suggestions.batch": ("suggestions:batch", batch)}
    finders["suggestions.idea"] = ("suggestions:idea", idea_of)
    if case_type not in finders:
        return None
    name, find = finders[case_type]
    try:
        return reverse(name, args=[find(actor, case_id).pk])
    except (Http404, Refused):
        return None
