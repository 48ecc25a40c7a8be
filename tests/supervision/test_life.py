"""A key item from proposal to decision: columns, papers, trail, refusals, at exact dates."""

import pytest
from django.db import IntegrityError, transaction

from minqiao.duties.supervision.actions import answering, leading, proposing
from minqiao.duties.supervision.models import KeyItem, KeySuggestion
from minqiao.foundation.rulebook.models import LocalRule
from minqiao.foundation.rulebook.queries import forget_rules
from minqiao.foundation.trail.models import Event
from minqiao.instruments.papers.models import Paper
from minqiao.kit.workflow import Refused
from tests.factories import a_dispatched, a_registered, at, day
from tests.supervision import stages

pytestmark = pytest.mark.django_db


def papers(item):
    rows = Paper.objects.filter(case_type="supervision.keyitem", case_id=item.pk).order_by("pk")
    return list(rows.values_list("kind", "number", "edition"))


def test_from_proposal_to_acceptance(world):
    item = stages.reported(world)
    assert (item.state, item.number, item.year, item.chosen_on) == (
        "reported",
        "重点2026-01",
        2026,
        day("2026-04-10"),
    )
    words = {"meeting": "市人大常委会第60次主任会议", "decided_on": day("2026-05-30"), "note": "同意办结"}
    answering.accept(item, actor=world.chairs, at=at("2026-05-30"), **words)
    item.refresh_from_db()
    assert (item.state, item.decided_on) == ("done", day("2026-05-30"))
    assert item.decision_note == "市人大常委会第60次主任会议：同意办结"
    assert papers(item) == [
        ("supervision_plan", "毕人常督办函〔2026〕1号", 1),
        ("supervision_report", "毕交呈〔2026〕1号", 1),
    ]
    assert list(item.members.values_list("stands", flat=True)) == [False]
    told = Event.objects.filter(case_type="supervision.keyitem", case_id=item.pk).order_by("seq")
    assert [one.action for one in told] == [
        "propose", "choose", "arrange", "issue_paper", "record_visit", "report", "issue_paper", "accept",
    ]  # fmt: skip


def test_the_choice_stands_on_the_trail_of_each_suggestion(world):
    item = stages.chosen(world)
    suggestion = item.members.get().suggestion
    event = Event.objects.get(case_type="suggestions.suggestion", case_id=suggestion.pk, action="made_key")
    assert (event.label, event.note) == ("列为重点督办", "重点2026-01 农村公路养护")


def test_a_suggestion_stands_under_one_item_at_a_time(world):
    item = stages.proposed(world)
    suggestion = item.members.get().suggestion
    words = {"title": "又一题目", "reasons": stages.REASONS, "suggestions": [suggestion]}
    with pytest.raises(Refused, match=f"{suggestion.number}已在重点督办“农村公路养护”中"):
        proposing.propose(actor=world.committee, at=at("2026-04-04"), **words)
    assert KeyItem.objects.count() == 1
    words = {"meeting": "第42次主任会议", "decided_on": day("2026-04-10"), "note": "列入一般督办"}
    proposing.not_choose(item, actor=world.chairs, at=at("2026-04-10"), **words)
    words = {"title": "又一题目", "reasons": stages.REASONS, "suggestions": [suggestion]}
    again = proposing.propose(actor=world.committee, at=at("2026-04-14"), **words)
    assert again.members.get().suggestion == suggestion


def test_the_database_keeps_one_standing_item_per_suggestion(world):
    item = stages.proposed(world)
    other = stages.proposed(world, title="另一题目")
    with pytest.raises(IntegrityError), transaction.atomic():
        KeySuggestion.objects.create(item=other, suggestion=item.members.get().suggestion)


def test_what_is_not_assigned_cannot_be_supervised(world):
    stages.ready(world)
    words = {"title": "题", "reasons": stages.REASONS, "suggestions": [a_registered(world)]}
    with pytest.raises(Refused, match="还没有交办"):
        proposing.propose(actor=world.builder, at=at("2026-04-03"), **words)


def test_further_suggestions_are_grouped_and_taken_out(world):
    item = stages.arranged(world)
    more, _ = a_dispatched(world, title="关于另一条路的建议")
    proposing.group(item, actor=world.affairs, at=at("2026-05-01"), suggestions=[more])
    assert item.members.count() == 2
    proposing.drop(item, actor=world.affairs, at=at("2026-05-02"), suggestion=more, note="代表已撤回")
    with pytest.raises(Refused, match="只有一件建议，不能移出"):
        proposing.drop(
            item, actor=world.affairs, at=at("2026-05-02"), suggestion=item.members.get().suggestion, note="x"
        )


def test_the_place_may_limit_how_many_are_chosen(world):
    LocalRule.objects.create(
        key="key_item_count", place="520500000000", value=1, basis="主任会议决定", source="文", level="city",
        valid_from=day("2026-01-01"), changed_by="代工委", changed_at=at("2026-01-01"),
    )  # fmt: skip
    forget_rules()
    stages.chosen(world)
    with pytest.raises(Refused, match="2026年已有1件重点督办建议，本地规则为1件"):
        stages.chosen(world, title="关于另一件事的建议")


def test_a_new_arrangement_is_a_new_edition_and_keeps_what_was_held(world):
    item = stages.running(world)
    words = stages.arrangement(world) | {"visits": [("hearing", "听取整改汇报", day("2026-07-10"))]}
    leading.rearrange(item, actor=world.affairs, at=at("2026-06-01"), reason="领导分工调整", **words)
    assert [(one.way, one.held_on) for one in item.visits.all()] == [
        ("visit", day("2026-05-12")),
        ("hearing", None),
    ]
    assert [row[0::2] for row in papers(item)] == [("supervision_plan", 1), ("supervision_plan", 2)]


def test_problems_are_lettered_answered_and_settled_before_it_is_done(world):
    item = stages.running(world)
    one, two = item.problems.all()
    words = {"problems": [one, two], "demand": "请倒排工期。", "due_on": day("2026-07-15")}
    leading.send_letter(item, actor=world.chairs, at=at("2026-06-08"), **words)
    dates = item.problems.values_list("due_on", "lettered_on")
    assert set(dates) == {(day("2026-07-15"), day("2026-06-08"))}
    for problem in item.problems.all():
        answering.answer_problem(
            item, actor=world.officer["A14"], at=at("2026-07-01"), problem=problem, words="已完成"
        )
    settle = {"actor": world.builder, "at": at("2026-07-05"), "note": "现场核对"}
    leading.settle_problem(item, problem=one, is_mended=True, **settle)
    leading.settle_problem(item, problem=two, is_mended=False, **settle)
    with pytest.raises(Refused, match="没有单位已报、等待核查的整改"):
        leading.settle_problem(item, problem=one, is_mended=True, **settle)
    answering.report(item, actor=world.principal["A14"], at=at("2026-07-07"), **stages.REPORT)
    decide = {"actor": world.chairs, "at": at("2026-07-10"), "meeting": "会", "decided_on": day("2026-07-10")}
    with pytest.raises(Refused, match="还有1个问题没有核销整改，不能办结，可以结转继续督办"):
        answering.accept(item, **decide)
    answering.carry_over(item, note="排水沟", report_due_on=day("2027-09-30"), **decide)
    assert (item.state, item.until_year, item.reported_on) == ("carried_over", 2027, None)
    assert list(item.members.values_list("stands", flat=True)) == [True]
    assert [one.pk for one in KeyItem.objects.in_year(2027)] == [item.pk]


def test_a_report_follows_supervision_and_is_the_principals(world):
    item = stages.arranged(world)
    with pytest.raises(Refused, match="当前环节是“已定方案待督办”，不能报告办理情况"):
        answering.report(item, actor=world.principal["A14"], at=at("2026-05-29"), **stages.REPORT)
    item = stages.running(world)
    with pytest.raises(Refused, match="须由牵头承办单位主要负责人签发"):
        answering.report(item, actor=world.officer["A14"], at=at("2026-05-29"), **stages.REPORT)


def test_who_raised_it_does_not_answer_for_the_unit(world):
    item = stages.running(world)
    principal = world.principal["A14"]
    dual = type(principal)(**{**principal.__dict__, "selves": frozenset({("deputy", world.mandates[0].pk)})})
    with pytest.raises(Refused, match="您是其中建议的提出人"):
        answering.report(item, actor=dual, at=at("2026-05-29"), **stages.REPORT)


def test_a_report_sent_back_is_made_again(world):
    item = stages.reported(world)
    words = {"note": "请写明资金", "report_due_on": day("2026-06-30")}
    answering.send_back(item, actor=world.chairs, at=at("2026-06-01"), **words)
    answering.report(item, actor=world.principal["A14"], at=at("2026-06-20"), **stages.REPORT)
    rows = list(item.reports.values_list("round", "returned_note"))
    assert rows == [(1, "请写明资金"), (2, "")]
    assert [row[0::2] for row in papers(item)][1:] == [("supervision_report", 1), ("supervision_report", 2)]
