"""A work file whose lead item is withdrawn, and what several units of one matter are told apart by."""

import pytest

from minqiao.duties.suggestions.actions import handling, leaving, merging, office, returning
from minqiao.duties.suggestions.queries.file import case_file
from minqiao.duties.suggestions.tasks import remind_of_dates
from minqiao.foundation.trail.models import Event
from minqiao.overviews.notifications.models import Message
from tests.factories import a_contact, a_dispatched, an_assigned, at, day, handlings_of

pytestmark = pytest.mark.django_db


def a_file(world, assist=(), confidential=False):
    """3-5-001 leads, 3-5-002 of another deputy goes with it."""
    lead = an_assigned(world, request_confidential=confidential)
    member = an_assigned(world, by=world.deputies[1], title="关于威宁路积水的建议")
    merging.merge(member, actor=world.affairs, at=at("2026-03-21"), lead=lead)
    role = "lead" if assist else "sole"
    units = [(world.units["A14"], role, ""), *[(world.units[code], "assist", "") for code in assist]]
    return lead, member, units


def dispatched(world, **more):
    lead, member, units = a_file(world, **more)
    office.dispatch(lead, actor=world.gov, at=at("2026-03-22"), units=units)
    member.refresh_from_db()
    return lead, member


def withdrawn(world, lead, when="2026-04-20"):
    lead.refresh_from_db()
    leaving.ask_withdraw(lead, actor=world.deputy, at=at(when), reason="已经解决")
    leaving.withdraw(lead, actor=world.deputy, at=at(when))


def test_a_member_that_waited_for_it_is_dispatched_on_its_own(world):
    lead, member, units = a_file(world)
    Message.objects.all().delete()
    withdrawn(world, lead)
    member.refresh_from_db()
    assert (member.merged_into, member.state) == (None, "assigned")
    told = Message.objects.filter(case_id=member.pk).values_list("user_id", "words")
    assert list(told) == [(world.deputies[1].user_id, "取消并案，单独办理：3-5-002 关于威宁路积水的建议")]
    split = Event.objects.get(action="split")
    assert (split.name, split.note) == ("系统时钟", "3-5-001已撤回，单独办理")
    office.dispatch(member, actor=world.gov, at=at("2026-04-21"), units=units)
    assert member.state == "dispatched"


def test_an_opinion_goes_to_every_item_of_the_file(world):
    lead, member = dispatched(world, assist=("A08",))
    row = handlings_of(lead)["A08"]
    handling.sign_for(row, actor=world.officer["A08"], at=at("2026-03-23"))
    words = {"text": "资金可以安排", "signer": "局长"}
    handling.send_opinion(row, actor=world.officer["A08"], at=at("2026-04-16"), **words)
    follower = handlings_of(member)["A08"]
    assert (follower.state, follower.replied_on) == ("opinion_sent", day("2026-04-16"))
    told = Message.objects.filter(words__startswith="收到会办意见").values_list("user_id", "case_id")
    assert set(told) == {(world.officer["A14"].user_id, one.pk) for one in (lead, member)}
    withdrawn(world, lead)
    alone = handlings_of(member)["A08"]
    assert (alone.opinion.text, alone.opinion.sent_on, row.opinion.handling_id) == (
        "资金可以安排", day("2026-04-16"), row.pk,
    )  # fmt: skip


def test_what_was_asked_on_the_lead_item_stands_for_the_others(world):
    lead, member = dispatched(world)
    row = handlings_of(lead)["A14"]
    words = {"reason": "不属于本单位职责范围", "duty_basis": "三定规定", "approved_by": "局长"}
    returning.request_return(row, actor=world.officer["A14"], at=at("2026-03-25"), **words)
    withdrawn(world, lead, "2026-03-26")
    alone = handlings_of(member)["A14"]
    returning.agree_return(alone, actor=world.affairs, at=at("2026-04-07"), to_unit=world.units["A11"])
    asked = alone.returns.get()
    assert (asked.reason, asked.state, asked.successor.unit.code) == (words["reason"], "agreed", "A11")


def test_an_extension_asked_on_the_lead_item_is_decided_for_the_other(world):
    lead, member = dispatched(world)
    row = handlings_of(lead)["A14"]
    handling.sign_for(row, actor=world.officer["A14"], at=at("2026-03-23"))
    a_contact(world, row, "2026-03-25")
    a_contact(world, handlings_of(member)["A14"], "2026-03-25")
    asked = {"reason": "征地", "done_so_far": "勘察"}
    handling.request_extension(row, actor=world.officer["A14"], at=at("2026-04-15"), **asked)
    withdrawn(world, lead)
    alone = handlings_of(member)["A14"]
    handling.approve_extension(alone, actor=world.affairs, at=at("2026-04-21"))
    found = alone.extensions.get()
    assert (found.state, found.old_due_on, alone.due_on) == ("approved", day("2026-06-22"), day("2026-09-20"))


def test_the_end_of_a_confidential_item_does_not_name_its_proposer(world):
    lead, _ = dispatched(world, confidential=True)
    withdrawn(world, lead)
    seen = case_file(world.officer["A14"], lead.pk, day("2026-04-21"))
    ends = [
        (event.action, event.name) for event in seen.events if event.action in ("withdraw", "end_handling")
    ]
    assert ends == [("withdraw", "提出人"), ("end_handling", "提出人")]


def test_two_late_units_of_one_matter_are_told_apart(world):
    found, _ = a_dispatched(world, assist=("A08",))
    Message.objects.all().delete()
    remind_of_dates(at("2026-06-30"))
    told = (
        Message.objects.filter(user_id=world.affairs.user_id).order_by("pk").values_list("words", flat=True)
    )
    assert list(told) == [
        f"{unit}已经超过期限没有办理：{found.number} {found.title}" for unit in ("市交通运输局", "市财政局")
    ]
