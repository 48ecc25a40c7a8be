"""Asking the rulebook: what stands in a place on a day, and what a case keeps of it."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Count, Max, Q

from minqiao.foundation.rulebook.choices import Group, Kind
from minqiao.foundation.rulebook.models import LocalRule
from minqiao.foundation.rulebook.rules import (
    DEFAULTS,
    LocalValue,
    UnknownRule,
    in_force,
    places_up,
    setting,
    words_of,
)
from minqiao.foundation.workdays.queries import calendar
from minqiao.kit.deadlines import Due, Rule
from minqiao.kit.deadlines import due as due_by
from minqiao.kit.remembered import Remembered

FACTS = [name for name in LocalValue.__dataclass_fields__ if name != "pk"]
KEPT = ("label", "value", "unit", "basis", "source", "roll_over")  # what a case keeps of a rule


def _load():
    rows = {}
    for row in LocalRule.objects.filter(is_void=False).values_list("pk", *FACTS):
        value = LocalValue(*row)
        rows.setdefault(value.key, []).append(value)
    return rows


def _stamp():
    voided = Count("pk", filter=Q(is_void=True))
    return LocalRule.objects.aggregate(
        rows=Count("pk"), ended=Count("valid_to"), voided=voided, last=Max("changed_at")
    )


_local = Remembered(_load, _stamp)


def forget_rules():
    """Read the places' values again at the next call (after a change)."""
    _local.forget()


@dataclass(frozen=True)
class Standing:
    """What stands in a place on a day: the entry, its value with its ground, and the row it comes from."""

    setting: Any
    value: Any
    unit: str
    basis: str
    source: str
    level: str
    row: LocalValue | None

    @property
    def words(self) -> str:
        """The value as people read it."""
        return words_of(self.setting, self.value, self.unit)


def standing(key, *, place, on) -> Standing:
    """What stands in `place` on a day, looking up the areas, then to the default. Raises UnknownRule."""
    entry = setting(key)
    row = in_force(_local().get(key, ()), places_up(place, settings.PLACE), on)
    found = row or entry
    return Standing(entry, found.value, found.unit or entry.unit, found.basis, found.source, found.level, row)


def value(key, *, place, on) -> Any:
    """The bare value of a rule: a number, a text, True or False, a list of dicts."""
    return standing(key, place=place, on=on).value


def rule(key, *, place, on) -> Rule:
    """A length of time as deadlines count it. Raises UnknownRule, also for what is no length of time."""
    return _rule(key, snapshot([key], place=place, on=on)[key])


def snapshot(keys, *, place, on) -> dict:
    """The rules a case keeps, for JSON: {key: {label, value, unit, basis, source, roll_over, words}}."""
    roll_over = value("roll_over_holiday", place=place, on=on)
    return {key: _facts(standing(key, place=place, on=on), roll_over) for key in keys}


def _facts(found, roll_over):
    return {
        "label": found.setting.label,
        "value": found.value,
        "unit": found.unit,
        "basis": found.basis,
        "source": found.source,
        "roll_over": roll_over,
        "words": found.words,
    }


def rule_from(snapshot, key) -> Rule:
    """A length of time as the case keeps it. KeyError when it keeps no such rule."""
    return _rule(key, snapshot[key])


def value_from(snapshot, key) -> Any:
    """A bare value as the case keeps it. KeyError when it keeps no such rule."""
    return snapshot[key]["value"]


def _rule(key, facts):
    if setting(key).kind != Kind.DURATION:
        raise UnknownRule(f"“{facts['label']}”（{key}）不是期限")
    return Rule(key=key, **{name: facts[name] for name in KEPT})


def due(key, start: dt.date, *, place) -> Due:
    """When a period that begins with `start` ends in a place. Raises UnknownRule, MissingYear."""
    return due_by(rule(key, place=place, on=start), start, calendar())


def by_group(*, place, on) -> list[tuple[str, list[Standing]]]:
    """The whole rulebook of a place on a day, for its page."""
    found = [standing(key, place=place, on=on) for key in DEFAULTS]
    return [(group.label, [one for one in found if one.setting.group == group]) for group in Group]


def history(key):
    """Every row ever entered for a rule, the latest first, void ones included."""
    return list(LocalRule.objects.filter(key=key).order_by("place", "-valid_from", "-pk"))


def local_rule(pk):
    """One row, or None."""
    return LocalRule.objects.filter(pk=pk).first()
