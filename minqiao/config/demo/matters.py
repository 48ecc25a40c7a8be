"""What the demo's deputies raise: matters of the counties, read from a table, told of a place."""

import csv
from dataclasses import dataclass
from pathlib import Path

from minqiao.config.demo.bodies import ZONES

DATA = Path(__file__).parent / "data"
COUNTY = "COUNTY"  # in the list of assisting units: the government of the place itself
GOVERNMENTS = {
    "七星关区": "C01", "大方县": "C02", "黔西市": "C03", "金沙县": "C04", "织金县": "C05", "纳雍县": "C06",
    "威宁自治县": "C07", "赫章县": "C08", "百里杜鹃管理区": "Z01", "金海湖新区": "Z02",
}  # fmt: skip
SHORT = {"威宁彝族回族苗族自治县": "威宁自治县"}
ZONE_NAMES = {"Z52050000001": "百里杜鹃管理区", "Z52050000002": "金海湖新区"}
ZONE_OF = {township: zone for zone, names in ZONES.items() for township in names.split()}
STREET = "街道"


@dataclass(frozen=True)
class Place:
    """Where a deputy comes from: county (or zone) and township."""

    county: str
    township: str

    @property
    def government(self):
        """The code of its government among the handling units."""
        return GOVERNMENTS[self.county]


@dataclass(frozen=True)
class Matter:
    """A kind of matter. `scope`: R a rural township, U a street, C a county, X the city, else a county."""

    unit: str
    assist: tuple[str, ...]
    topic: str
    scope: str
    title: str
    facts: str
    requests: tuple[str, ...]
    done: str
    promise: str
    report: str = ""  # of a remark: the report debated

    def fits(self, place):
        """Whether a deputy of this place may raise it as a matter of his own place."""
        if self.scope in ("C", "X"):
            return True
        if self.scope in ("R", "U"):
            return (place.township.endswith(STREET)) == (self.scope == "U")
        return place.county.startswith(self.scope)

    @property
    def is_general(self):
        """Whether it can be raised again of another place."""
        return self.scope in ("R", "U", "C")

    def place_words(self, place):
        """How the place is named in its text."""
        return place.county if self.scope == "C" else f"{place.county}{place.township}"


def place_of(person):
    """The place of a row of the invented deputies."""
    zone = ZONE_OF.get(person["township"])
    county = SHORT.get(person["county"], person["county"])
    return Place(ZONE_NAMES[zone] if zone else county, person["township"])


def matters(units):
    """The matters whose unit is among `units` (by code), in the order of the table."""
    return [one for one in _read("matters.csv") if one.unit in units]


def remarks(units):
    """Remarks made in debate, likewise."""
    return [one for one in _read("remarks.csv") if one.unit in units]


def screened_out():
    """Texts that are not handled as suggestions: rows of title, facts, requests, topic, ground, note."""
    with (DATA / "screened.csv").open(encoding="utf-8") as file:
        return [row | {"requests": row["requests"].split("|")} for row in csv.DictReader(file)]


def _read(name):
    with (DATA / name).open(encoding="utf-8") as file:
        return [_matter(row) for row in csv.DictReader(file)]


def _matter(row):
    parts = {"assist": tuple(row["assist"].split()), "requests": tuple(row["requests"].split("|"))}
    return Matter(**({"scope": "X"} | row | parts))


NUMBERS = {"km": (3, 14), "hu": (80, 520), "ren": (300, 2600), "cun": (2, 8), "wan": (40, 180)}


def numbers(chance):
    """The quantities a text may name: kilometres, households, people, villages, ten thousand yuan."""
    return {name: chance.randint(*span) for name, span in NUMBERS.items()}
