"""A small congress whose suggestions went their whole way by real acts: the originals of the large tables."""

import datetime as dt
from types import SimpleNamespace
from zoneinfo import ZoneInfo

from minqiao.config.bench.texts import texts
from minqiao.duties.suggestions.actions import closing, drafting, handling, office, replying
from minqiao.foundation.accounts.actions.seeding import seed_capacities, seed_users
from minqiao.foundation.accounts.choices import Role
from minqiao.kit.actor import CLOCK, Actor
from minqiao.registry.areas.actions import load_divisions
from minqiao.registry.congress.actions import (
    grant_mandate,
    save_congress,
    save_delegation,
    save_deputy,
    save_session,
)
from minqiao.registry.congress.queries import mandate
from minqiao.registry.units.actions import save_unit
from minqiao.registry.units.queries import active_units

CITY = "520500000000"
PEOPLE = 20  # deputies, one suggestion each
# How far a suggestion has come, by its place in a score: most of an archive is closed.
CLOSED, WITH_THE_UNIT, DISPATCHED, ASSIGNED, ACCEPTED, SUBMITTED = 14, 16, 17, 18, 19, 20
TERM_BEGINS = dt.date(2022, 2, 25)
STAFF = {
    "affairs": Role.DEPUTY_AFFAIRS,
    "gov": Role.GOV_OFFICE,
    "officer": Role.UNIT_OFFICER,
    "head": Role.UNIT_DEPUTY_HEAD,
    "principal": Role.UNIT_PRINCIPAL,
}


def on(month, day, hour=9):
    """A moment of 2026, here."""
    return dt.datetime(2026, month, day, hour, tzinfo=ZoneInfo("Asia/Shanghai"))


def seeded():
    """Build it; the congress, and the actors by name: the staff, and `deputies`."""
    load_divisions(actor=CLOCK, at=on(1, 2))
    keeper = Actor(name="筹备", role=Role.DEPUTY_AFFAIRS, role_label="代表工作委员会")
    facts = {"name": "毕节市第三届人民代表大会", "standing_committee": "毕节市人大常委会"}
    congress = save_congress(
        actor=keeper, at=on(1, 2), area_id=CITY, level="prefecture", government="毕节市人民政府",
        term=3, starts_on=TERM_BEGINS, **facts,
    )  # fmt: skip
    session = {"name": "第三届第六次会议", "opens_on": dt.date(2026, 1, 6), "closes_on": dt.date(2026, 1, 12)}
    save_session(actor=keeper, at=on(1, 2), congress=congress, number=6, **session)
    for number in range(4):
        unit = {
            "code": f"B{number}",
            "name": f"毕节市测试局{number}",
            "kind": "government",
            "reply_word": "毕测",
        }
        save_unit({**unit, "is_active": True}, actor=keeper, at=on(1, 2))
    cast = _cast(congress, keeper)
    _go_the_way(congress, cast)
    return congress, cast


def _cast(congress, keeper):
    """Everyone's account, capacity and actor."""
    delegation = save_delegation(actor=keeper, at=on(1, 2), congress=congress, name="七星关代表团")
    names = [*STAFF, *(f"deputy{number}" for number in range(PEOPLE))]
    users = seed_users(
        [(name, f"人员{name}") for name in names], password="bench-only-82", actor=CLOCK, at=on(1, 2)
    )
    first = active_units()[0]
    scopes = {"affairs": congress.pk, "gov": congress.pk}
    held = [(users[name], role, scopes.get(name, first.pk)) for name, role in STAFF.items()]
    for number in range(PEOPLE):
        deputy = save_deputy(actor=keeper, at=on(1, 2), code=f"D{number}", name=f"代表{number}")
        grant = {"certificate_no": f"C{number}", "delegation": delegation}
        mandate = grant_mandate(deputy, congress, actor=keeper, at=on(1, 2), **grant)
        held.append((users[f"deputy{number}"], Role.DEPUTY, mandate.pk))
    terms = [(user, role, scope, "", congress.pk, TERM_BEGINS) for user, role, scope in held]
    seed_capacities(terms, actor=CLOCK, at=on(1, 2))
    actors = [
        Actor(user.pk, user.name, 0, role, role.label, scope, "", congress.pk, frozenset({(role, scope)}))
        for user, role, scope in held
    ]
    cast = SimpleNamespace(**dict(zip(STAFF, actors, strict=False)))
    cast.deputies = actors[len(STAFF) :]
    return cast


def _go_the_way(congress, cast):
    rows = [_handed_in(cast, number, words) for number, words in enumerate(texts(PEOPLE))]
    accepted = rows[:ACCEPTED]
    for row in accepted:
        office.register(row, actor=cast.affairs, at=on(1, 14), topic="agriculture")
    batch = office.prepare_batch(
        actor=cast.affairs, at=on(1, 20), congress=congress, name="第一批", suggestions=accepted[:ASSIGNED]
    )
    office.issue_batch(batch, actor=cast.affairs, at=on(2, 2), assigned_on=dt.date(2026, 2, 2))
    first, second = active_units()[:2]
    for row in accepted[:DISPATCHED]:
        row.refresh_from_db()
        units = [(first, "lead", ""), (second, "assist", "")]
        office.dispatch(row, actor=cast.gov, at=on(2, 4), units=units)
    for number, row in enumerate(accepted[:WITH_THE_UNIT]):
        _handled(row, cast, cast.deputies[number], is_closed=number < CLOSED)


def _handed_in(cast, number, words):
    """Drafted, joined by two, submitted."""
    author, fellows = cast.deputies[number], [cast.deputies[number - 1], cast.deputies[number - 2]]
    title, body = words
    draft = drafting.draft(
        actor=author, at=on(1, 7), title=title, facts=body, analysis=body,
        requests=["请列入年度计划。", "请明确责任单位和完成时限。"], topic="agriculture", source="study",
    )  # fmt: skip
    mandates = [mandate(fellow.scope_id) for fellow in fellows]
    drafting.invite(draft, actor=author, at=on(1, 7, 10), mandates=mandates)
    for fellow in fellows:
        draft.__dict__.pop("_signer_ids", None)
        drafting.confirm_cosign(draft, actor=fellow, at=on(1, 7, 11))
    return drafting.submit(draft, actor=author, at=on(1, 8))


def _handled(row, cast, author, *, is_closed):
    """What the lead unit does, to the evaluated reply or to the first contacts."""
    part = row.handlings.get(role="lead")
    part.suggestion, part.fellows = row, list(row.handlings.all())
    handling.sign_for(part, actor=cast.officer, at=on(2, 5))
    for stage, day in (("before", 10), ("during", 20)):
        facts = {"stage": stage, "on": dt.date(2026, 2, day), "way": "meeting", "who": "办公室主任"}
        handling.contact(part, actor=cast.officer, at=on(2, day), content="当面听取了意见。", **facts)
        contact = part.contacts.last()
        handling.confirm_contact(part, actor=author, at=on(2, day, 15), contact=contact, state="confirmed")
    if is_closed:
        _answered(part, cast, author)


def _answered(part, cast, author):
    words = {
        "opening": "您提出的建议收悉，现答复如下。",
        "answers": ["已列入年度计划。" * 20, "由我局负责。" * 20],
    }
    contact = {"contact_name": "联系人甲", "contact_phone": "0857-8220000", "disclosure": "full"}
    promises = [("完成改造", dt.date(2026, 10, 30))]
    replying.draft_reply(
        part, actor=cast.officer, at=on(3, 2), category="B", closing="感谢您的关心。", promises=promises,
        **words, **contact,
    )  # fmt: skip
    replying.submit_reply(part, actor=cast.officer, at=on(3, 3))
    replying.check_format(part, actor=cast.head, at=on(3, 4))
    replying.pass_review(part, actor=cast.gov, at=on(3, 5))
    replying.issue(part, actor=cast.principal, at=on(3, 6))
    grades = {"attitude": "satisfied", "result": "basic", "was_contacted": ["meeting"], "words": "希望抓紧。"}
    replying.evaluate(part, actor=author, at=on(3, 16), **grades)
    replying.release(part, actor=cast.affairs, at=on(3, 20))
    closing.close(part.suggestion, actor=cast.affairs, at=on(3, 21))
