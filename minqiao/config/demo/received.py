"""Reception days in the demo's year: rosters, notices, visitors; an inspection; places that became models."""

import datetime as dt

from minqiao.config.demo.days import day, moment
from minqiao.duties.stations.actions import receptions, standards
from minqiao.duties.stations.queries.places import place_by_code, place_of, places
from minqiao.duties.stations.queries.receptions import reception_of, receptions_at
from minqiao.duties.stations.queries.standards import inspections_of, line_ids
from minqiao.kit.actor import NOBODY

HOURS = {"starts_at": dt.time(9), "ends_at": dt.time(11, 30)}
HELD = (("04-15", 6), ("05-15", 9))
SUMMARY = "群众主要反映道路、饮水和路灯，能当场答复的当场答复，其余已登记分流。"
A_COUNTY = 2  # model places of a county: one awarded, one nominated


def enter_receptions(stage, cast, keeper, office, code):
    """Let the story's station receive residents each month, and some stations become models."""
    stage.enter(_monthly(keeper, code))
    stage.enter(_inspected(cast, office, code))
    stage.enter(_models(cast, office))


def _on(code, text):
    """The reception of a place on a day."""
    found = receptions_at(place_by_code(code), day(text))
    return reception_of(NOBODY, found.pk)


def _monthly(keeper, code):
    now = moment("04-01 09:30")
    yield now
    stretch = {"first": day("04-02"), "last": day("12-31"), "rhythm": "monthly", "per_day": 2}
    receptions.plan(place_by_code(code), actor=keeper, at=now, **stretch, **HOURS)
    for on, visitors in HELD:
        now = moment(f"{on[:2]}-08 10:00")
        yield now
        receptions.announce(_on(code, on), actor=keeper, at=now, topics="春耕用水、道路安全")
        now = moment(f"{on} 12:00")
        yield now
        receptions.hold(_on(code, on), actor=keeper, at=now, visitors=visitors, summary=SUMMARY)
    now = moment("06-09 09:00")
    yield now
    receptions.announce(_on(code, "06-15"), actor=keeper, at=now, topics="防汛和安全")


def _inspected(cast, office, code):
    """Two inspectors look; the second sheet is still to come."""
    now = moment("06-03 10:00")
    yield now
    place = place_by_code(code)
    standards.begin_inspection(place, actor=office, at=now)
    now = moment("06-04 16:00")
    yield now
    inspection = inspections_of(place)[0]
    points = {str(pk): 4 if number in (3, 15) else 5 for number, pk in enumerate(line_ids(place.kind_id))}
    words = "便民伞、血压计等设施缺少；意见办理资料没有按月归档。"
    standards.score(inspection, actor=office, at=now, points=points, words=words)


def _models(cast, office):
    """In each county one station is a model, one is nominated: both received residents in spring."""
    chosen = _chosen()
    now = moment("04-07 09:00")
    yield now
    stretch = {"first": day("04-08"), "last": day("04-30"), "rhythm": "monthly", "per_day": 1}
    for pk in chosen:
        place = place_of(NOBODY, pk)
        actor = _guide(cast, office, place)
        (row,) = receptions.plan(place, actor=actor, at=now, **stretch, **HOURS)
        receptions.announce(reception_of(NOBODY, row.pk), actor=actor, at=now)
    now = moment("04-15 15:00")
    yield now
    for pk in chosen:
        place = place_of(NOBODY, pk)
        found = reception_of(NOBODY, receptions_at(place, day("04-15")).pk)
        receptions.hold(found, actor=_guide(cast, office, place), at=now, visitors=5, summary=SUMMARY)
    now = moment("05-20 10:00")
    yield now
    for number, pk in enumerate(chosen):
        place = place_of(NOBODY, pk)
        standards.nominate(place, actor=_guide(cast, office, place), at=now)
        if number % A_COUNTY == 0:
            plaque = f"示范2026-{number // A_COUNTY + 1:02d}"
            standards.award(place, actor=cast.affairs(), at=now, plaque_no=plaque)


def _guide(cast, office, place):
    return office if place.congress_id == office.realm_id else cast.affairs()


def _chosen():
    """The second and third station of each county that has deputies; not the story's."""
    found = {}
    for place in places({"kind": "station"}):
        if place.deputy_ids:
            found.setdefault(place.county_id, []).append(place.pk)
    return [pk for pks in found.values() for pk in pks[1 : 1 + A_COUNTY]]
