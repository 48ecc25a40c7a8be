"""曾提出: the number a deputy names, tied to the suggestion it means."""

from minqiao.duties.suggestions.models import Suggestion


def earlier_of(actor, number, but=None):
    """The suggestion of this number that the actor may see, or None; a paper of old times has none."""
    if not number:
        return None
    rows = Suggestion.objects.visible_to(actor).filter(number=number).exclude(pk=but)
    return rows.order_by("-pk").first()


def tied(actor, words, but=None):
    """The words of a draft, with the link when they name an earlier number or take it away."""
    if "repeat_of" not in words:
        return words
    return words | {"raised_before": earlier_of(actor, words["repeat_of"], but)}
