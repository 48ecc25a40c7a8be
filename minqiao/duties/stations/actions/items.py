"""The checklist, line by line, from a spreadsheet."""

from minqiao.duties.stations.models import CheckItem
from minqiao.duties.stations.rules.people import may_file
from minqiao.foundation.trail.actions import act, record
from minqiao.kit.workflow import Refused


@act
def save_check_item(data, *, actor, at, lookups=None):
    """Write one line by kind and words: "created", "updated" or "unchanged"; 0 points take it out of use."""
    if why := may_file(actor):
        raise Refused(why)
    row = CheckItem.objects.filter(kind_id=data["kind"], words=data["words"]).first()
    known = row is not None
    row = row or CheckItem(kind_id=data["kind"], words=data["words"])
    given = {name: data[name] for name in ("group", "points", "position") if data.get(name) is not None}
    changed = [name for name, value in given.items() if getattr(row, name) != value]
    if known and not changed:
        return "unchanged"
    for name in changed:
        setattr(row, name, given[name])
    row.save()
    label = "修改检查标准" if known else "新增检查标准"
    note = f"{row.words}（{row.points}分）"
    record(actor=actor, action="save_check_item", label=label, subject=row, at=at, note=note)
    return "updated" if known else "created"
