"""Writing divisions: the shipped list, and single places from a spreadsheet."""

import csv
from pathlib import Path

from minqiao.foundation.trail.actions import act, record
from minqiao.kit.workflow import Refused
from minqiao.registry.areas.models import Area

DIVISIONS = Path(__file__).parent / "data" / "bijie_divisions.csv"
# Above and beside the official list: what mandates of upper levels and the management zones need.
BESIDE = (
    ("100000000000", "全国", "nation", None, ""),
    ("520000000000", "贵州省", "province", "100000000000", ""),
    ("Z52050000001", "百里杜鹃管理区", "zone", "520500000000", "管理区"),
    ("Z52050000002", "金海湖新区", "zone", "520500000000", "管理区"),
)
OTHER_NAMES = {"520525101000": "鬃岭镇、中岭镇", "520581000000": "黔西县"}
CHANGEABLE = ("name", "also_written", "level", "kind", "parent_id")


def shipped_divisions():
    """The divisions of Bijie with our additions, parents before children."""
    with DIVISIONS.open(encoding="utf-8") as file:
        rows = [
            (row["code"], row["name"], row["level"], row["parent"], row["kind"])
            for row in csv.DictReader(file)
        ]
    return [
        Area(
            pk=code,
            name=name,
            level=level,
            parent_id=parent,
            kind=kind,
            also_written=OTHER_NAMES.get(code, ""),
        )
        for code, name, level, parent, kind in (*BESIDE, *rows)
    ]


class Numbered:
    """A division as the trail sees it: the trail numbers its subjects, so Z becomes 9 in front."""

    _meta = Area._meta

    def __init__(self, area):
        self.pk = int(area.pk.replace("Z", "9"))


@act
def load_divisions(*, actor, at):
    """Bring the table to the shipped list; places added by hand stay. Returns how many rows changed."""
    shipped = shipped_divisions()
    present = Area.objects.in_bulk()
    new = [area for area in shipped if area.pk not in present]
    changed = [area for area in shipped if area.pk in present and _differs(area, present[area.pk])]
    Area.objects.bulk_create(new, batch_size=500)
    Area.objects.bulk_update(changed, CHANGEABLE, batch_size=200)
    if new or changed:
        record(
            actor=actor,
            action="load_divisions",
            label="装入行政区划",
            subject=Numbered(shipped[0]),
            at=at,
            note=f"新增{len(new)}处，更新{len(changed)}处",
        )
    return len(new) + len(changed)


@act
def save_area(data, *, actor, at, lookups=None):
    """Write one division by its code: "created", "updated" or "unchanged". `data` as AreaRow cleans it."""
    area = Area.objects.filter(pk=data["code"]).first()
    known = area is not None
    area = area or Area(pk=data["code"])
    before = [getattr(area, name) for name in CHANGEABLE]
    area.name, area.level = data["name"], data["level"]
    area.also_written, area.kind = data.get("also_written", area.also_written), data.get("kind", area.kind)
    area.parent_id = data.get("parent", area.parent_id) or None
    if known and before == [getattr(area, name) for name in CHANGEABLE]:
        return "unchanged"
    if area.parent_id == area.pk:
        raise Refused("上级不能是它自己")
    area.save()
    if lookups is not None:
        lookups.add((area.pk, area.name, area.also_written, area.level, area.parent_id))
    label = "修改区划" if known else "新增区划"
    record(
        actor=actor,
        action="save_area",
        label=label,
        subject=Numbered(area),
        at=at,
        note=f"{area.pk} {area.name}",
    )
    return "updated" if known else "created"


def _differs(left, right):
    return any(getattr(left, name) != getattr(right, name) for name in CHANGEABLE)
