"""S-4: dissatisfied twice; a redo, a joint study, "closed, not agreed" (domain.md 6)."""

import pytest
from django.db import transaction
from django.urls import reverse

from minqiao.duties.suggestions.actions import closing, handling, replying, rounds
from minqiao.duties.suggestions.figures import satisfaction
from minqiao.duties.suggestions.figures.report import handling_report
from minqiao.duties.suggestions.models import Evaluation
from minqiao.duties.suggestions.queries.file import case_file
from minqiao.duties.suggestions.rules.scope import Scope
from minqiao.foundation.accounts.models import User
from minqiao.foundation.trail.models import Event
from minqiao.foundation.trail.queries import fault_in_trail
from minqiao.instruments.papers.actions import next_serial
from minqiao.instruments.papers.models import Paper
from minqiao.instruments.papers.queries import papers_of
from minqiao.instruments.papers.rules import from_facts
from minqiao.kit.workflow import Refused
from tests.attachments.samples import PDF, upload
from tests.factories import GRADES, a_contact, a_replied, at, day, handlings_of, to_signing

pytestmark = pytest.mark.django_db
WRONG = {"attitude": "satisfied", "result": "dissatisfied", "words": "只说列入计划，没有说哪一年修"}
STILL = {"attitude": "basic", "result": "dissatisfied", "words": "仍然没有资金安排"}


def refused(act, *args, **kwargs):
    with pytest.raises(Refused) as refusal:
        act(*args, **kwargs)
    return refusal.value.why


@pytest.fixture
def case(world):
    """No. 041: replied on 2026-06-05, graded on 2026-06-10, the grade not yet released."""
    with transaction.atomic():
        for _ in range(40):
            next_serial(f"suggestions/{world.congress.pk}/{world.session.number}")
    found, row = a_replied(world, "2026-06-05")
    replying.evaluate(row, actor=world.deputy, at=at("2026-06-10"), **(GRADES | WRONG))
    return found, handlings_of(found)["A14"]


def redone(world, case):
    found, row = case
    replying.release(row, actor=world.affairs, at=at("2026-06-15"))
    rounds.order_redo(row, actor=world.affairs, at=at("2026-06-18"), note="写明修复的年度和资金来源")
    found.refresh_from_db()
    return found, row


def dissatisfied_again(world, case):
    found, row = redone(world, case)
    a_contact(world, row, "2026-06-25")
    to_signing(world, row, "2026-07-06", answers=["2027年修复。", "同步改造。"])
    replying.issue(row, actor=world.principal["A14"], at=at("2026-07-08"))
    replying.evaluate(row, actor=world.deputy, at=at("2026-07-13"), **(GRADES | STILL))
    replying.release(row, actor=world.affairs, at=at("2026-07-15"))
    return found, handlings_of(found)["A14"]


def seen(world, found, who, on="2026-06-12"):
    return case_file(who, found.pk, day(on)).parts[0]


def test_the_unit_sees_no_grade_before_its_release(world, case):
    found, row = case
    part = seen(world, found, world.officer["A14"])
    assert (part.evaluation, part.evaluation_hidden) == (None, "评价由代表工作委员会统一反馈后可见")
    assert seen(world, found, world.affairs).evaluation.result == "dissatisfied"
    replying.release(row, actor=world.affairs, at=at("2026-06-15"))
    assert seen(world, found, world.officer["A14"]).evaluation.words == WRONG["words"]


def test_no_redo_before_the_release_nor_for_the_satisfied(world, case):
    _, row = case
    why = refused(rounds.order_redo, row, actor=world.affairs, at=at("2026-06-18"), note="重办")
    assert why == "评价还没有反馈承办单位，请先反馈评价"
    Evaluation.objects.update(result="basic")
    replying.release(row, actor=world.affairs, at=at("2026-06-15"))
    row.reply.evaluation.refresh_from_db()
    why = refused(rounds.order_redo, row, actor=world.affairs, at=at("2026-06-18"), note="重办")
    assert why == "代表没有对办理结果表示不满意，不需要这一步"


def test_the_redo_has_a_month_and_its_clock_explains_itself(world, case):
    found, row = redone(world, case)
    assert (row.due_on, row.due_facts["why"]) == (day("2026-07-20"), "1个月至7月18日，周末顺延至7月20日")
    assert (row.state, row.round, row.first_due_on, row.reply) == ("redo", 2, day("2026-06-22"), None)
    assert (found.state, found.due_on, found.replied_on, found.first_replied_on) == (
        "redo", day("2026-07-20"), None, day("2026-06-05"),
    )  # fmt: skip


def test_the_order_is_a_paper_that_quotes_the_deputy(world, case):
    found, _ = redone(world, case)
    paper = next(one for one in papers_of(found) if one.kind == "redo_order")
    order = from_facts(Paper.objects.get(pk=paper.pk).facts)
    words = [block.text for block in order.blocks]
    assert order.title == "关于重新办理毕节市第三届人民代表大会第五次会议第3-5-041号建议的通知"
    assert order.addressee == "毕节市交通运输局"
    assert words[2] == WRONG["words"]
    assert words[-1] == "请于2026年7月20日前答复代表（1个月至7月18日，周末顺延至7月20日）。"


def test_the_unit_must_hear_the_deputy_again(world, case):
    _, row = redone(world, case)
    to_signing(world, row, "2026-07-06")
    why = refused(replying.issue, row, actor=world.principal["A14"], at=at("2026-07-08"))
    assert why == "2026-06-18重新办理以来还没有再次联系代表的记录，不能签发；请先联系代表并登记"
    a_contact(world, row, "2026-06-17")  # of before: does not count
    assert row.redo_contact_on is None
    a_contact(world, row, "2026-07-07")
    replying.issue(row, actor=world.principal["A14"], at=at("2026-07-08"))
    assert (row.state, row.reply.round, row.first_contact_on) == ("replied", 2, day("2026-04-02"))


def test_no_extension_of_a_redo(world, case):
    _, row = redone(world, case)
    a_contact(world, row, "2026-06-25")
    words = {"reason": "忙", "done_so_far": "无"}
    why = refused(handling.request_extension, row, actor=world.officer["A14"], at=at("2026-06-26"), **words)
    assert why == "重新办理期间不能申请延期"


def test_dissatisfied_again_ends_in_a_joint_study_and_closes_not_agreed(world, case):
    found, row = dissatisfied_again(world, case)
    why = refused(rounds.order_redo, row, actor=world.affairs, at=at("2026-07-16"), note="再办")
    assert why == "已经办理2轮，代表仍不满意，应当提请联席会商"
    found.refresh_from_db()
    why = refused(closing.close, found, actor=world.affairs, at=at("2026-07-16"))
    assert why == "代表对办理结果不满意，不能办结，应当交承办单位重新办理"
    rounds.joint_study(row, actor=world.affairs, at=at("2026-07-16"), note="资金来源有分歧")
    found.refresh_from_db()
    assert (row.state, found.state) == ("joint_study", "joint_study")
    words = {
        "held_on": day("2026-07-22"),
        "people": "代工委、政府办、交通局、代表",
        "minutes": "2027年列入预算，代表保留意见。",
    }
    scan = upload("会商纪要.pdf", PDF)
    rounds.conclude_study(row, actor=world.affairs, at=at("2026-07-22"), file=scan, **words)
    found.refresh_from_db()
    assert (row.state, found.state) == ("studied", "evaluated")
    closing.close(found, actor=world.affairs, at=at("2026-07-23"))
    found.refresh_from_db()
    assert (found.state, found.closing_outcome, found.get_closing_outcome_display()) == (
        "closed", "not_agreed", "办结，代表不同意办理结果",
    )  # fmt: skip
    kinds = [one.kind for one in papers_of(found)]
    assert kinds == [
        "suggestion_sheet", "reply_letter", "feedback_form", "redo_order", "reply_letter", "feedback_form",
        "study_minutes",
    ]  # fmt: skip
    assert [one.name for one in case_file(world.affairs, found.pk, day("2026-07-23")).attachments] == [
        "会商纪要.pdf"
    ]
    assert fault_in_trail() == ""


def test_the_report_counts_both_rounds_and_one_redo(world, case):
    dissatisfied_again(world, case)
    figures = satisfaction(world.affairs)
    dissatisfied = {"satisfied": 0, "basic": 0, "dissatisfied": 1}
    assert figures == {
        "first": dissatisfied, "last": dissatisfied, "returned": 1, "base": 1, "no_response": 0, "redo": 1,
    }  # fmt: skip


def test_the_printed_report_says_so(world, case):
    """First-round satisfaction counts it dissatisfied, the final one too; one redo."""
    dissatisfied_again(world, case)
    scope = Scope(year=2026, on=day("2026-07-31"))
    report = handling_report(world.affairs, scope, scope.on, world.congress)
    pages = {page.name: page.rows for page in report.pages}
    grades = {row[0]: row[1:3] for row in pages["代表评价"]}
    assert {words: found for words, found in grades.items() if words.endswith("不满意率")} == {
        "首次评价不满意率": (1, 1), "最终评价不满意率": (1, 1), "态度不满意率": (0, 1),
    }  # fmt: skip
    assert [row[:2] for row in pages["需要说明的情况"] if row[0] == "重新办理"] == [("重新办理", 1)]


def test_both_rounds_are_kept_and_shown(world, case, client):
    found, _ = dissatisfied_again(world, case)
    grades = list(Evaluation.objects.order_by("pk").values_list("reply__round", "result", "attitude"))
    assert grades == [(1, "dissatisfied", "satisfied"), (2, "dissatisfied", "basic")]
    client.force_login(User.objects.get(pk=world.officer["A14"].user_id))
    page = client.get(reverse("suggestions:detail", args=[found.pk])).content.decode()
    assert [page.count(words) for words in (WRONG["words"], STILL["words"], "第1轮答复（")] == [1, 1, 1]
    assert "objection" not in page


def test_a_second_thought_of_the_deputy_lifts_the_last_figure_only(world, case):
    found, row = redone(world, case)
    a_contact(world, row, "2026-06-25")
    to_signing(world, row, "2026-07-06")
    replying.issue(row, actor=world.principal["A14"], at=at("2026-07-08"))
    replying.evaluate(row, actor=world.deputy, at=at("2026-07-13"), **GRADES)
    replying.release(row, actor=world.affairs, at=at("2026-07-15"))
    figures = satisfaction(world.affairs)
    assert (figures["first"]["dissatisfied"], figures["last"]["satisfied"], figures["redo"]) == (1, 1, 1)
    found.refresh_from_db()
    closing.close(found, actor=world.affairs, at=at("2026-07-16"))
    assert found.closing_outcome == "agreed"


def test_the_sample_of_calls_back_can_be_drawn_again_from_its_seed(world, case):
    found, row = case
    drawn = rounds.sample_callbacks(
        found.batch, actor=world.affairs, at=at("2026-06-20"), count=3, seed="三五"
    )
    assert [one.pk for one in drawn] == [row.pk]
    note = Event.objects.get(action="sample_callbacks").note
    assert note == "种子“三五”，1件中抽取1件：3-5-041"
    row = handlings_of(found)["A14"]
    said = {"called_on": day("2026-06-22"), "way": "phone", "result_said": "basic", "words": "又补了一次说明"}
    rounds.record_callback(row, actor=world.affairs, at=at("2026-06-22"), **said)
    rounds.record_callback(row, actor=world.affairs, at=at("2026-06-23"), **said)
    notes = Event.objects.filter(action="record_callback").order_by("seq").values_list("note", flat=True)
    assert list(notes) == ["登记回访记录", "修改回访记录"]
    assert row.callback.result_said == "basic"
