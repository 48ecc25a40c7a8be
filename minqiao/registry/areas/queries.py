"""Reading divisions: one, its children, its path; a place by name, refusing to guess."""

import json
from functools import cache
from pathlib import Path

from minqiao.registry.areas.choices import Level
from minqiao.registry.areas.models import Area
from minqiao.registry.areas.rules import Gazetteer, current_code

DATA = Path(__file__).parent / "data"
UNOFFICIAL = (Level.NATION, Level.PROVINCE)


def area(code):
    """The division of this code (old codes are understood), or None."""
    return Area.objects.filter(pk=current_code(code)).first()


def children(code):
    """The divisions directly below, by code; management zones last."""
    return Area.objects.filter(parent_id=current_code(code)).order_by("code")


def path_of(code):
    """The division and all above it, from the top down."""
    found = Area.objects.select_related("parent__parent__parent__parent__parent").filter(
        pk=current_code(code)
    )
    each, path = found.first(), []
    while each:
        path.append(each)
        each = each.parent
    return path[::-1]


def full_name(code):
    """The names from the city down, such as 毕节市纳雍县骔岭镇."""
    return "".join(each.name for each in path_of(code) if each.level not in UNOFFICIAL)


def codes_within(code):
    """A subquery of the codes of a place and all below it."""
    code = current_code(code)
    upward = ("pk", "parent", "parent__parent", "parent__parent__parent")
    found = Area.objects.none()
    for name in upward:
        found = found | Area.objects.filter(**{name: code})
    return found.values("pk")


def gazetteer():
    """All places in hand, for many look-ups in a row."""
    return Gazetteer(Area.objects.values_list("code", "name", "also_written", "level", "parent_id"))


def find(name, within=""):
    """The one division of this name or code. Raises UnknownPlace or AmbiguousPlace (listing the codes)."""
    return Area.objects.get(pk=gazetteer().code_of(name, within))


def named(text, limit=50):
    """Divisions whose name or other name contains `text`, upper levels first, each with its parent."""
    found = Area.objects.filter(name__contains=text) | Area.objects.filter(also_written__contains=text)
    return list(found.select_related("parent__parent").order_by("code")[:limit])


def counties(city):
    """The counties and management zones of a city, the zones last."""
    levels = (Level.COUNTY, Level.ZONE)
    return list(Area.objects.filter(parent_id=current_code(city), level__in=levels).order_by("level", "code"))


def area_rows(actor):
    """All divisions for the spreadsheet, in the order of their codes."""
    fields = ("code", "name", "also_written", "level", "kind", "parent")
    rows = Area.objects.order_by("code").values_list(
        "code", "name", "also_written", "level", "kind", "parent_id"
    )
    labels = dict(Level.choices)
    for row in rows.iterator(chunk_size=2000):
        facts = dict(zip(fields, row, strict=True))
        yield facts | {"level": labels[facts["level"]], "parent": facts["parent"] or ""}


def counts():
    """How many divisions there are of each level."""
    return {level: Area.objects.filter(level=level).count() for level in Level.values}


@cache
def tile_grid():
    """The counties as schematic tiles (code, name, short, col to the east, row to the south); not a map."""
    return json.loads((DATA / "bijie_tilegrid.json").read_text(encoding="utf-8"))["tiles"]
