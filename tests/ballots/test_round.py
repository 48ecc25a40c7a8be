"""The refusals of a vote: quorum, paper that does not add up, heaps that cannot be, a measure that stands."""

import pytest
from django.db import IntegrityError, transaction

from minqiao.foundation.rulebook.models import LocalRule
from minqiao.foundation.rulebook.queries import forget_rules
from minqiao.foundation.trail.models import Event
from minqiao.instruments.ballots.actions import closing, counting, preparing
from minqiao.instruments.ballots.forms.before import Prepare, Settle
from minqiao.instruments.ballots.models import HeapEntry, Round
from minqiao.instruments.ballots.queries.checking import fault_in_votes
from minqiao.instruments.papers.models import Paper
from minqiao.kit.workflow import Refused
from minqiao.overviews.notifications.models import Message
from tests.ballots import stages
from tests.factories import a_capacity, a_user, at, day

pytestmark = pytest.mark.django_db
NOON = at("2026-06-01 12:00")


def test_no_ballot_is_handed_out_below_the_quorum(world):
    row = stages.ready(world)
    words = {"all_deputies": 565, "present": 376, "printed": 560}
    with pytest.raises(Refused, match="到会376人，不足法定人数377人，不能投票") as caught:
        preparing.open_vote(row, actor=world.affairs, at=NOON, **words)
    assert caught.value.basis.endswith("第十四条：有三分之二以上的代表出席，始得举行")
    preparing.open_vote(row, actor=world.affairs, at=NOON, **words | {"present": 377})
    assert (row.state, row.present) == ("voting", 377)


@pytest.mark.parametrize(
    ("numbers", "why"),
    [
        ((541, 542, 0), "收回542张，多于发出541张：请再清点；确实如此的，由总监票人宣布本次投票无效"),
        ((542, 540, 0), "发出542张，多于到会541人，请再清点"),
        ((541, 540, 20), "发出和更换合计561张，多于印制560张"),
    ],
)
def test_paper_that_does_not_add_up(world, numbers, why):
    row = stages.opened(world)
    words = dict(zip(("issued", "returned", "spoiled"), numbers, strict=True))
    with pytest.raises(Refused, match=why):
        counting.close(row, actor=world.deputies[1], at=NOON, **words)
    assert stages.again(world, row).state == "voting"


def test_issue_and_return_are_on_record(world):
    row = stages.closed(world)
    assert (row.issued, row.returned, row.not_returned, row.spoiled, row.unused) == (541, 540, 1, 2, 17)
    counting.correct(row, actor=world.deputies[3], at=NOON, issued=541, returned=539, spoiled=2)
    assert row.not_returned == 2


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"ballots": 541}, "本堆541张、废票2张，与收回540张不能同时成立"),
        ({"void": 401}, "本堆400张、废票401张，与收回540张不能同时成立"),
        ({"ballots": 9, "void": 0}, "一堆不少于10张，以免从少数选票认出填票人；请并入另一堆"),
        ({"void": 3}, "“A”赞成386、反对3、弃权9，合计398，不等于有效票397"),
        ({"approvals": [1]}, "票数应与选票上的12个项目一一对应"),
    ],
)
def test_a_heap_that_cannot_be(world, changed, why):
    row = stages.closed(world)
    with pytest.raises(Refused, match=why):
        counting.enter(row, actor=world.officer["A14"], at=NOON, **stages.heap(1) | changed)
    assert HeapEntry.objects.count() == 0


def test_more_approvals_than_the_ballots_of_a_heap_can_bear(world):
    row = stages.closed(world)
    words = stages.heap(1, L=163)  # 3963 + 20 marks on 398 ballots of ten
    with pytest.raises(Refused, match="赞成票合计3983，多于有效票398张×10项=3980"):
        counting.enter(row, actor=world.officer["A14"], at=NOON, **words)


def test_every_ballot_is_counted_by_both(world):
    row = stages.closed(world)
    counting.enter(row, actor=world.officer["A14"], at=NOON, **stages.heap(1))
    row = stages.again(world, row)
    assert row.disagreement() == "第1堆还只有一名计票人录入"
    counting.enter(row, actor=world.officer["A08"], at=NOON, **stages.heap(1))
    row = stages.again(world, row)
    with pytest.raises(Refused, match="已录入400张，收回540张，还差140张"):
        counting.agree(row, actor=world.deputies[1], at=NOON)


def test_a_heap_under_a_wrong_number_is_struck_out(world):
    row = stages.closed(world)
    counting.enter(row, actor=world.officer["A14"], at=NOON, **stages.heap(1) | {"heap": 7})
    row = stages.again(world, row)
    with pytest.raises(Refused, match="您没有录入过第1堆"):
        counting.strike(row, actor=world.officer["A14"], at=NOON, heap=1)
    counting.strike(row, actor=world.officer["A14"], at=NOON, heap=7)
    assert HeapEntry.objects.count() == 0


def test_a_recount_takes_the_signatures_back(world):
    row = stages.signed(world)
    counting.recount(row, actor=world.deputies[2], at=NOON, note="发现一堆未开封")
    row = stages.again(world, row)
    assert (row.state, row.seal, row.result) == ("counting", "", {})
    assert {one.signed_at for one in row.officials.all()} == {None}


def test_nobody_signs_twice_and_a_hand_written_name_is_noted_by_the_chief(world):
    row = stages.agreed(world)
    closing.sign(row, actor=world.officer["A14"], at=NOON)
    row = stages.again(world, row)
    with pytest.raises(Refused, match="您已经签字"):
        closing.sign(row, actor=world.officer["A14"], at=NOON)
    for one in [one for one in row.officials.all() if one.post != "chief" and not one.signed_at]:
        closing.sign_on_paper(row, actor=world.deputies[3], at=NOON, official=one, note="设备故障")
    row = stages.sealed(world, stages.again(world, row))
    people = Paper.objects.get(kind="count_sheet").facts["blocks"][-2]["rows"]
    assert people[2][1]["text"] == ("代表2（纸面签字） 2026-06-01 12:00；代表3（纸面签字） 2026-06-01 12:00")


def test_a_count_changed_behind_the_signatures_is_not_sealed(world):
    row = stages.signed(world)
    entry = HeapEntry.objects.filter(number=2).first()
    entry.votes["A"] |= {"for": 100}
    entry.save()
    with pytest.raises(Refused, match="合计503，不等于有效票537"):
        closing.seal(stages.again(world, row), actor=world.deputies[3], at=NOON)


@pytest.mark.parametrize("what", ["entry", "result", "outcome"])
def test_verify_names_a_sealed_vote_that_was_touched(world, what):
    row = stages.sealed(world)
    assert fault_in_votes() == ""
    if what == "entry":
        entry = HeapEntry.objects.filter(number=2).first()
        entry.votes["A"]["for"] += 1
        entry.save()
        why = "封存的票数与计票人录入的合计不符"
    else:
        part = row.result["sheet"] if what == "result" else row.result["outcome"]
        part["threshold" if what == "outcome" else "present"] = 540
        Round.objects.filter(pk=row.pk).update(result=row.result)
        why = "封存的结果与校验值不符"
    assert fault_in_votes() == f"2027年民生实事项目（编号{row.pk}）：{why}"


def test_a_void_vote_is_held_again_with_all_its_items(world):
    row = stages.voided(world)
    second = closing.vote_again(row, actor=world.affairs, at=NOON)
    second = stages.again(world, second)
    assert (row.state, second.turn, second.seats, second.items) == ("followed", 2, 10, row.items)
    assert [one.post for one in second.officials.all()] == [one.post for one in row.officials.all()]
    assert list(Paper.objects.filter(subject_id=second.pk).values_list("kind", flat=True)) == [
        "vote_ballot",
        "tally_sheet",
    ]


def test_where_the_place_leaves_a_tie_to_the_presidium(world):
    row = stages.tied(world)
    with pytest.raises(Refused, match="按票决办法不需要再次投票"):
        closing.vote_again(row, actor=world.affairs, at=NOON)
    with pytest.raises(Refused, match="应在同票的项目中确定1项"):
        closing.decide_tie(row, actor=world.affairs, at=NOON, items=["A"], note="主席团")
    closing.decide_tie(row, actor=world.affairs, at=NOON, items=["K"], note="主席团第三次会议")
    closing.announce(stages.again(world, row), actor=world.affairs, at=NOON)
    listed = [block["text"] for block in Paper.objects.get(kind="vote_result").facts["blocks"]]
    assert listed[-2] == "10. K"


def test_the_rules_stand_as_they_were_when_the_measure_was_passed(world):
    row = stages.ready(world)
    LocalRule.objects.create(
        key="vote.threshold", place="520500000000", value="majority_of_present", basis="办法", source="文",
        level="city", valid_from=day("2026-05-30"), changed_by="代工委", changed_at=at("2026-05-30"),
    )  # fmt: skip
    forget_rules()
    outcome = stages.agreed(world, stages.entered(world, stages.closed(world, row))).result["outcome"]
    assert outcome["threshold"] == 283
    later = stages.prepared(world, title="另一次")
    preparing.settle(later, actor=world.affairs, at=at("2026-06-02"), **stages.users(world))
    assert stages.again(world, later).measure.threshold == "majority_of_present"


def test_taken_back_the_printed_papers_are_void(world):
    row = stages.ready(world)
    preparing.take_back(row, actor=world.affairs, at=NOON, note="项目名称有误")
    assert set(Paper.objects.values_list("kind", "state")) == {
        ("vote_measure", "void"), ("vote_ballot", "void"), ("tally_sheet", "void"),
    }  # fmt: skip
    row = stages.again(world, row)
    words = stages.WORDS | {"items": ["B", "A"], "seats": 1}
    preparing.change(row, actor=world.affairs, at=NOON, **words)
    row = stages.again(world, row)
    preparing.settle(row, actor=world.affairs, at=NOON, **stages.users(world))
    assert (row.items, Paper.objects.filter(edition=2, state="issued").count()) == (["B", "A"], 3)


def settle_form(world, **changed):
    names = {"first_teller": "officer-A14", "second_teller": "officer-A08", "chief": "代表4"}
    data = names | {"scrutineers": ["代表2", "daibiao3"]} | changed
    return Settle(data, subject=None, actor=world.affairs, on=day("2026-05-29"))


def test_officials_are_named_by_name_or_user_name(world):
    form = settle_form(world)
    assert form.is_valid(), form.errors
    assert [one.name for one in form.cleaned_data["scrutineers"]] == ["代表2", "代表3"]


@pytest.mark.parametrize(
    ("changed", "field", "why"),
    [
        ({"chief": "代表2"}, "__all__", "代表2担任了两项职责；计票人、监票人、总监票人不能互相兼任"),
        ({"chief": "officer-A03"}, "chief", "没有找到“officer-A03”：应为本级人大代表，请填写姓名或者登录名"),
        (
            {"first_teller": "auditor"},
            "first_teller",
            "没有找到“auditor”：应为本级有账号的人员，请填写姓名或者登录名",
        ),
        (
            {"scrutineers": ["某人"]},
            "scrutineers",
            "第1条：没有找到“某人”：应为本级人大代表，请填写姓名或者登录名",
        ),
        ({"scrutineers": []}, "scrutineers", "请至少填写一条"),
    ],
)
def test_who_cannot_be_an_official(world, changed, field, why):
    form = settle_form(world, **changed)
    assert (form.is_valid(), list(form.errors[field])) == (False, [why])


def test_of_two_people_of_one_name_the_user_name_tells(world):
    namesake = a_user("tongming", "代表2")
    a_capacity(namesake, "deputy", 99, world.congress.pk)
    assert list(settle_form(world).errors["scrutineers"]) == ["第1条：有2位“代表2”，请改填登录名"]


def test_what_is_put_on_a_ballot(world):
    form = Prepare(stages.WORDS | {"items": ["A", "A"], "seats": 3}, actor=world.affairs)
    assert (form.is_valid(), form.errors["items"]) == (False, ["有重复的项目"])
    form = Prepare(stages.WORDS | {"items": ["A", "B"], "seats": 3}, actor=world.affairs)
    assert (form.is_valid(), form.errors["seats"]) == (False, ["应选3项，候选只有2项"])


def test_one_case_has_one_vote_at_a_time(world):
    row = preparing.prepare(
        actor=world.affairs, at=NOON, items=["A"], seats=1, owner=world.session, **stages.WORDS
    )
    with pytest.raises(Refused, match="这一事项已经有一次票决"):
        preparing.prepare(
            actor=world.affairs, at=NOON, items=["A"], seats=1, owner=world.session, **stages.WORDS
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        Round.objects.create(
            congress=world.congress, title="x", meeting="y", seats=1, owner_type=row.owner_type,
            owner_id=row.owner_id,
        )  # fmt: skip
    closing.call_off(row, actor=world.affairs, at=NOON, note="会期调整")
    assert preparing.prepare(
        actor=world.affairs, at=NOON, items=["A"], seats=1, owner=world.session, **stages.WORDS
    )


def test_only_the_staff_prepares(world):
    with pytest.raises(Refused, match="票决由代表工作委员会或者大会秘书处准备"):
        preparing.prepare(actor=world.gov, at=NOON, items=["A"], seats=1, **stages.WORDS)


def test_messages_say_that_and_never_what(world):
    stages.sealed(world)
    told = {(one.user.username, one.words) for one in Message.objects.select_related("user")}
    assert {who for who, words in told if "请签字" in words} == {
        "officer-A14", "officer-A08", "daibiao3", "daibiao4",
    }  # fmt: skip
    assert {who for who, words in told if "已封存" in words} == {"affairs", "secretariat"}
    assert [words for _, words in told if any(str(number) in words for number in stages.VOTES.values())] == []
    assert Event.objects.filter(action="seal").count() == 1
