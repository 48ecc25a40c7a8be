"""For every step of the room that somebody signed in takes: a subject, who takes it, and what to send."""

import datetime as dt

from minqiao.duties.stations.actions import converting, receptions, residents, routing, standards
from minqiao.duties.stations.models import CheckItem, Inspection, Place, Reception
from minqiao.duties.stations.rules.people import resident_of
from minqiao.duties.stations.workflow import INSPECTION, OPINION, PLACE, RECEPTION
from tests.factories import at, day
from tests.stations import stages

WORKFLOWS = {one.slug: one for one in (PLACE, RECEPTION, INSPECTION, OPINION)}
PREFIXES = {
    "place": "stations",
    "reception": "stations/receptions",
    "inspection": "stations/inspections",
    "opinion": "stations/opinions",
}
BY_RESIDENTS = {("opinion", "verify"), ("opinion", "rate")}
EVERY_STEP = [
    (slug, action)
    for slug, one in WORKFLOWS.items()
    for action in one.actions()
    if (slug, action) not in BY_RESIDENTS
]
WHEN = "2026-05-20"
NOTE = {"note": "按要求办理"}


def _place(state, **facts):
    def make(world):
        stages.ready(world)
        Place.objects.filter(pk=world.station.pk).update(state=state, **facts)
        return Place.objects.select_related("kind").get(pk=world.station.pk)

    return make


def _received(world):
    """A place that received residents lately."""
    facts = {"starts_at": "09:00", "ends_at": "11:00", "rhythm": "monthly", "notice_days": 3, "visitors": 1}
    place = _place("operating")(world)
    Reception.objects.create(place=place, on=day("2026-05-15"), state="held", **facts)
    return place


def _planned(world):
    stages.ready(world)
    words = {"rhythm": "monthly", "per_day": 1, "starts_at": dt.time(9), "ends_at": dt.time(11)}
    words |= {"first": day("2026-06-01"), "last": day("2026-06-30")}
    (row,) = receptions.plan(world.room, actor=world.keeper, at=at(WHEN), **words)
    return Reception.objects.select_related("place").get(pk=row.pk)


def _announced(world):
    row = receptions.announce(_planned(world), actor=world.keeper, at=at(WHEN))
    Reception.objects.filter(pk=row.pk).update(on=day("2026-06-01"))
    return row


def _sitting(world, subject):
    return {"mandate": min(subject.on_duty_ids), "reason": "外出"}


def _swap(world, subject):
    (mine,) = subject.on_duty_ids
    return {"mandate": mine, "instead": max(subject.place.deputy_ids - {mine})}


def _inspected(world):
    stages.ready(world)
    standards.begin_inspection(world.station, actor=world.office, at=at(WHEN))
    return Inspection.objects.select_related("place__kind").get()


def _scored(world):
    found = _inspected(world)
    points = {str(pk): 5 for pk in CheckItem.objects.filter(kind="station").values_list("pk", flat=True)}
    for actor in (world.office, world.affairs):
        standards.score(found, actor=actor, at=at(WHEN), points=points)
    return found


def _all_fives(world, subject):
    return {"points": [5] * CheckItem.objects.filter(kind="station").count()}


def _raised(world):
    return stages.raised(world, WHEN)


def _routed(route="township"):
    def make(world):
        return routing.route(stages.raised(world, WHEN), actor=world.keeper, at=at(WHEN), route=route)

    return make


def _answered(world):
    return routing.answer(_routed()(world), actor=world.keeper, at=at(WHEN), answer="已修好。")


def _published(world):
    words = {"public_text": "桥断了", "public_answer": "已修好。"}
    return routing.publish(_answered(world), actor=world.keeper, at=at(WHEN), **words)


def _rated(rating):
    def make(world):
        found = _answered(world)
        return residents.rate(found, actor=resident_of(found), at=at(WHEN), rating=rating)

    return make


def _same(world, subject):
    other = stages.raised(world, WHEN, phone="13800005678")
    converting.convert(other, actor=world.deputy, at=at(WHEN), title="关于危桥的建议")
    return {"same_as": other.number}


OFFICE, KEEPER, CITY, DEPUTY = "office", "keeper", "affairs", "deputy"
# verb: (a subject, who, what to send)
FITTING = {
    "place": {
        "edit": (_place("operating"), KEEPER, {"name": "放珠镇联络站", "address": "新址"}),
        "attach_deputies": (
            _place("operating"), OFFICE, lambda world, _: {"mandates": [world.mandates[1].pk]}
        ),
        "note_built": (_place("applied"), KEEPER, NOTE),
        "pass_inspection": (_place("built"), OFFICE, NOTE),
        "ask_to_mend": (_place("built"), OFFICE, NOTE),
        "open": (_place("inspected"), OFFICE, {}),
        "begin_inspection": (_place("operating"), OFFICE, {}),
        "nominate": (_received, OFFICE, NOTE),
        "take_back": (_place("model_candidate"), OFFICE, NOTE),
        "award": (_place("model_candidate"), CITY, {"plaque_no": "示范1"}),
        "not_award": (_place("model_candidate"), CITY, NOTE),
        "downgrade": (_place("model", plaque_no="1", plaque_on=day(WHEN)), CITY, NOTE),
        "close": (_place("operating"), OFFICE, NOTE),
        "reopen": (_place("closed"), OFFICE, NOTE),
    },
    "reception": {
        "announce": (_planned, KEEPER, {"topics": "用水"}),
        "ask_leave": (_planned, KEEPER, _sitting),
        "swap": (_planned, KEEPER, _swap),
        "hold": (_announced, KEEPER, {"visitors": 4}),
        "cancel": (_planned, KEEPER, NOTE),
    },
    "inspection": {
        "score": (_inspected, OFFICE, _all_fives),
        "settle": (_scored, OFFICE, NOTE),
    },
    "opinion": {
        "answer_now": (_raised, KEEPER, {"answer": "今天就办。"}),
        "route": (_raised, KEEPER, {"route": "village"}),
        "redirect": (_raised, KEEPER, {"door": "court"}),
        "give_back": (_routed("county"), OFFICE, NOTE),
        "convert": (_raised, DEPUTY, {"title": "关于危桥的建议"}),
        "join": (_raised, KEEPER, _same),
        "answer": (_routed(), KEEPER, {"answer": "已修好。"}),
        "tell": (_answered, KEEPER, {"note": "电话告知"}),
        "send_again": (_rated("dissatisfied"), KEEPER, {"route": "township"}),
        "publish": (_answered, KEEPER, {"public_text": "桥断了", "public_answer": "已修好。"}),
        "take_down": (_published, KEEPER, NOTE),
        "end": (_rated("satisfied"), KEEPER, NOTE),
    },
}  # fmt: skip


def fitting(world, slug, action):
    """(subject, actor, body) for a step."""
    make, who, body = FITTING[slug][action]
    subject = make(world)
    return subject, getattr(world, who), body(world, subject) if callable(body) else body
