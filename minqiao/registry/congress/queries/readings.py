"""How a name is read aloud: pypinyin, corrected for surnames with a reading of their own."""

import csv
from functools import cache
from pathlib import Path

from pypinyin import lazy_pinyin

from minqiao.registry.congress.rules import initials_of

DATA = Path(__file__).parents[1] / "data"
OTHER = "97"  # from here on the standard has no names of its own; 穿青人 live in Bijie


@cache
def _surnames():
    with (DATA / "surname_readings.csv").open(encoding="utf-8") as file:
        return {row["surname"]: row["reading_as_surname"] for row in csv.DictReader(file)}


def reading(name):
    """The pinyin of a name without spaces, and its initials: 曾玉兰 gives (zengyulan, zyl)."""
    surnames = _surnames()
    size = next((size for size in (2, 1) if name[:size] in surnames and len(name) > size), 0)
    spoken = [surnames[name[:size]]] if size else []
    given = [part for part in lazy_pinyin(name[size:]) if part[:1].isascii() and part[:1].isalpha()]
    syllables = " ".join([*spoken, *given]).lower()
    return syllables.replace(" ", "")[:80], initials_of(syllables)[:10]


@cache
def nationalities():
    """The nationalities of the national standard, and what else people here are registered as."""
    with (DATA / "nationalities.csv").open(encoding="utf-8") as file:
        names = [row["name"] for row in csv.DictReader(file) if row["code"] < OTHER]
    return (*names, "穿青人", "其他")
