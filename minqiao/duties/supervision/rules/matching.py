"""Which committee oversees a suggestion: by the duties of the unit that handles it, else by its topic (pure).

A committee's field is the words of its register, such as “住房建设、交通、自然资源、生态环境”. The unit whose
name or duty list holds most of them decides; where none or two are equally near, the suggestion's topic does:
its characters stand in the committee's name in their order (城建环保 in 城乡建设与环境资源保护委员会).
"""

import re
from dataclasses import dataclass

BREAKS = re.compile(r"[、，,；;\s]+")


@dataclass(frozen=True)
class Body:
    """A committee as the rule needs it."""

    pk: int
    name: str
    short_name: str
    field: str

    @property
    def words(self):
        """The words of its field."""
        return [word for word in BREAKS.split(self.field) if word]


@dataclass(frozen=True)
class Match:
    """The committee found, and why; pk 0 where nothing fits and somebody must decide."""

    pk: int
    why: str


NOTHING = Match(0, "没有联系领域相合的委员会，请代表工作委员会指定")


def counterpart_of(unit_name, duties, topic_words, bodies) -> Match:
    """The committee for a suggestion: name and `duties` (texts) of who answers it, its topic in words."""
    ranked = sorted(((_nearness(body, unit_name, duties), body) for body in bodies), key=lambda pair: pair[0])
    best = [pair for pair in ranked if pair[0] == ranked[-1][0] and any(pair[0])]
    if len(best) == 1:
        body = best[0][1]
        return Match(
            body.pk, f"{unit_name}的职责与{body.short_name}联系的“{_shared(body, unit_name, duties)}”相合"
        )
    tied = [body for _, body in best] or bodies
    by_topic = next((body for body in tied if topic_words and _in_order(topic_words, body.name)), None)
    by_topic = by_topic or next(
        (one for one in bodies if topic_words and _in_order(topic_words, one.name)), None
    )
    return Match(by_topic.pk, f"按建议类别“{topic_words}”对口{by_topic.short_name}") if by_topic else NOTHING


def _nearness(body, unit_name, duties):
    """How many words of the field stand in the unit's name, and how many in its duties."""
    return (
        sum(word in unit_name for word in body.words),
        sum(any(word in line for line in duties) for word in body.words),
    )


def _shared(body, unit_name, duties):
    found = [word for word in body.words if word in unit_name]
    return "、".join(found or [word for word in body.words if any(word in line for line in duties)])


def _in_order(short, long):
    """Whether the characters of `short` stand in `long` one after another."""
    rest = iter(long)
    return all(character in rest for character in short)
