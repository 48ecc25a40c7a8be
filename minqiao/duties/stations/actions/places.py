"""Places: filed, changed, built, inspected, opened, closed; deputies attached to them."""

from minqiao.duties.stations.models import Attached, Place
from minqiao.duties.stations.queries.rows import PlaceLookups
from minqiao.duties.stations.rules.people import may_file
from minqiao.duties.stations.workflow import PLACE
from minqiao.foundation.trail.actions import act, record, take
from minqiao.instruments.search.actions import index_many
from minqiao.kit.clock import local_day
from minqiao.kit.workflow import Refused


def index_places(places):
    """Make places findable by code, name, address and the people in charge."""
    rows = [
        (place.pk, "\n".join((place.code, place.name, place.address, place.head, place.market)))
        for place in places
    ]
    index_many(Place._meta.label_lower, rows)


@act
def file_place(*, actor, at, area, kind, parent=None, **words):
    """申请设立: a new place begins as filed; it opens after it was built and inspected."""
    if why := may_file(actor):
        raise Refused(why, action="file")
    lookups = PlaceLookups()
    seat = lookups.seat(area)
    if seat is None:
        raise Refused("站点应当设在县区或者乡镇、村，请选择具体的区划", action="file")
    if words["code"] in lookups.places:
        raise Refused(f"编号{words['code']}已经使用", action="file")
    parent = parent or lookups.station_for(kind, seat["township_id"])
    place = Place.objects.create(area_id=area, kind=kind, parent=parent, changed_at=at, **seat, **words)
    note = f"{place.code} {place.name}"
    record(
        actor=actor, action="file", label="申请设立", subject=place, at=at, to_state=place.state, note=note
    )
    index_places([place])
    return place


@act
def edit(place, *, actor, at, **words):
    """Change the facts of a place; code, kind and area stay."""
    changed = [name for name, value in words.items() if getattr(place, name) != value]
    note = "、".join(Place._meta.get_field(name).verbose_name for name in changed)
    take(PLACE, place, "edit", actor=actor, at=at, changed_at=at, note=note, **words)
    index_places([place])
    return place


@act
def attach_deputies(place, *, actor, at, mandates):
    """安排进站代表: exactly these receive here from now on."""
    take(PLACE, place, "attach_deputies", actor=actor, at=at, changed_at=at, note=f"{len(mandates)}名代表")
    wanted = {one.pk for one in mandates}
    place.attached.exclude(mandate_id__in=wanted).delete()
    known = set(place.attached.values_list("mandate_id", flat=True))
    Attached.objects.bulk_create(Attached(place=place, mandate_id=pk) for pk in sorted(wanted - known))
    return place


@act
def note_built(place, *, actor, at, note=""):
    """登记建成: ready to be inspected."""
    take(PLACE, place, "note_built", actor=actor, at=at, changed_at=at, note=note, state_note=note)
    return place


@act
def pass_inspection(place, *, actor, at, note=""):
    """验收合格."""
    take(PLACE, place, "pass_inspection", actor=actor, at=at, changed_at=at, note=note, state_note=note)
    return place


@act
def ask_to_mend(place, *, actor, at, note):
    """验收退回整改, with what is missing."""
    take(PLACE, place, "ask_to_mend", actor=actor, at=at, changed_at=at, note=note, state_note=note)
    return place


@act
def open_place(place, *, actor, at):
    """启用: residents find it from now on."""
    take(PLACE, place, "open", actor=actor, at=at, changed_at=at, since=place.since or local_day(at))
    return place


@act
def close(place, *, actor, at, note):
    """撤并, with the reason; what was raised there goes on."""
    take(PLACE, place, "close", actor=actor, at=at, changed_at=at, note=note, state_note=note)
    return place


@act
def reopen(place, *, actor, at, note):
    """恢复: inspected, to be opened again."""
    take(PLACE, place, "reopen", actor=actor, at=at, changed_at=at, note=note, state_note=note)
    return place
