"""The rulebook: defaults in code, and which dated row of which place stands on a day. No web, no database."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from minqiao.foundation.accounts.choices import Role
from minqiao.foundation.rulebook.choices import Kind
from minqiao.foundation.rulebook.rules import evaluation, money, people, suggestions, terms
from minqiao.foundation.rulebook.rules.setting import Setting, columns_in_words, fault_of, words_of
from minqiao.kit.deadlines import Rule

__all__ = [
    "DEFAULTS", "LocalValue", "Setting", "UnknownRule", "columns_in_words", "default_rule", "fault_of",
    "in_force", "is_within", "may_change", "places_up", "setting", "words_of",
]  # fmt: skip

DEFAULTS: dict[str, Setting] = {
    one.key: one for room in (terms, suggestions, evaluation, money, people) for one in room.SETTINGS
}
# Province, city, county, township, village: how many digits of a code each keeps.
DEPTHS = (12, 9, 6, 4, 2)


class UnknownRule(LookupError):
    """There is no rule of this key."""


@dataclass(frozen=True)
class LocalValue:
    """A dated value of a place in place of the default."""

    pk: int
    key: str
    place: str
    value: Any
    unit: str
    basis: str
    source: str
    level: str
    valid_from: dt.date
    valid_to: dt.date | None
    changed_by: str
    changed_at: dt.datetime

    def stands_on(self, day) -> bool:
        """Whether it is in force on `day`."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


def setting(key) -> Setting:
    """The entry of `key`. Raises UnknownRule."""
    try:
        return DEFAULTS[key]
    except KeyError:
        raise UnknownRule(f"没有名为“{key}”的规则") from None


def default_rule(key) -> Rule:
    """The default length of time of `key`. Raises UnknownRule, also for what is no length of time."""
    entry = setting(key)
    if entry.kind != Kind.DURATION:
        raise UnknownRule(f"“{entry.label}”（{key}）不是期限")
    return Rule(key, entry.label, entry.value, entry.unit, entry.basis, entry.source)


def places_up(place, home) -> list[str]:
    """The codes asked in turn for `place`: itself, then township, county, city, province.

    Codes of our own (management zones, beginning with Z) are followed by `home`, the deployment's own place.
    """
    code = place.ljust(12, "0")
    if not (code.isascii() and code.isdigit() and len(code) == 12):
        return [place, *places_up(home, home)]
    return list(dict.fromkeys(code[:kept].ljust(12, "0") for kept in DEPTHS))


def is_within(place, home) -> bool:
    """Whether `place` is `home` or lies in it."""
    return home.ljust(12, "0") in places_up(place, home)


def in_force(rows: Iterable[LocalValue], places, on) -> LocalValue | None:
    """The row that stands on a day: of the nearest place, and there the latest begun. None: the default."""
    standing = [row for row in rows if row.stands_on(on) and row.place in places]
    return min(standing, key=lambda row: (places.index(row.place), -row.valid_from.toordinal()), default=None)


def may_change(actor) -> str:
    """Why `actor` may not change rules, or ""."""
    return "" if actor.role == Role.DEPUTY_AFFAIRS else "只有代表工作委员会可以修改规则"
