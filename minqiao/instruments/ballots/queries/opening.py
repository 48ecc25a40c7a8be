"""From a vote named on paper or in a message to its page."""

from django.urls import reverse

from minqiao.instruments.ballots.models import Round
from minqiao.instruments.ballots.queries.rounds import CASE


def opens(actor, case_type, case_id):
    """The page of a vote this actor may see, or None."""
    is_here = case_type == CASE and Round.objects.visible_to(actor).filter(pk=case_id).exists()
    return reverse("ballots:detail", args=[case_id]) if is_here else None
