"""A county with a station and a room, who keeps and guides them, and opinions at each place of their way."""

import uuid
from importlib import import_module

from django.apps import apps

from minqiao.duties.stations.actions import converting, residents, routing
from minqiao.duties.stations.actions.rows import save_place_row
from minqiao.duties.stations.models import Attached, Kind, Opinion, Place
from minqiao.duties.stations.queries.rows import PlaceLookups
from minqiao.duties.stations.rules.people import SOMEBODY, resident_of
from minqiao.foundation.accounts.choices import Role
from minqiao.kit.actor import CLOCK
from minqiao.registry.areas.models import Area
from minqiao.registry.congress.models import Congress
from tests.factories import LONG_AGO, a_capacity, a_mandate, a_user, acting, at, day

COUNTY, TOWNSHIP, VILLAGE = "520502000000", "520502100000", "520502100201"
TEXT = "村口小桥桥面断裂，赶集日老人孩子过河危险，希望尽快修。"
PHONE = "13800001234"


def kinds():
    """What migrations put in and a transactional test's flush took away."""
    if not Kind.objects.exists():
        for name in ("0002_kinds_of_places", "0005_standards_of_places"):
            import_module(f"minqiao.duties.stations.migrations.{name}").load(apps, None)


def a_place(code="ZB-1", kind="station", area=TOWNSHIP, when="2026-01-05", **words):
    """A place written as a row of the spreadsheet."""
    facts = {"code": code, "kind": kind, "area": area, "name": f"{code}联络点"}
    facts |= {"address": "镇政府一楼", "head": "站长甲", "phone": "0000-1234567", "opening": "每周一"}
    save_place_row(facts | words, actor=CLOCK, at=at(when), lookups=PlaceLookups())
    return Place.objects.select_related("kind", "parent").get(code=code)


def ready(world):
    """The world with a county: world.county, world.office, world.station, world.room, world.keeper."""
    if hasattr(world, "station"):
        return world
    kinds()
    area = world.area
    for code, name, level in (
        (COUNTY, "七星关区", "county"),
        (TOWNSHIP, "放珠镇", "township"),
        (VILLAGE, "桥边村", "village"),
    ):
        area = Area.objects.get_or_create(pk=code, defaults={"name": name, "level": level, "parent": area})[0]
        Area.objects.filter(pk=code).update(level=level, parent=area.parent or world.area)
    world.county = Congress.objects.create(
        area_id=COUNTY, level="county", name="七星关区第三届人民代表大会", term=3, starts_on=LONG_AGO,
        standing_committee="七星关区人民代表大会常务委员会", government="七星关区人民政府",
    )  # fmt: skip
    world.office = acting(a_capacity(a_user("office"), Role.DEPUTY_AFFAIRS, world.county.pk, world.county.pk))
    world.station = a_place()
    world.room = a_place("ZB-1-1", "room", VILLAGE)
    world.keeper = _keeper("keeper", world.station)
    world.other_keeper = _keeper("other", a_place("ZB-2"))
    seat = a_mandate(world.county, 901)
    seat.deputy.user = a_user("county-deputy", seat.deputy.name)
    seat.deputy.save()
    world.county_deputy = acting(a_capacity(seat.deputy.user, Role.DEPUTY, seat.pk, world.county.pk))
    for mandate in (world.mandates[0], seat):
        Attached.objects.create(place=world.room, mandate=mandate)
    return world


def _keeper(username, place):
    return acting(a_capacity(a_user(username), Role.STATION_KEEPER, place.pk, place.congress_id, place.name))


def raised(world, when="2026-09-14 10:00", once=None, **words):
    """Raised by a resident at the room, without a gateway for text messages: received at once."""
    ready(world)
    words = {"text": TEXT, "phone": PHONE, "way": "qr"} | words
    place = words.pop("place", world.room)
    once = once or uuid.uuid4()
    found = residents.raise_opinion(place, actor=SOMEBODY, at=at(when), once=once, **words)
    return Opinion.objects.select_related("place").get(pk=found.pk)


def routed(world, route="township", when="2026-09-14 11:00", by=None, **words):
    opinion = raised(world, **words)
    handler = {"handler": "放珠镇人民政府"}
    return routing.route(opinion, actor=by or world.keeper, at=at(when), route=route, **handler)


def answered(world, when="2026-09-20", **words):
    opinion = routed(world, **words)
    actor = world.office if opinion.route == "county" else world.keeper
    return routing.answer(opinion, actor=actor, at=at(when), answer="桥面已修好，可以通行。")


def rated(world, rating="satisfied", when="2026-09-21", **words):
    opinion = answered(world, **words)
    return residents.rate(opinion, actor=resident_of(opinion), at=at(when), rating=rating, words="")


def converted(world, by=None, when="2026-09-20", **words):
    opinion = raised(world, **words)
    words = {"title": "关于修复桥边村危桥的建议", "requests": ["尽快修复桥面"]}
    return converting.convert(opinion, actor=by or world.deputy, at=at(when), **words)


def redirected(world):
    opinion = raised(world, text="法院判决已经生效，我不服。")
    door = "诉讼案件和生效裁判：人民法院诉讼服务中心，或者拨打12368"
    return routing.redirect(opinion, actor=world.keeper, at=at("2026-09-14 12:00"), door=door)


__all__ = ["a_place", "answered", "converted", "day", "raised", "rated", "ready", "redirected", "routed"]
