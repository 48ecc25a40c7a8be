"""A key item, a counterpart, a check and a chaser at each place of their ways, made by the real acts."""

from minqiao.duties.supervision.actions import (
    answering,
    chasing,
    counterparts,
    inquiring,
    leading,
    proposing,
)
from minqiao.duties.supervision.choices import ChaseLevel
from minqiao.duties.supervision.models import Counterpart, DelegatedCheck
from minqiao.duties.supervision.queries.chasing import ladder
from minqiao.foundation.accounts.choices import Role
from minqiao.registry.areas.models import Area
from minqiao.registry.congress.models import Committee, Congress
from tests.factories import a_capacity, a_dispatched, a_user, acting, at, day

REASONS = "本次会议有多件建议反映农村公路失养，群众出行不便，社会关注度高。"
PLAN = "了解农村公路养护资金和人员落实情况，推动破损路段年内修复。"
VISITS = [
    ("visit", "到威宁路现场查看", day("2026-05-12")),
    ("talk", "与承办单位和代表座谈", day("2026-06-16")),
]
MEETING = {"meeting": "市人大常委会第42次主任会议", "decided_on": day("2026-04-10")}


def ready(world):
    """The world with what this room needs besides: a second committee, a county with its office."""
    if hasattr(world, "county_office"):
        return world
    chair = world.mandates[-1]
    chair.is_chairs_council = True
    chair.save()
    chair.deputy.post = "毕节市人大常委会副主任"
    chair.deputy.save()
    Committee.objects.filter(congress=world.congress).update(field="农业、林业、水务、乡村振兴")
    words = {"name": "城乡建设与环境资源保护委员会", "short_name": "城环委", "kind": "special"}
    world.builders = Committee.objects.create(
        congress=world.congress, field="住房建设、交通、自然资源、生态环境", **words
    )
    capacity = a_capacity(
        a_user("builders"), Role.SPECIAL_COMMITTEE, world.builders.pk, world.congress.pk, "城环委"
    )
    world.builder = acting(capacity)
    area = Area.objects.get_or_create(
        code="520502000000", defaults={"name": "七星关区", "level": "county", "parent": world.area}
    )[0]
    Area.objects.filter(pk=area.pk).update(parent=world.area, level="county")
    world.county = Congress.objects.create(
        area=area, level="county", name="毕节市七星关区第三届人民代表大会",
        standing_committee="七星关区人民代表大会常务委员会", government="七星关区人民政府", term=3,
        starts_on=day("2021-11-20"),
    )  # fmt: skip
    role = a_capacity(a_user("county"), Role.DEPUTY_AFFAIRS, world.county.pk, world.county.pk, "七星关区")
    world.county_office = acting(role)
    return world


def proposed(world, title="农村公路养护", **words):
    ready(world)
    found, _ = a_dispatched(world, **words)
    facts = {"title": title, "reasons": REASONS, "suggestions": [found]}
    return proposing.propose(actor=world.builder, at=at("2026-04-03"), **facts)


def chosen(world, **words):
    return proposing.choose(proposed(world, **words), actor=world.chairs, at=at("2026-04-13"), **MEETING)


def arrangement(world):
    return {
        "leader": world.mandates[-1],
        "committee": world.builders,
        "handling_leader": "市政府副市长 某某某",
        "unit": world.units["A14"],
        "plan": PLAN,
        "visits": VISITS,
        "report_due_on": day("2026-10-15"),
    }


def arranged(world, **words):
    return leading.arrange(
        chosen(world, **words), actor=world.affairs, at=at("2026-04-17"), **arrangement(world)
    )


PROBLEMS = [("威宁路二公里处路基下沉未处理", day("2026-06-05")), ("排水沟淤塞", day("2026-07-31"))]


def running(world, problems=PROBLEMS, **of_suggestion):
    item = arranged(world, **of_suggestion)
    words = {
        "visit": item.visits.first(),
        "held_on": day("2026-05-12"),
        "place": "威宁路",
        "participants": "副主任某某某、城环委、代表1、市交通运输局",
        "findings": "现场查看三处路段，两处尚未开工。",
        "problems": problems,
    }
    return leading.record_visit(item, actor=world.builder, at=at("2026-05-13"), **words)


def answered(world):
    item = running(world)
    words = {"problem": item.problems.first(), "words": "路基已加固，6月2日完工。"}
    return answering.answer_problem(item, actor=world.officer["A14"], at=at("2026-05-28"), **words)


REPORT = {"text": "已修复破损路段三公里，完善排水设施，落实养护人员六名。", "left": "其余路段列入明年计划。"}


def reported(world, problems=()):
    item = running(world, problems)
    return answering.report(item, actor=world.principal["A14"], at=at("2026-05-29"), **REPORT)


def carried(world):
    words = {"meeting": "市人大常委会第60次主任会议", "decided_on": day("2026-05-30")}
    words |= {"note": "其余路段明年继续督办", "report_due_on": day("2027-10-15")}
    return answering.carry_over(reported(world), actor=world.chairs, at=at("2026-05-30"), **words)


def overseen(world):
    ready(world)
    found, _ = a_dispatched(world)
    counterparts.assign_counterparts(at=at("2026-03-23"))
    return Counterpart.objects.get(suggestion=found)


def delegated(world):
    row = overseen(world)
    words = {"asked_of": world.county, "demand": "到威宁路核对答复中的修复路段", "due_on": day("2026-06-20")}
    counterparts.delegate(row, actor=world.builder, at=at("2026-05-20"), **words)
    return DelegatedCheck.objects.get(suggestion=row.suggestion)


FOUND = {
    "checked_on": day("2026-05-28"),
    "people": "七星关区人大代工委、两名区代表",
    "findings": "三公里中已修复两公里，排水沟尚未疏通。",
    "result": "partly",
}


def checked(world):
    return counterparts.record_check(
        delegated(world), actor=world.county_office, at=at("2026-05-29"), **FOUND
    )


FOCUS = "久拖未决的道路类建议，去年承诺今年没有兑现的事项。"


def asked_units(world):
    return [world.units[code] for code in ("A14", "A08")]


def planned(world, on="2026-05-28"):
    ready(world)
    words = {"title": "道路类代表建议办理情况", "meeting": "第三十六次会议", "focus": FOCUS}
    place = {"actor": world.affairs, "at": at("2026-05-12"), "planned_on": day(on)}
    return inquiring.plan_inquiry(units=asked_units(world), **words, **place)


def held(world):
    asked = [(world.units["A14"], "委员甲", "为什么三年没有修？", "资金没有落实，年内落实。")]
    words = {"held_on": day("2026-05-28"), "questions": asked}
    return inquiring.record_inquiry(planned(world), actor=world.affairs, at=at("2026-05-28"), **words)


def voted(world, counts=((24, 3, 25), (40, 8, 4))):
    """Of 56 members 52 are there; the first unit is found wanting (figures of S-7)."""
    pairs = zip(asked_units(world), counts, strict=True)
    words = {"members": 56, "present": 52, "scrutineer": "委员乙", "mend_by": day("2026-08-31")}
    words["counts"] = {unit.pk: votes for unit, votes in pairs}
    return inquiring.record_vote(held(world), actor=world.affairs, at=at("2026-05-28"), **words)


def mended_after_vote(world):
    words = {"words": "已落实资金，倒排工期，年内完成三公里修复。"}
    return inquiring.report_mended(voted(world), actor=world.principal["A14"], at=at("2026-05-30"), **words)


def chased(world, level=ChaseLevel.FIRST, when="2026-05-29", **words):
    """A chaser on a suggestion assigned so long ago that it is late by now."""
    ready(world)
    a_dispatched(world, on="2026-02-27", **({"submitted": "2026-02-26", "when": "2026-02-26"} | words))
    return chase_again(world, level, when)


def chase_again(world, level, when, by=None, code="A14"):
    actor = by or world.affairs
    parts = ladder(actor, day(when)).notices[world.units[code].pk, level]
    words = {"unit": world.units[code], "level": level, "parts": [one.handling_id for one in parts]}
    words |= {"demand": "请尽快答复代表。", "answer_by": day("2026-07-31")}
    return chasing.chase(actor=actor, at=at(when), **words)
