"""一事一议: what in a text looks like a second matter (pure). Hints for the writer, never a judgement."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

_TWO_TITLES = re.compile("关于.+[和及与、，；]+关于")


@dataclass(frozen=True)
class Words:
    """What hints at a second matter: turns of phrase, and the words by which a field is known."""

    seconds: Sequence[str] = ()
    topics: Mapping[str, Sequence[str]] = field(default_factory=dict)  # topic in words -> its words


def hints(title, facts, requests, words, units=()) -> list[str]:
    """Why the text looks like more than one matter, one sentence each.

    `units` are, for each request, the keys of the units whose duties fit it; none known: an empty set.
    """
    found = []
    if _TWO_TITLES.search(title):
        found.append("标题里有两个“关于”，像是两件事")
    found += [f"案由里写了“{turn}”，后面像是另一件事" for turn in _turns(facts, words)]
    for place, ask in enumerate(requests, 1):
        found += [f"第{place}条写了“{turn}”，后面像是另一件事" for turn in _turns(ask, words)]
    return found + unrelated(requests, words, units)


def unrelated(texts, words, units=(), name="第{}条") -> list[str]:
    """One sentence for two texts that nothing joins: no field, no unit, no third text between them."""
    fields = [_fields(text, words) for text in texts]
    known = [*units, *[frozenset()] * (len(texts) - len(units))]
    groups = []  # of places, with the fields and units that join them
    for place in (at for at, found in enumerate(fields) if found):
        near = [one for one in groups if one[1] & fields[place] or one[2] & known[place]]
        groups = [one for one in groups if one not in near]
        joined = [{place}, set(fields[place]), set(known[place])]
        for one in near:
            joined = [mine | theirs for mine, theirs in zip(joined, one, strict=True)]
        groups.append(joined)
    if len(groups) < 2:
        return []
    firsts = sorted(min(places) for places, _, _ in groups)[:2]
    left, right = (f"{name.format(at + 1)}像是“{'、'.join(sorted(fields[at]))}”的事" for at in firsts)
    return [f"{left}，{right}；如果不是同一件事，请分开提"]


def of_ideas(ideas, words) -> list[str]:
    """Why several notes may not be one matter: different fields as marked, or by their words."""
    marked = list(dict.fromkeys(one.get_topic_display() for one in ideas if one.topic))
    if len(marked) > 1:
        return [f"所选素材分属“{'”“'.join(marked)}”，一件建议只写一件事"]
    return unrelated([f"{one.title} {one.text}" for one in ideas], words, name="第{}条素材")


def _turns(text, words):
    return [turn for turn in words.seconds if turn in text]


def _fields(text, words):
    return frozenset(topic for topic, known in words.topics.items() if any(word in text for word in known))
