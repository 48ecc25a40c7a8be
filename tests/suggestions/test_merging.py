"""One work file for near-same suggestions: one handling, a letter and an evaluation for each."""

import pytest
from django.urls import reverse

from minqiao.duties.suggestions.actions import handling, leaving, merging, office, replying, returning, rounds
from minqiao.duties.suggestions.forms.merging import Merge
from minqiao.foundation.accounts.models import User
from minqiao.instruments.papers.models import Paper
from minqiao.instruments.papers.queries import papers_of
from minqiao.instruments.papers.rules import from_facts
from minqiao.kit.workflow import Refused
from tests.factories import GRADES, a_contact, an_assigned, at, day, handlings_of, to_signing

pytestmark = pytest.mark.django_db
SECOND = {"title": "关于威宁路积水的建议", "requests": ["解决积水"]}


def refused(act, *args, **kwargs):
    with pytest.raises(Refused) as refusal:
        act(*args, **kwargs)
    return refusal.value.why


def a_file(world):
    """3-5-001 leads, 3-5-002 of another deputy goes with it; both assigned, dispatched to one unit."""
    lead = an_assigned(world)
    member = an_assigned(world, by=world.deputies[1], **SECOND)
    merging.merge(member, actor=world.affairs, at=at("2026-03-21"), lead=lead)
    office.dispatch(lead, actor=world.gov, at=at("2026-03-22"), units=[(world.units["A14"], "sole", "")])
    member.refresh_from_db()
    return lead, member, handlings_of(lead)["A14"]


def twin(member, code="A14"):
    return handlings_of(member)[code]


def answered(world, promises=()):
    lead, member, row = a_file(world)
    handling.sign_for(row, actor=world.officer["A14"], at=at("2026-03-23"))
    a_contact(world, row)
    a_contact(world, twin(member))
    to_signing(world, row, promises=promises)
    replying.issue(row, actor=world.principal["A14"], at=at("2026-05-20"))
    for one in (lead, member):
        one.refresh_from_db()
    return lead, member, row


def test_a_member_is_dispatched_with_its_lead_item_and_only_so(world):
    lead, member, row = a_file(world)
    assert (member.state, member.handled_by, twin(member).works_with_id) == (
        "dispatched", "市交通运输局", row.pk,
    )  # fmt: skip
    other = an_assigned(world, title="关于路灯的建议")
    merging.merge(other, actor=world.affairs, at=at("2026-03-23"), lead=an_assigned(world, title="另一件"))
    units = [(world.units["A14"], "sole", "")]
    why = refused(office.dispatch, other, actor=world.gov, at=at("2026-03-24"), units=units)
    assert why == "已并入3-5-004一并办理，请在该件上操作"
    assert [one.number for one in lead.merged.all()] == ["3-5-002"]


def test_what_the_unit_does_is_done_for_all(world):
    _, member, row = a_file(world)
    why = refused(handling.sign_for, twin(member), actor=world.officer["A14"], at=at("2026-03-23"))
    assert why == "已并入3-5-001一并办理，请在该件上操作"
    handling.sign_for(row, actor=world.officer["A14"], at=at("2026-03-23"))
    followed = twin(member)
    member.refresh_from_db()
    assert (followed.state, followed.signed_on, followed.return_due_on, member.state) == (
        "signed", day("2026-03-23"), day("2026-03-30"), "handling",
    )  # fmt: skip


def test_each_has_its_letter_and_its_number(world):
    lead, member, _ = answered(world, promises=(("修复路面", day("2026-11-30")),))
    letters = [_letter(one) for one in (lead, member)]
    assert [one.number for one in letters] == ["毕交函〔2026〕1号", "毕交函〔2026〕2号"]
    assert [one.addressee for one in letters] == ["代表1代表", "代表2代表"]
    assert letters[1].title == "关于毕节市第三届人民代表大会第五次会议第3-5-002号建议的答复"
    texts = [block.text for block in letters[1].blocks]
    assert texts[0] == (
        "您提出的《关于威宁路积水的建议》收悉，与第3-5-001号建议《关于修复威宁路破损路段的建议》内容相近，"
        "经研究并案办理。感谢您对我们工作的关心和支持。现一并答复如下："
    )
    assert texts[1:] == [block.text for block in letters[0].blocks][1:]
    states = [(one.state, one.replied_on, one.result_category) for one in (lead, member)]
    assert states == [("replied", day("2026-05-20"), "B")] * 2
    assert (lead.commitment_state, member.commitment_state) == ("tracking", "tracking")


def _letter(found):
    paper = next(one for one in papers_of(found) if one.kind == "reply_letter")
    return from_facts(Paper.objects.get(pk=paper.pk).facts)


def test_every_proposer_is_heard_before_the_letter(world):
    _, member, row = a_file(world)
    handling.sign_for(row, actor=world.officer["A14"], at=at("2026-03-23"))
    a_contact(world, row)
    to_signing(world, row)
    why = refused(replying.issue, row, actor=world.principal["A14"], at=at("2026-05-20"))
    assert why == "并案的3-5-002还没有联系代表的记录，不能签发；请先联系代表并登记"
    a_contact(world, twin(member))
    replying.issue(row, actor=world.principal["A14"], at=at("2026-05-20"))
    assert twin(member).state == "replied"


def test_each_evaluates_for_himself_and_a_redo_stands_alone(world):
    lead, member, row = answered(world)
    replying.evaluate(row, actor=world.deputy, at=at("2026-05-25"), **GRADES)
    wrong = GRADES | {"result": "dissatisfied", "words": "积水没有解决"}
    why = refused(replying.evaluate, twin(member), actor=world.deputy, at=at("2026-05-25"), **wrong)
    assert why == "只有领衔代表本人（或者代表工作委员会凭纸质回执）可以进行此操作"
    replying.evaluate(twin(member), actor=world.deputies[1], at=at("2026-05-25"), **wrong)
    for one in (row, twin(member)):
        replying.release(one, actor=world.affairs, at=at("2026-05-28"))
    alone = twin(member)
    rounds.order_redo(alone, actor=world.affairs, at=at("2026-06-01"), note="解决积水")
    a_contact(world, alone, "2026-06-05")
    to_signing(world, alone, "2026-06-10", answers=["已经疏通。"])
    replying.issue(alone, actor=world.principal["A14"], at=at("2026-06-12"))
    lead.refresh_from_db()
    member.refresh_from_db()
    assert (lead.state, member.state, alone.round) == ("evaluated", "replied", 2)


def test_giving_back_takes_all_along(world):
    lead, member, row = a_file(world)
    handling.sign_for(row, actor=world.officer["A14"], at=at("2026-03-23"))
    words = {"reason": "不属于本单位职责范围", "duty_basis": "三定规定", "approved_by": "局长"}
    returning.request_return(row, actor=world.officer["A14"], at=at("2026-03-25"), **words)
    returning.agree_return(row, actor=world.affairs, at=at("2026-04-07"), to_unit=world.units["A11"])
    new, old = twin(member, "A11"), twin(member)
    member.refresh_from_db()
    assert (old.state, new.state, new.works_with_id) == ("returned", "dispatched", twin(lead, "A11").pk)
    assert (new.due_on, member.due_on, member.handled_by) == (
        day("2026-07-07"), day("2026-07-07"), "市自然资源局",
    )  # fmt: skip


def test_a_withdrawn_lead_item_leaves_the_others_their_own_way(world):
    lead, member, row = a_file(world)
    handling.sign_for(row, actor=world.officer["A14"], at=at("2026-03-23"))
    to_signing(world, row)
    lead.refresh_from_db()
    leaving.ask_withdraw(lead, actor=world.deputy, at=at("2026-05-21"), reason="已经解决")
    leaving.withdraw(lead, actor=world.deputy, at=at("2026-05-21"))
    alone = twin(member)
    assert (alone.state, alone.works_with_id) == ("handling", None)
    a_contact(world, alone)
    to_signing(world, alone, answers=["疏通。"])
    assert alone.state == "reply_signing"


def test_members_must_be_assigned_and_alike(world):
    lead, member = an_assigned(world), an_assigned(world, by=world.deputies[1], **SECOND)
    why = refused(merging.merge, lead, actor=world.affairs, at=at("2026-03-21"), lead=lead)
    assert why == "请选择同一届人民代表大会的另一件建议"
    merging.merge(member, actor=world.affairs, at=at("2026-03-21"), lead=lead)
    third = an_assigned(world, title="第三件")
    why = refused(merging.merge, third, actor=world.affairs, at=at("2026-03-21"), lead=member)
    assert why == "3-5-002已并入3-5-001，请选择3-5-001"
    why = refused(merging.merge, lead, actor=world.affairs, at=at("2026-03-21"), lead=third)
    assert why == "3-5-001是并案的主件，不能再并入别的建议"
    form = Merge(subject=third, actor=world.affairs, on=day("2026-03-21"))
    assert [one.number for one in form.fields["lead"].queryset] == ["3-5-001"]
    merging.split(member, actor=world.affairs, at=at("2026-03-21"))
    assert member.merged_into is None


def test_the_pages_of_a_file_open_and_name_the_lead_item(world, client):
    _, member, _ = answered(world)
    client.force_login(User.objects.get(pk=world.deputies[1].user_id))
    page = client.get(reverse("suggestions:detail", args=[member.pk])).content.decode()
    assert [page.count(words) for words in ("一并办理；本件另有答复", "尽快修复破损路面")] == [1, 1]
    step = reverse("suggestions:handling_step", args=[twin(member).pk, "evaluate"])
    assert client.get(step).content.decode().count("尽快修复破损路面") == 1
