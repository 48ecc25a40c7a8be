"""Keeping the register of works that other money pays for, by its sheet."""

from minqiao.duties.microprojects.models import FundedWork
from minqiao.foundation.trail.actions import act, record

KEYS = ("source", "reference", "title", "place")


@act
def save_funded_work(data, *, actor, at, lookups=None):
    """One line by its keys: created, updated or unchanged."""
    words = {"county_id" if name == "county" else name: value for name, value in data.items()}
    row = FundedWork.objects.filter(**{name: words[name] for name in KEYS}).first()
    if row is None:
        row, outcome = FundedWork.objects.create(**words), "created"
    else:
        changed = {name: value for name, value in words.items() if getattr(row, name) != value}
        if not changed:
            return "unchanged"
        FundedWork.objects.filter(pk=row.pk).update(**changed)
        outcome = "updated"
    place = {"subject": row, "at": at, "note": str(row)}
    record(actor=actor, action="save_funded_work", label="登记其他资金项目", **place)
    return outcome
