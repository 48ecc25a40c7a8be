"""Writing help: the lists of phrases as they stand in a congress, and what they find in a text."""

import csv
import functools
from pathlib import Path

from minqiao.duties.suggestions.choices import PhraseKind, Topic
from minqiao.duties.suggestions.models import Phrase
from minqiao.duties.suggestions.rules import one_matter
from minqiao.duties.suggestions.rules.empty_words import examine, only_empty
from minqiao.foundation.accounts.choices import CONGRESS_STAFF
from minqiao.foundation.rulebook.queries import value
from minqiao.instruments.search.rules import nearest_words
from minqiao.registry.units.queries import all_duties

DATA = Path(__file__).resolve().parents[1] / "data"


@functools.cache
def _shipped():
    """The phrases the platform comes with: pairs of kind and words."""
    with (DATA / "phrases.csv").open(encoding="utf-8") as file:
        return tuple((row["kind"], row["words"]) for row in csv.DictReader(file))


@functools.cache
def _topic_words():
    """By which words a field is known: topic in words -> its words."""
    found = {}
    with (DATA / "topic_words.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            found.setdefault(Topic(row["topic"]).label, []).append(row["words"])
    return found


def phrases_of(congress_id):
    """The phrases that stand in a congress, by kind: the shipped ones with the place's own changes."""
    standing = dict.fromkeys(_shipped(), True)
    rows = Phrase.objects.filter(congress_id=congress_id).order_by("pk")
    standing |= {(kind, words): used for kind, words, used in rows.values_list("kind", "words", "is_used")}
    found = {kind: [] for kind in PhraseKind}
    for (kind, words), used in standing.items():
        if used:
            found[kind].append(words)
    return found


def phrase_rows(actor):
    """The list as the office takes it out: every phrase, shipped or its own, and whether it is used."""
    if actor.role not in CONGRESS_STAFF:
        return
    rows = Phrase.objects.filter(congress_id=actor.realm_id).order_by("pk")
    own = {(kind, words): used for kind, words, used in rows.values_list("kind", "words", "is_used")}
    for (kind, words), used in (dict.fromkeys(_shipped(), True) | own).items():
        yield {"kind": PhraseKind(kind).label, "words": words, "is_used": "是" if used else "否"}


def matter_words(congress_id):
    """What hints at a second matter, in a congress."""
    return one_matter.Words(phrases_of(congress_id)[PhraseKind.SECOND], _topic_words())


def matter_hints(congress_id, title, facts, requests):
    """Why a text looks like more than one matter; empty when it does not."""
    requests = [text for text in requests if text]
    lines = {}
    for unit_id, words, _ in all_duties():
        lines.setdefault(unit_id, []).append(words)
    units = [frozenset(hint.key for hint in nearest_words(text, lines)) for text in requests]
    return one_matter.hints(title, facts, requests, matter_words(congress_id), units)


def to_confirm(suggestion, on):
    """The hints a deputy has to answer before he submits; none where the place only shows them."""
    if value("one_matter_check", place=suggestion.congress.area_id, on=on) != "confirm":
        return []
    text = (suggestion.title, suggestion.facts, suggestion.requests)
    return matter_hints(suggestion.congress_id, *text)


def idea_hints(congress_id, ideas):
    """Why several notes may not be one matter."""
    return one_matter.of_ideas(ideas, matter_words(congress_id)) if len(ideas) > 1 else []


def findings(congress_id, texts):
    """What of each text is empty phrases."""
    known = phrases_of(congress_id)
    return [examine(text or "", known[PhraseKind.EMPTY], known[PhraseKind.FILLER]) for text in texts]


def empty_answers(congress_id, answers):
    """The places, from 1, of the answers that are empty phrases and nothing else."""
    known = phrases_of(congress_id)
    return only_empty(answers, known[PhraseKind.EMPTY], known[PhraseKind.FILLER])
