"""Off the road: withdrawn, sent on as a letter or upward; and bills that become suggestions."""

import pytest
from django.urls import reverse

from minqiao.duties.suggestions.actions import drafting, leaving, office
from minqiao.duties.suggestions.figures import handling_progress
from minqiao.duties.suggestions.models import Handling
from minqiao.duties.suggestions.queries.dates import near_their_date
from minqiao.foundation.accounts.models import User
from minqiao.instruments.papers.models import Paper
from minqiao.instruments.papers.queries import papers_of
from minqiao.instruments.papers.rules import from_facts
from minqiao.kit.workflow import Refused
from minqiao.overviews.notifications.models import Message
from tests.factories import TEXT, a_dispatched, a_draft, a_replied, a_submitted, at, day

pytestmark = pytest.mark.django_db
REASON = {"reason": "问题已经解决"}


def refused(act, *args, **kwargs):
    with pytest.raises(Refused) as refusal:
        act(*args, **kwargs)
    return refusal.value.why


def a_joint(world):
    """Signed by two, dispatched on 2026-03-20."""
    found = a_draft(world)
    drafting.invite(found, actor=world.deputy, at=at("2026-03-05"), mandates=[world.mandates[1]])
    found.__dict__.pop("_signer_ids", None)
    drafting.confirm_cosign(found, actor=world.deputies[1], at=at("2026-03-05"))
    drafting.submit(found, actor=world.deputy, at=at("2026-03-05"))
    office.register(found, actor=world.affairs, at=at("2026-03-10"))
    office.assign(found, actor=world.affairs, at=at("2026-03-20"), assigned_on=day("2026-03-20"))
    units = [(world.units["A14"], "lead", ""), (world.units["A08"], "assist", "")]
    office.dispatch(found, actor=world.gov, at=at("2026-03-20"), units=units)
    return found


def test_all_signers_agree_then_every_handling_ends(world):
    found = a_joint(world)
    leaving.ask_withdraw(found, actor=world.deputy, at=at("2026-04-01"), **REASON)
    why = refused(leaving.withdraw, found, actor=world.deputy, at=at("2026-04-01"))
    assert why == "还有1位联名代表没有同意撤回"
    why = refused(leaving.agree_withdraw, found, actor=world.deputies[2], at=at("2026-04-02"))
    assert why == "只有受邀联名的代表本人可以进行此操作"
    leaving.agree_withdraw(found, actor=world.deputies[1], at=at("2026-04-02"))
    why = refused(leaving.agree_withdraw, found, actor=world.deputies[1], at=at("2026-04-02"))
    assert why == "您没有需要表示意见的撤回申请"
    leaving.withdraw(found, actor=world.deputy, at=at("2026-04-03"))
    states = set(Handling.objects.values_list("state", flat=True))
    assert (found.state, states) == ("withdrawn", {"withdrawn"})
    assert list(near_their_date(day("2026-07-01"))) == []
    assert Handling.objects.overdue(day("2026-12-31")).count() == 0
    figures = handling_progress(world.officer["A14"], day("2026-04-03"))
    assert (figures["assigned"], figures["overdue"]) == (0, 0)
    told = set(Message.objects.filter(words__startswith="代表已撤回").values_list("user_id", flat=True))
    assert {world.gov.user_id, world.officer["A14"].user_id, world.affairs.user_id} - told == set()


def test_the_unit_and_the_government_may_still_read_what_was_withdrawn(world, client):
    found, _ = a_dispatched(world)
    leaving.ask_withdraw(found, actor=world.deputy, at=at("2026-04-01"), **REASON)
    leaving.withdraw(found, actor=world.deputy, at=at("2026-04-01"))
    for actor in (world.officer["A14"], world.gov):
        client.force_login(User.objects.get(pk=actor.user_id))
        page = client.get(reverse("suggestions:detail", args=[found.pk])).content.decode()
        assert page.count("领衔代表申请撤回：问题已经解决") == 1


def test_a_second_thought_keeps_it_and_asks_anew(world):
    found = a_joint(world)
    leaving.ask_withdraw(found, actor=world.deputy, at=at("2026-04-01"), **REASON)
    leaving.agree_withdraw(found, actor=world.deputies[1], at=at("2026-04-02"))
    leaving.keep_on(found, actor=world.deputy, at=at("2026-04-03"))
    leaving.ask_withdraw(found, actor=world.deputy, at=at("2026-04-04"), **REASON)
    why = refused(leaving.withdraw, found, actor=world.deputy, at=at("2026-04-04"))
    assert why == "还有1位联名代表没有同意撤回"


def a_rule(found, rule):
    found.rules |= rule
    found.save(update_fields=["rules"])


def test_the_rules_of_the_case_decide(world):
    found = a_joint(world)
    a_rule(found, {"joint_withdraw": {"value": "lead"}})
    leaving.ask_withdraw(found, actor=world.deputy, at=at("2026-04-01"), **REASON)
    a_rule(found, {"withdraw_before": {"value": "assignment"}})
    why = refused(leaving.withdraw, found, actor=world.deputy, at=at("2026-04-01"))
    assert why == "本地规则只允许在交办之前撤回"
    a_rule(found, {"withdraw_before": {"value": "any_time"}})
    leaving.withdraw(found, actor=world.deputy, at=at("2026-04-01"))
    assert found.state == "withdrawn"


def test_what_was_answered_is_not_withdrawn(world):
    found, _ = a_replied(world)
    found.refresh_from_db()
    why = refused(leaving.ask_withdraw, found, actor=world.deputy, at=at("2026-05-21"), **REASON)
    assert why == "当前环节是“已答复待评价”，不能申请撤回"


def test_a_text_screened_out_gets_its_notice_and_may_go_on_as_a_letter(world):
    found = a_submitted(world)
    note = "所提是邻里纠纷，建议作为来信转交。"
    office.screen_out(found, actor=world.affairs, at=at("2026-03-08"), ground="personal", note=note)
    paper = next(one for one in papers_of(found) if one.kind == "decision_notice")
    notice = from_facts(Paper.objects.get(pk=paper.pk).facts)
    texts = [block.text for block in notice.blocks]
    assert texts[0] == ("您2026年3月5日提交的《关于修复威宁路破损路段的建议》收悉。经审核，不作为建议处理。")
    assert texts[2] == ("代表本人或者亲属的个人问题。依据：北京市、浙江省、上海市、深圳市、重庆市等条例。")
    assert texts[3] == note
    sent = {"passed_to": "七星关区信访局", "note": "请处理"}
    leaving.send_as_letter(found, actor=world.affairs, at=at("2026-03-09"), **sent)
    assert (found.state, found.passed_to, found.passed_on) == (
        "not_a_suggestion", "七星关区信访局", day("2026-03-09"),
    )  # fmt: skip
    why = refused(leaving.send_as_letter, found, actor=world.affairs, at=at("2026-03-10"), **sent)
    assert why == "已经转送七星关区信访局"


def test_what_is_beyond_this_area_goes_up(world):
    found = a_submitted(world)
    words = {"passed_to": "贵州省第十四届人民代表大会毕节代表团", "note": "属省级事权"}
    leaving.escalate_up(found, actor=world.affairs, at=at("2026-03-08"), **words)
    assert (found.state, found.get_state_display()) == ("escalated", "已转上级")
    assert [one.kind for one in papers_of(found)] == ["decision_notice"]
    assert handling_progress(world.affairs, day("2026-03-09"))["assigned"] == 0


def test_a_bill_becomes_a_suggestion_with_all_its_signers(world):
    found = drafting.convert_bill(
        actor=world.secretariat, at=at("2026-03-06"), signer=world.mandates[0],
        co_signers=world.mandates[:4], bill_number="议3-5-07", bill_decided_on=day("2026-03-06"), **TEXT,
    )  # fmt: skip
    assert (found.kind, found.bill_number, found.bill_decided_on) == (
        "bill_converted", "议3-5-07", day("2026-03-06"),
    )  # fmt: skip
    assert found.signer_ids == {one.pk for one in world.mandates[:4]}
    drafting.submit(found, actor=world.secretariat, at=at("2026-03-06"))
    office.register(found, actor=world.affairs, at=at("2026-03-10"))
    assert (found.number, found.state) == ("3-5-001", "accepted")


def test_a_clerk_enters_a_bill_in_the_browser_and_a_deputy_cannot(world, client):
    client.force_login(User.objects.get(pk=world.affairs.user_id))
    url = reverse("suggestions:new") + "?kind=bill_converted"
    assert client.get(url).content.decode().count("原议案编号") == 1
    words = {
        "signer": world.mandates[0].certificate_no, "bill_number": "议3-5-08",
        "bill_decided_on": "2026-03-06", "co_signers": [world.mandates[1].certificate_no],
        "title": "关于建桥的建议", "topic": "urban",
        "facts": "无桥", "requests": ["建桥"], "source": "reception",
    }  # fmt: skip
    answer = client.post(url, words)
    assert answer.status_code == 302
    page = client.get(answer["Location"]).content.decode()
    assert page.count("由第议3-5-08号议案转来，2026-03-06主席团决定作为代表建议办理。") == 1
    why = refused(
        drafting.convert_bill, actor=world.deputy, at=at("2026-03-06"), signer=None, bill_number="1", **TEXT
    )
    assert why == "议案转建议由大会秘书处或者代表工作委员会登记"
