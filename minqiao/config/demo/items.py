"""The items of the demo's year: which deputy raises which matter, and who is to handle it."""

from dataclasses import dataclass, field
from random import Random

from minqiao.config.demo.matters import COUNTY, matters, numbers, place_of
from minqiao.config.demo.registry import DUAL_UNIT, NAMED

DUAL_DEPUTY = next(number for number, username in NAMED.items() if username == "shuangzhong")
SOURCES = ("own_work", "inspection", "study", "reception", "reception", "group", "station")


@dataclass
class Item:
    """One text on its way. `fate` overrides what chance would decide of its handling."""

    lead: int  # the deputy's number in the register
    place: str
    words: dict
    done: str
    promise: str
    units: list  # (code, role, part)
    chance: Random
    co: list = field(default_factory=list)
    is_hard: bool = False
    is_paper: bool = False
    is_improved: bool = False
    fate: dict = field(default_factory=dict)


class Pool:
    """Gives out the matters: each once, then again what fits another place. The reserved only by name."""

    def __init__(self, units, reserved=()):
        self.all = matters(units)
        self.chance = Random("matters")
        self.left = [one for one in self.all if not any(words in one.title for words in reserved)]
        self.chance.shuffle(self.left)

    def __next__(self):
        if not self.left:
            self.left = [one for one in self.all if one.is_general]
            self.chance.shuffle(self.left)
        return self.left.pop()

    def take(self, words):
        """The matter with these words in its title; the next one where its unit is not in this demo."""
        return next((one for one in self.all if words in one.title), None) or next(self)


class Authors:
    """Draws deputies: each once, then all again; one whose place fits, and no title twice."""

    def __init__(self, people, seed):
        self.places = [place_of(person) for person in people]
        self.chance, self.pool, self.raised = Random(seed), [], set()

    def draw(self, matter):
        """The number of a deputy of whose place the matter speaks. LookupError when there is none."""
        for _ in range(2):
            found = next((number for number in self.pool if self.may(number, matter)), None)
            if found:
                self.pool.remove(found)
                return found
            self.pool = list(range(1, len(self.places) + 1))
            self.chance.shuffle(self.pool)
        raise LookupError(f"nobody is left to raise “{matter.title}”")

    def draw_any(self):
        """The number of any deputy."""
        return self.chance.randint(1, len(self.places))

    def title(self, matter, number):
        """The title as the deputy of this number would write it."""
        return matter.title.format(place=matter.place_words(self.places[number - 1]))

    def may(self, number, matter):
        dual = number == DUAL_DEPUTY and DUAL_UNIT in (matter.unit, *matter.assist)
        fits = matter.fits(self.places[number - 1])
        return fits and not dual and self.title(matter, number) not in self.raised

    def fellows(self, lead, count, chance):
        """`count` other deputies, of the same county first."""
        county = self.places[lead - 1].county
        near = [n for n in range(1, len(self.places) + 1) if self.places[n - 1].county == county]
        near = [number for number in near if number not in (lead, DUAL_DEPUTY)]
        return sorted(chance.sample(near, min(count, len(near))))


def item_of(matter, lead, authors, units, seed):
    """A matter as the deputy of this number raises it; `units` are the codes that exist."""
    chance, place = Random(seed), authors.places[lead - 1]
    names = {**numbers(chance), "place": matter.place_words(place)}
    authors.raised.add(authors.title(matter, lead))
    words = {
        "title": authors.title(matter, lead),
        "topic": matter.topic,
        "facts": matter.facts.format(**names),
        "requests": [ask.format(**names) for ask in matter.requests],
        "source": chance.choice(SOURCES),
        "wish_contact": chance.choice(("meeting", "meeting", "phone", "letter")),
        "consent_public": True,
    }
    return Item(
        lead=lead,
        place=names["place"],
        words=words,
        done=matter.done.format(**names),
        promise=matter.promise.format(**names),
        units=_handled_by(matter, place, units, chance),
        chance=chance,
        co=authors.fellows(lead, chance.choice((0, 0, 0, 0, 0, 1, 2, 2, 3, 5)), chance),
    )


def _handled_by(matter, place, units, chance):
    """Alone, with assistants, or each for its part: as the government office will decide."""
    codes = [place.government if code == COUNTY else code for code in matter.assist]
    codes = [code for code in dict.fromkeys(codes) if code in units and code != matter.unit]
    if not codes or chance.random() < 0.4:
        return [(matter.unit, "sole", "")]
    if chance.random() < 0.12:
        rest = "、".join(map(str, range(2, len(matter.requests) + 1)))
        return [(matter.unit, "separate", "第1项建议"), (codes[0], "separate", f"第{rest}项建议")]
    return [(matter.unit, "lead", ""), *[(code, "assist", "") for code in codes]]
