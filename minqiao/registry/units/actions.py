"""Writing units and their duty lists."""

from minqiao.foundation.trail.actions import act, record
from minqiao.kit.workflow import Refused
from minqiao.registry.units.models import Unit, UnitDuty
from minqiao.registry.units.rules import by_keeper

FIELDS = (
    "name", "short_name", "kind", "area_id", "reply_word", "contact_name", "contact_phone", "is_active",
)  # fmt: skip


@act
def save_unit(data, *, actor, at, lookups=None):
    """Write one unit by its code: "created", "updated" or "unchanged". `data` as UnitForm cleans it."""
    _keeper(actor)
    unit = Unit.objects.filter(code=data["code"]).first()
    known = unit is not None
    unit = unit or Unit(code=data["code"])
    changed = _take(unit, {"short_name": unit.short_name or data["name"][:30], **data})
    if known and not changed:
        return "unchanged"
    if Unit.objects.filter(name=unit.name).exclude(pk=unit.pk).exists():
        raise Refused(f"已有名为“{unit.name}”的单位，编号不同")
    unit.save()
    label = "修改承办单位" if known else "新增承办单位"
    note = "、".join(Unit._meta.get_field(name).verbose_name for name in changed) if known else unit.name
    record(actor=actor, action="save_unit", label=label, subject=unit, at=at, note=note)
    return "updated" if known else "created"


@act
def save_duty(data, *, actor, at, lookups=None):
    """Write one line of a duty list by unit and words: "created", "updated" or "unchanged"."""
    _keeper(actor)
    duty = UnitDuty.objects.filter(unit_id=data["unit"], words=data["words"]).first()
    topic = data.get("topic", duty.topic if duty else "")
    if duty and duty.topic == topic:
        return "unchanged"
    known = duty is not None
    duty = duty or UnitDuty(unit_id=data["unit"], words=data["words"])
    duty.topic = topic
    duty.save()
    _note_duty(duty, "修改职责" if known else "新增职责", actor, at)
    return "updated" if known else "created"


@act
def drop_duty(duty, *, actor, at):
    """Take a line out of a duty list; the trail keeps its words."""
    _keeper(actor)
    _note_duty(duty, "删除职责", actor, at)
    duty.delete()


def _note_duty(duty, label, actor, at):
    record(
        actor=actor,
        action="drop_duty" if label == "删除职责" else "save_duty",
        label=label,
        subject=duty,
        case=duty.unit,
        at=at,
        note=duty.words,
    )


def _keeper(actor):
    if why := by_keeper(actor):
        raise Refused(why)


def _take(unit, data):
    """Put the given values on the unit; the names of those that changed."""
    given = {"area_id" if key == "area" else key: value for key, value in data.items()}
    if "area_id" in given:
        given["area_id"] = given["area_id"] or None
    changed = [name for name in FIELDS if name in given and getattr(unit, name) != given[name]]
    for name in changed:
        setattr(unit, name, given[name])
    return changed
