"""Standards: inspections by two inspectors; model places nominated, awarded a plaque, downgraded."""

from minqiao.duties.stations.models import CheckItem, Inspection, InspectionSheet
from minqiao.duties.stations.rules.standards import fault_in_points, middle, stars_for
from minqiao.duties.stations.workflow import INSPECTION, PLACE
from minqiao.foundation.rulebook.queries import value
from minqiao.foundation.trail.actions import act, record, take
from minqiao.kit.clock import local_day
from minqiao.kit.workflow import Refused
from minqiao.registry.areas.models import Area


@act
def begin_inspection(place, *, actor, at):
    """开始规范化检查 by the checklist of the place's kind."""
    take(PLACE, place, "begin_inspection", actor=actor, at=at)
    if not CheckItem.objects.filter(kind=place.kind_id).exists():
        raise Refused(f"{place.kind}没有检查标准", action="begin_inspection")
    if place.inspections.filter(state=INSPECTION.start).exists():
        raise Refused("已有一次检查没有汇总", action="begin_inspection")
    inspection = Inspection.objects.create(place=place, began_on=local_day(at))
    label = "开始规范化检查"
    record(actor=actor, action="inspect", label=label, subject=inspection, at=at, to_state=inspection.state)
    return place


@act
def score(inspection, *, actor, at, points, words=""):
    """打分: one inspector's own sheet; said again it replaces his first."""
    take(INSPECTION, inspection, "score", actor=actor, at=at)
    lines = CheckItem.objects.filter(kind=inspection.place.kind_id)
    most = {str(pk): most for pk, most in lines.values_list("pk", "points")}
    if why := fault_in_points(points, most):
        raise Refused(why, action="score")
    facts = {"inspector": actor.name, "points": points, "total": sum(points.values()), "words": words}
    facts["on"] = local_day(at)
    InspectionSheet.objects.update_or_create(inspection=inspection, user_id=actor.user_id, defaults=facts)
    return inspection


@act
def settle(inspection, *, actor, at, note=""):
    """汇总: the middle of both sheets; stars only where the place's rule wants them."""
    on = local_day(at)
    result = middle([sheet.total for sheet in inspection.sheets.all()] or [0])
    rated = value("station.rating_sheet", place=inspection.place.area_id, on=on)
    changes = {"result": result, "stars": stars_for(result) if rated else 0, "settled_on": on, "advice": note}
    take(INSPECTION, inspection, "settle", actor=actor, at=at, note=f"{result}分", **changes)
    return inspection


@act
def nominate(place, *, actor, at, note=""):
    """申报示范站点, where the county has a slot of this kind left; the county's row is locked meanwhile."""
    Area.objects.select_for_update().get(pk=place.county_id)
    place.__dict__.pop("_slots_taken", None)
    take(PLACE, place, "nominate", actor=actor, at=at, note=note, changed_at=at)
    return place


@act
def take_back(place, *, actor, at, note):
    """撤回申报: the slot is free again."""
    take(PLACE, place, "take_back", actor=actor, at=at, note=note, changed_at=at)
    return place


@act
def award(place, *, actor, at, plaque_no, note=""):
    """评定并授牌 by the city, with the number of the plaque."""
    plaque = {"plaque_no": plaque_no, "plaque_on": local_day(at)}
    take(
        PLACE,
        place,
        "award",
        actor=actor,
        at=at,
        note=f"牌号{plaque_no} {note}".strip(),
        changed_at=at,
        **plaque,
    )
    return place


@act
def not_award(place, *, actor, at, note):
    """不予评定, with the reason."""
    take(PLACE, place, "not_award", actor=actor, at=at, note=note, changed_at=at)
    return place


@act
def downgrade(place, *, actor, at, note):
    """取消示范: the plaque is taken back; the trail keeps its number."""
    words = f"收回牌号{place.plaque_no}：{note}"
    gone = {"plaque_no": "", "plaque_on": None, "changed_at": at}
    take(PLACE, place, "downgrade", actor=actor, at=at, note=words[:500], **gone)
    return place
