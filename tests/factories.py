"""One small world: a congress with its session, deputies, units and everybody who acts. Nothing clever."""

import datetime as dt
from importlib import import_module
from types import SimpleNamespace
from zoneinfo import ZoneInfo

from django.apps import apps

from minqiao.duties.suggestions.actions import drafting, handling, office, replying
from minqiao.foundation.accounts.choices import Role
from minqiao.foundation.accounts.models import Capacity, User
from minqiao.foundation.accounts.queries import actor_for
from minqiao.foundation.workdays.models import Day
from minqiao.foundation.workdays.queries import forget_calendar
from minqiao.registry.areas.models import Area
from minqiao.registry.congress.models import Committee, Congress, Delegation, Deputy, Mandate, Session
from minqiao.registry.units.models import Unit, UnitDuty

SHANGHAI = ZoneInfo("Asia/Shanghai")
LONG_AGO = dt.date(2022, 1, 1)
UNITS = (
    ("A14", "毕节市交通运输局", "市交通运输局", "毕交", "国省干线和农村公路建设养护"),
    ("A08", "毕节市财政局", "市财政局", "毕财", "预算资金安排"),
    ("A11", "毕节市自然资源和规划局", "市自然资源局", "毕自然资", "用地审批"),
    ("A03", "毕节市教育局", "市教育局", "毕教", "学校建设"),
)


def at(text):
    """A moment in Bijie: at("2026-03-20") is nine in the morning, at("2026-03-20 15:30") half past three."""
    day, _, time = text.partition(" ")
    return dt.datetime.fromisoformat(f"{day}T{time or '09:00'}").replace(tzinfo=SHANGHAI)


def day(text):
    return dt.date.fromisoformat(text)


def a_user(username, name=None, **fields):
    return User.objects.create(username=username, name=name or username, password="!", **fields)


def a_capacity(user, role, scope_id=0, realm_id=0, label=""):
    return Capacity.objects.create(
        user=user, role=role, scope_id=scope_id, realm_id=realm_id, scope_label=label, starts_on=LONG_AGO
    )


def acting(capacity, today="2026-06-01"):
    """The actor of a capacity."""
    return actor_for(capacity.user_id, day(today), capacity.pk)


def a_mandate(congress, number, delegation=None, name=None):
    deputy = Deputy.objects.create(
        code=f"S{number:06}", name=name or f"代表{number}", phone=f"1390000{number:04}"
    )
    return Mandate.objects.create(
        deputy=deputy,
        congress=congress,
        delegation=delegation,
        certificate_no=f"3-{number:03}",
        starts_on=LONG_AGO,
    )


def shipped_calendar():
    """What a migration put in and a transactional test's flush took away."""
    if not Day.objects.exists():
        import_module("minqiao.foundation.workdays.migrations.0002_years_2023_to_2026").load(apps, None)
        forget_calendar()


def a_world(deputies=5):
    """Everything a suggestion needs on its way: w.congress, w.units, w.mandates, w.deputy, w.affairs, …"""
    shipped_calendar()
    area = Area.objects.get_or_create(code="520500000000", defaults={"name": "毕节市", "level": "city"})[0]
    congress = Congress.objects.create(
        area=area,
        level="prefecture",
        name="毕节市第三届人民代表大会",
        standing_committee="毕节市人民代表大会常务委员会",
        government="毕节市人民政府",
        term=3,
        starts_on=LONG_AGO,
    )
    session = Session.objects.create(
        congress=congress,
        number=5,
        name="毕节市第三届人民代表大会第五次会议",
        opens_on=day("2026-03-03"),
        closes_on=day("2026-03-08"),
    )
    delegation = Delegation.objects.create(congress=congress, name="七星关代表团")
    mandates = [a_mandate(congress, number, delegation) for number in range(1, deputies + 1)]
    units = {code: _unit(code, *words) for code, *words in UNITS}
    world = SimpleNamespace(
        area=area, congress=congress, session=session, delegation=delegation, mandates=mandates, units=units
    )
    _people(world)
    return world


def _unit(code, name, short_name, word, duty):
    unit = Unit.objects.create(
        code=code,
        name=name,
        short_name=short_name,
        kind="government",
        reply_word=word,
        contact_phone="0857-8220000",
    )
    UnitDuty.objects.create(unit=unit, words=duty)
    return unit


def a_court(world):
    """A court with everybody who speaks for it, world.officer["J01"] and so on: no unit of the government."""
    unit = _unit("J01", "毕节市中级人民法院", "市中级人民法院", "毕中法", "审判执行")
    Unit.objects.filter(pk=unit.pk).update(kind="court")
    unit.kind = "court"
    world.units["J01"] = unit
    _unit_people(world, world.congress.pk, {"J01": unit})
    return unit


def _people(world):
    """A user and an actor for every part played; units: world.officer["A14"] and so on."""
    realm = world.congress.pk
    offices = {
        "affairs": Role.DEPUTY_AFFAIRS,
        "secretariat": Role.SECRETARIAT,
        "gov": Role.GOV_OFFICE,
        "gov_leader": Role.GOV_LEADER,
    }
    for name, role in offices.items():
        setattr(world, name, acting(a_capacity(a_user(name), role, realm, realm)))
    for number, mandate in enumerate(world.mandates, 1):
        mandate.deputy.user = a_user(f"daibiao{number}", mandate.deputy.name)
        mandate.deputy.save()
    world.deputies = [
        acting(a_capacity(one.deputy.user, Role.DEPUTY, one.pk, realm, "七星关代表团"))
        for one in world.mandates
    ]
    world.deputy = world.deputies[0]
    committee = Committee.objects.create(
        congress=world.congress, name="农业与农村委员会", short_name="农委", kind="special"
    )
    more = {
        "chairs": (Role.CHAIRS_COUNCIL, world.mandates[-1].pk, realm),
        "member": (Role.COMMITTEE_MEMBER, world.mandates[-1].pk, realm),
        "committee": (Role.SPECIAL_COMMITTEE, committee.pk, realm),
        "system_admin": (Role.SYSTEM_ADMIN, 0, 0),
        "security_admin": (Role.SECURITY_ADMIN, 0, 0),
        "auditor": (Role.AUDITOR, 0, 0),
    }
    for name, (role, scope, of) in more.items():
        setattr(world, name, acting(a_capacity(a_user(name), role, scope, of)))
    _unit_people(world, realm)


def _unit_people(world, realm, units=None):
    """Officer, deputy head and principal of every unit (or of these)."""
    for kind, role in (
        ("officer", Role.UNIT_OFFICER),
        ("head", Role.UNIT_DEPUTY_HEAD),
        ("principal", Role.UNIT_PRINCIPAL),
    ):
        people = {
            code: acting(
                a_capacity(a_user(f"{kind}-{code}", f"{unit.short_name}{kind}"), role, unit.pk, realm)
            )
            for code, unit in (units or world.units).items()
        }
        setattr(world, kind, getattr(world, kind, {}) | people)


# A suggestion at each place of its way, made by the real acts:

TEXT = {
    "title": "关于修复威宁路破损路段的建议",
    "topic": "urban",
    "facts": "威宁路三公里路面破损，雨天积水，学生上学不便。",
    "requests": ["尽快修复破损路面", "完善排水设施"],
    "source": "reception",
    "consent_public": True,
}


def a_draft(world, when="2026-03-05", by=None, **words):
    return drafting.draft(actor=by or world.deputy, at=at(when), **(TEXT | words))


def a_submitted(world, when="2026-03-05", by=None, **words):
    found = a_draft(world, when, by, **words)
    return drafting.submit(found, actor=by or world.deputy, at=at(when))


def a_registered(world, when="2026-03-10", is_hard=False, submitted="2026-03-05", by=None, **words):
    found = a_submitted(world, submitted, by, **words)
    return office.register(found, actor=world.affairs, at=at(when), is_hard=is_hard)


def an_assigned(world, on="2026-03-20", **words):
    found = a_registered(world, **words)
    return office.assign(found, actor=world.affairs, at=at(on), assigned_on=day(on))


def a_dispatched(world, on="2026-03-20", lead="A14", assist=(), **words):
    """A dispatched suggestion; answers (suggestion, its handlings by unit code)."""
    found = an_assigned(world, on, **words)
    role = "lead" if assist else "sole"
    units = [(world.units[lead], role, ""), *[(world.units[code], "assist", "") for code in assist]]
    office.dispatch(found, actor=world.gov, at=at(on), units=units)
    return found, handlings_of(found)


def handlings_of(suggestion):
    """The handlings of a suggestion by unit code, as the pages load them."""
    rows = list(suggestion.handlings.select_related("unit", "reply__evaluation", "opinion").order_by("pk"))
    for row in rows:
        row.suggestion, row.fellows = suggestion, rows
    return {row.unit.code: row for row in rows}


def a_contact(world, row, on="2026-04-02", code="A14"):
    words = {"stage": "before", "on": day(on), "way": "visit", "who": "副局长", "content": "现场听取意见"}
    return handling.contact(row, actor=world.officer[code], at=at(on), **words)


REPLY = {
    "opening": "",
    "answers": ["已列入今年养护计划。", "同步改造排水沟。"],
    "category": "B",
    "closing": "",
    "contact_name": "王科",
    "contact_phone": "0857-8220001",
    "disclosure": "full",
    "disclosure_ground": "",
}


def to_signing(world, row, when="2026-05-20", code="A14", promises=(), **words):
    """From a signed-for handling to the principal's desk."""
    replying.draft_reply(row, actor=world.officer[code], at=at(when), promises=promises, **(REPLY | words))
    replying.submit_reply(row, actor=world.officer[code], at=at(when))
    replying.check_format(row, actor=world.head[code], at=at(when))
    replying.pass_review(row, actor=world.gov, at=at(when))
    return row


def a_replied(world, when="2026-05-20", on="2026-03-20", promises=(), **words):
    """A replied suggestion of one unit; answers (suggestion, handling)."""
    found, rows = a_dispatched(world, on, **words)
    row = rows["A14"]
    handling.sign_for(row, actor=world.officer["A14"], at=at(on))
    a_contact(world, row)
    to_signing(world, row, when, promises=promises)
    replying.issue(row, actor=world.principal["A14"], at=at(when))
    return found, row


GRADES = {
    "attitude": "satisfied",
    "result": "satisfied",
    "was_contacted": ["before"],
    "category_is_true": True,
    "words": "",
    "objection": "",
}


def an_evaluated(world, when="2026-05-25", **grades):
    found, row = a_replied(world)
    replying.evaluate(row, actor=world.deputy, at=at(when), **(GRADES | grades))
    return found, row
