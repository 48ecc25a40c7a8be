"""Places and attached deputies from a spreadsheet: new places in few statements, known ones changed."""

from minqiao.duties.stations.actions.places import index_places
from minqiao.duties.stations.choices import RUNNING, PlaceState
from minqiao.duties.stations.models import Attached, Place
from minqiao.duties.stations.queries.rows import PLAIN
from minqiao.duties.stations.rules.people import by_guide, by_keeper, may_file
from minqiao.foundation.accounts.choices import Role
from minqiao.foundation.trail.actions import act, record
from minqiao.kit.clock import local_day
from minqiao.kit.sheets import CellRefused
from minqiao.kit.workflow import Refused

IMPORT = frozenset({Role.SYSTEM_ADMIN, "clock"})


@act
def save_place_rows(rows, *, actor, at, lookups):
    """Write many rows by code: an outcome ("created", "updated", "unchanged") or a Refused for each.

    Places nobody knew yet are written together; a room's station may stand in an earlier row.
    """
    outcomes, new = [], []
    for data in rows:
        if _leans_on(new, data, lookups):
            _write(new, actor, at, lookups)
        known = lookups.places.get(data["code"])
        try:
            outcomes.append(_change(known, data, actor, at) if known else _add(new, data, actor, at, lookups))
        except Refused as refused:
            outcomes.append(refused)
    _write(new, actor, at, lookups)
    return outcomes


def _leans_on(new, data, lookups):
    """Whether a row's station may stand among those not written yet."""
    is_part = lookups.kinds[data["kind"]].under_id is not None
    return is_part and any(lookups.kinds[place.kind_id].under_id is None for place in new)


@act
def save_place_row(data, *, actor, at, lookups):
    """The same for one row."""
    outcome = save_place_rows([data], actor=actor, at=at, lookups=lookups)[0]
    if isinstance(outcome, Refused):
        raise outcome
    return outcome


def _add(new, data, actor, at, lookups):
    seat = lookups.seat(data["area"])
    if why := may_file(actor):
        raise Refused(why)
    if seat is None:
        raise CellRefused("area", "站点应当设在县区或者乡镇、村")
    if actor.role not in IMPORT and actor.realm_id not in (seat["congress_id"], seat["city_id"]):
        raise CellRefused("area", "不在本级人大的区域内")
    state = data.get("state") or PlaceState.OPERATING
    facts = {name: data[name] for name in PLAIN if data.get(name) not in (None, "")}
    place = Place(
        **facts, **seat, kind_id=data["kind"], area_id=data["area"], state=state, changed_at=at,
        since=local_day(at) if state in RUNNING else None, parent=_parent(data, seat, lookups),
    )  # fmt: skip
    new.append(place)
    return "created"


def _parent(data, seat, lookups):
    code = data.get("parent")
    if code and code not in lookups.places:
        raise CellRefused("parent", f"没有编号为“{code}”的联络站")
    return (
        lookups.places[code]
        if code
        else lookups.station_for(lookups.kinds[data["kind"]], seat["township_id"])
    )


def _write(new, actor, at, lookups):
    rooms = [place for place in new if place.parent is not None]
    for batch in ([place for place in new if place.parent is None], rooms):
        Place.objects.bulk_create(batch, batch_size=500)
    for place in new:
        lookups.keep(place)
        note = f"{place.code} {place.name}"
        record(
            actor=actor, action="import_place", label="登记站点", subject=place, at=at, to_state=place.state,
            note=note,
        )  # fmt: skip
    index_places(new)
    new.clear()


def _change(place, data, actor, at):
    if actor.role not in IMPORT and by_keeper(actor, place) and by_guide(actor, place):
        raise Refused("这个站点不由您维护")
    if data["kind"] != place.kind_id or data["area"] != place.area_id:
        raise Refused("编号已登记为另一类型或者另一区划的站点；变更请先撤并，再用新编号登记")
    changed = [name for name in PLAIN if name in data and getattr(place, name) != data[name]]
    if not changed:
        return "unchanged"
    for name in changed:
        setattr(place, name, data[name])
    place.changed_at = at
    place.save(update_fields=[*changed, "changed_at"])
    note = "、".join(Place._meta.get_field(name).verbose_name for name in changed)
    record(actor=actor, action="edit", label="修改资料", subject=place, at=at, note=note)
    index_places([place])
    return "updated"


@act
def save_attached_row(data, *, actor, at, lookups):
    """One deputy at one place; said again it changes nothing."""
    place = lookups.places.get(data["place"])
    if place is None:
        raise CellRefused("place", f"没有编号为“{data['place']}”的站点")
    if actor.role not in IMPORT and (why := by_guide(actor, place)):
        raise Refused(why)
    held = [one for one in lookups.mandates.get(data["deputy"], ()) if _fits(one, place)]
    if not held:
        raise CellRefused("deputy", f"没有编号为“{data['deputy']}”、在本县区或者本市履职的代表")
    mandate = held[-1]
    if (place.pk, mandate.pk) in lookups.pairs:
        return "unchanged"
    Attached.objects.create(place=place, mandate=mandate)
    Place.objects.filter(pk=place.pk).update(changed_at=at)
    lookups.pairs.add((place.pk, mandate.pk))
    words = {"action": "attach_deputies", "label": "安排进站代表", "note": str(mandate)}
    record(actor=actor, subject=place, at=at, **words)
    return "created"


def _fits(mandate, place):
    """A deputy of the county or the city, or of the township the place lies in."""
    return mandate.congress_id in (place.congress_id, place.city_id) or (
        place.township_id is not None and mandate.congress.area_id == place.township_id
    )
