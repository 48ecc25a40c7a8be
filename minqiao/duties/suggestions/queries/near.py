"""What is near: earlier suggestions that resemble a text, units whose duties fit it."""

from dataclasses import dataclass

from minqiao.duties.suggestions.models import Suggestion
from minqiao.duties.suggestions.queries.lists import ROW, chosen
from minqiao.foundation.accounts.choices import UNIT_ROLES
from minqiao.instruments.search.queries import nearest
from minqiao.instruments.search.rules import nearest_words
from minqiao.registry.units.queries import active_units, all_duties

SHORTEST, LONGEST = 6, 2000  # characters of a text that can resemble another
BESIDE = 0.6  # beside a near-same text, one that shares only the turn of its title is not shown


def similar(actor, text, exclude=None):
    """Suggestions the actor may see that resemble `text`, the likest first; ready for a page."""
    scores = _scores(text, exclude)
    return sorted(chosen(actor, list(scores)), key=lambda row: -scores[row.pk])


def similar_rows(actor, text, exclude=None):
    """The same as rows of the list."""
    scores = _scores(text, exclude)
    rows = Suggestion.objects.visible_to(actor).filter(pk__in=scores).values(*ROW)
    return sorted(rows, key=lambda row: -scores[row["pk"]])


def _scores(text, exclude):
    text = text.strip()[:LONGEST]
    found = dict(nearest("suggestions.suggestion", text, exclude=exclude) if len(text) >= SHORTEST else ())
    least = BESIDE * max(found.values(), default=0)
    return {pk: score for pk, score in found.items() if score >= least}


@dataclass(frozen=True)
class Earlier:
    """曾提出: the number a deputy named, and of what it means as much as the reader may know."""

    number: str
    pk: int | None = None
    title: str = ""
    words: str = ""


def earlier(actor, suggestion):
    """What the same matter was before, or None. No query where nothing was named.

    A unit that did not handle it learns where it stands and who answered, not its text.
    """
    if not suggestion.repeat_of:
        return None
    before = suggestion.raised_before
    if before is None:
        return Earlier(suggestion.repeat_of)
    if Suggestion.objects.visible_to(actor).filter(pk=before.pk).exists():
        return Earlier(before.number, before.pk, before.title, _standing(before))
    return Earlier(before.number, words=_standing(before) if actor.role in UNIT_ROLES else "")


def _standing(before):
    replied = f"{before.replied_on}答复" if before.replied_on else ""
    category = f"{before.result_category}类" if before.replied_on and before.result_category else ""
    return "，".join(filter(None, (before.get_state_display(), before.handled_by, replied, category)))


def hints(suggestion):
    """The units whose duty lists fit the text best: (unit, the duty lines that fit)."""
    lines = {}
    for unit_id, words, _ in all_duties():
        lines.setdefault(unit_id, []).append(words)
    text = " ".join([suggestion.title, *suggestion.requests, suggestion.wish_units])
    units = {unit.pk: unit for unit in active_units()}
    return [(units[hint.key], "、".join(hint.lines)) for hint in nearest_words(text, lines)]
