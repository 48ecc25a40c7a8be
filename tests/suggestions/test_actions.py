"""Acts off the straight road: co-signers, remarks, separate handling, dates, phones."""

import pytest

from minqiao.duties.suggestions.actions import closing, drafting, handling, office, replying
from minqiao.duties.suggestions.choices import Kind
from minqiao.foundation.trail.models import Event
from minqiao.kit.workflow import Refused
from minqiao.registry.congress.actions import suspend_mandate
from minqiao.registry.congress.queries import mandate_to_change
from tests.factories import (
    GRADES,
    a_capacity,
    a_contact,
    a_dispatched,
    a_draft,
    a_registered,
    acting,
    an_assigned,
    an_evaluated,
    at,
    day,
    handlings_of,
    to_signing,
)

pytestmark = pytest.mark.django_db


def refused(act, *args, **kwargs):
    """The reason an act is refused with."""
    with pytest.raises(Refused) as refusal:
        act(*args, **kwargs)
    return refusal.value.why


def test_nobodys_name_goes_out_unconfirmed(world):
    found = a_draft(world)
    drafting.invite(found, actor=world.deputy, at=at("2026-03-05"), mandates=[world.mandates[1]])
    why = refused(drafting.submit, found, actor=world.deputy, at=at("2026-03-05"))
    assert why == "还有1位受邀代表没有确认联名，请等待确认或者取消邀请"
    drafting.confirm_cosign(found, actor=world.deputies[1], at=at("2026-03-05"))
    drafting.submit(found, actor=world.deputy, at=at("2026-03-05"))
    assert list(found.signings.values_list("state", flat=True)) == ["confirmed"]


def test_changing_the_substance_asks_the_co_signers_again(world):
    found = a_draft(world)
    drafting.invite(found, actor=world.deputy, at=at("2026-03-05"), mandates=[world.mandates[1]])
    drafting.confirm_cosign(found, actor=world.deputies[1], at=at("2026-03-05"))
    drafting.edit(found, actor=world.deputy, at=at("2026-03-05"), wish_units="市交通运输局")
    assert found.signings.get().state == "confirmed"
    drafting.edit(found, actor=world.deputy, at=at("2026-03-05"), facts="换了一件事")
    assert found.signings.get().state == "invited"


def test_a_stranger_cannot_confirm(world):
    found = a_draft(world)
    why = refused(drafting.confirm_cosign, found, actor=world.deputies[2], at=at("2026-03-05"))
    assert why == "只有受邀联名的代表本人可以进行此操作"


def test_a_remark_is_sorted_confirmed_by_its_speaker_and_numbered_apart(world):
    words = {"title": "发言", "facts": "内容", "meeting": "第二代表团会议", "report_debated": "政府工作报告"}
    found = drafting.draft(
        actor=world.secretariat,
        at=at("2026-03-05"),
        signer=world.mandates[1],
        kind=Kind.REVIEW_REMARK,
        **words,
    )
    assert found.state == "noted"
    office.sort(
        found,
        actor=world.secretariat,
        at=at("2026-03-06"),
        title="关于路灯",
        topic="urban",
        requests=["装路灯"],
    )
    why = refused(office.register, found, actor=world.affairs, at=at("2026-03-06"))
    assert why == "当前环节是“待发言人确认”，不能登记"
    drafting.confirm_remark(found, actor=world.deputies[1], at=at("2026-03-07"))
    office.register(found, actor=world.affairs, at=at("2026-03-10"))
    assert (found.number, found.state) == ("3-5-审001", "accepted")


def test_between_sessions_there_is_a_series_of_its_own(world):
    found = a_registered(world, when="2026-04-10", submitted="2026-04-08")
    assert (found.session, found.number) == (None, "3-闭2026-001")


def test_separate_handling_is_replied_only_when_all_parts_are(world):
    found = an_assigned(world)
    units = [(world.units["A14"], "separate", "路面"), (world.units["A11"], "separate", "用地")]
    office.dispatch(found, actor=world.gov, at=at("2026-03-21"), units=units)
    rows = handlings_of(found)
    assert {row.due_on for row in rows.values()} == {day("2026-06-22")}
    for code, row in rows.items():
        handling.sign_for(row, actor=world.officer[code], at=at("2026-03-23"))
        a_contact(world, row, code=code)
        to_signing(world, row, code=code)
    replying.issue(rows["A14"], actor=world.principal["A14"], at=at("2026-05-20"))
    found.refresh_from_db()
    assert (found.state, found.replied_on, found.result_category) == ("handling", None, "")
    replying.issue(rows["A11"], actor=world.principal["A11"], at=at("2026-05-25"))
    found.refresh_from_db()
    assert (found.state, found.replied_on, found.result_category) == ("replied", day("2026-05-25"), "B")


def test_a_unit_may_stand_only_once_and_one_must_lead(world):
    found = an_assigned(world)
    road = world.units["A14"]
    twice = [(road, "lead", ""), (road, "assist", "")]
    why = refused(office.dispatch, found, actor=world.gov, at=at("2026-03-21"), units=twice)
    assert why == "同一个单位只能出现一次"
    why = refused(office.dispatch, found, actor=world.gov, at=at("2026-03-21"), units=[(road, "assist", "")])
    assert why == "请确定一个独办或者主办单位，或者两个以上的分办单位"
    assert found.handlings.count() == 0


def test_assignment_before_registration_is_refused_and_nothing_is_kept(world):
    found = a_registered(world, when="2026-03-10")
    why = refused(
        office.assign, found, actor=world.affairs, at=at("2026-03-20"), assigned_on=day("2026-03-09")
    )
    assert why == "交办日早于3-5-001的登记日（2026-03-10），请核对"
    found.refresh_from_db()
    assert (found.state, found.batch) == ("accepted", None)


def test_a_year_without_its_calendar_is_named_not_guessed(world):
    found = a_registered(world, when="2026-12-01", submitted="2026-11-30")
    why = refused(
        office.assign, found, actor=world.affairs, at=at("2026-12-10"), assigned_on=day("2026-12-10")
    )
    assert why.startswith("2027年工作日历尚未导入")
    found.refresh_from_db()
    assert found.state == "accepted"


def test_a_case_keeps_the_rules_of_its_day(world):
    found, _ = a_dispatched(world)
    assert (found.rules["reply"]["value"], found.rules["reply"]["unit"]) == (3, "months")
    assert found.rules["evaluate"]["basis"] != ""


def test_one_may_not_handle_ones_own_matter_in_another_capacity(world):
    found = an_assigned(world)
    user = world.mandates[0].deputy.user
    twin = acting(a_capacity(user, "gov_office", world.congress.pk, world.congress.pk))
    units = [(world.units["A14"], "sole", "")]
    why = refused(office.dispatch, found, actor=twin, at=at("2026-03-21"), units=units)
    assert why == "您是这件建议的提出人，不能以其他身份办理，请由他人办理"


def test_a_suspended_deputy_may_do_nothing_at_once(world):
    found = a_draft(world)
    capacity = world.mandates[0].deputy.user.capacities.get()
    row = mandate_to_change(world.affairs, world.mandates[0].pk)
    suspend_mandate(row, actor=world.affairs, at=at("2026-03-06"), reason="detained")
    actor = acting(capacity)
    assert actor.role == ""
    assert (
        refused(drafting.submit, found, actor=actor, at=at("2026-03-06")) == "只有领衔代表本人可以进行此操作"
    )


def test_a_dissatisfied_evaluation_keeps_the_case_open(world):
    found, row = an_evaluated(world, result="dissatisfied", words="路还没有修")
    replying.release(row, actor=world.affairs, at=at("2026-05-28"))
    row.reply.refresh_from_db()
    why = refused(closing.close, found, actor=world.affairs, at=at("2026-05-29"))
    assert why == "代表对办理结果不满意，不能办结，应当交承办单位重新办理"


def test_the_trail_knows_that_one_evaluated_never_how(world):
    an_evaluated(world, result="basic", words="进度偏慢", objection="敷衍")
    event = Event.objects.get(action="evaluate")
    assert (event.note, event.label) == ("", "评价")


def test_a_phone_is_shown_to_those_who_must_call_and_the_look_is_on_record(world):
    found, _ = a_dispatched(world)
    assert handling.read_phone(found, actor=world.officer["A14"], at=at("2026-03-24")) == "13900000001"
    why = refused(handling.read_phone, found, actor=world.officer["A03"], at=at("2026-03-24"))
    assert why == "代表电话只供承办人和代表工作委员会办理时查看"
    seen = Event.objects.filter(action="read_phone").values_list("name", flat=True)
    assert list(seen) == ["市交通运输局officer"]


def test_a_closed_case_stays_closed_whatever_an_assisting_unit_still_sends(world):
    found, rows = a_dispatched(world, lead="A14", assist=("A08",))
    for code in ("A14", "A08"):
        handling.sign_for(rows[code], actor=world.officer[code], at=at("2026-03-23"))
    a_contact(world, rows["A14"])
    to_signing(world, rows["A14"])
    replying.issue(rows["A14"], actor=world.principal["A14"], at=at("2026-05-20"))
    replying.evaluate(rows["A14"], actor=world.deputy, at=at("2026-05-21"), **GRADES)
    replying.release(rows["A14"], actor=world.affairs, at=at("2026-05-22"))
    closing.close(found, actor=world.affairs, at=at("2026-05-23"))
    late = handlings_of(found)["A08"]
    words = {"text": "支持", "signer": "局长"}
    why = refused(handling.send_opinion, late, actor=world.officer["A08"], at=at("2026-05-29"), **words)
    assert why == "当前环节是“没有送会办意见”，不能送会办意见"
    found.refresh_from_db()
    assert found.state == "closed"
