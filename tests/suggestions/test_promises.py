"""The ledger of promises: progress by the quarter, proof, grades unseen until released, explanations."""

import pytest
from django.db import IntegrityError, transaction

from minqiao.duties.suggestions.actions import closing, leaving, promising, replying
from minqiao.duties.suggestions.figures.kept import kept_of_year
from minqiao.duties.suggestions.models import Commitment, LedgerEntry, Suggestion
from minqiao.duties.suggestions.queries import promises as ledger
from minqiao.duties.suggestions.tasks import remind_of_promises
from minqiao.foundation.attachments.models import Attachment
from minqiao.foundation.trail.models import Event
from minqiao.foundation.trail.queries import fault_in_trail
from minqiao.instruments.papers.models import Paper
from minqiao.instruments.papers.rules import from_facts
from minqiao.kit.workflow import Refused
from minqiao.overviews.notifications.models import Message
from tests.attachments.samples import PDF, upload
from tests.factories import GRADES, at, day
from tests.suggestions.promising import (
    PROGRESS,
    PROOF,
    REASON,
    a_promise,
    again,
    done,
    given_up,
    graded,
    other,
    progress,
    reported,
    unmet,
)

pytestmark = pytest.mark.django_db


def refused(act, *args, **kwargs):
    with pytest.raises(Refused) as refusal:
        act(*args, **kwargs)
    return refusal.value.why


def axis(promise):
    return Suggestion.objects.values_list("commitment_state", flat=True).get(
        pk=promise.handling.suggestion_id
    )


def test_a_promise_binds_from_the_letter_on_and_its_first_quarter_begins_then(world):
    promise = a_promise(world, "2026-04-10")
    assert (promise.state, promise.first_due_on, promise.due_on) == (
        "tracking", day("2026-11-30"), day("2026-11-30"),
    )  # fmt: skip
    assert (promise.report_due_on, promise.report_due_facts["why"]) == (
        day("2026-07-10"),
        "3个月至7月10日，遇休息日不顺延",
    )
    assert axis(promise) == "tracking"


def test_a_drafted_promise_is_in_no_ledger(world):
    promise = a_promise(world)
    replies = type(promise.reply).objects.filter(pk=promise.reply_id)
    replies.update(issued_on=None)
    assert list(ledger.ledger(world.affairs, {}, day("2026-06-01"))) == []
    promise.reply.issued_on = None
    why = refused(progress, world, promise, "2026-06-01")
    assert why == "答复还没有签发，承诺事项还没有生效"


def test_progress_moves_the_report_a_quarter_on_and_the_deputy_reads_it(world):
    promise = a_promise(world, "2026-04-10")
    progress(world, promise, "2026-06-20")
    progress(world, promise, "2026-06-25")  # once more in the same quarter
    promise = again(world, promise)
    assert (promise.state, promise.report_due_on) == ("tracking", day("2026-10-10"))
    assert promise.report_due_facts["why"] == "6个月至10月10日，遇休息日不顺延"
    file = ledger.promise_file(world.deputy, promise.pk, day("2026-06-26"))
    assert [(entry.kind, entry.on, entry.text) for entry in file.entries] == [
        ("progress", day("2026-06-20"), PROGRESS), ("progress", day("2026-06-25"), PROGRESS),
    ]  # fmt: skip


def test_done_is_said_with_its_proof_and_the_deputy_has_twenty_workdays(world, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    promise = done(world, a_promise(world), file=upload("验收单.pdf", PDF))
    assert (promise.state, promise.done_on, promise.report_due_on) == ("reported", day("2026-04-15"), None)
    assert promise.step_due_on == day("2026-05-15")  # May Day off, the Saturday after it worked
    assert list(Attachment.objects.values_list("name", "subject_type", "subject_id")) == [
        ("验收单.pdf", "suggestions.commitment", promise.pk)
    ]
    paper = from_facts(Paper.objects.get(kind="fulfilment_form").facts)
    assert paper.title == "代表建议承诺落实回执"
    cells = [cell.text for row in paper.blocks[0].rows for cell in row]
    assert cells[5:14] == [
        promise.handling.suggestion.title, "承办单位", "毕节市交通运输局", "答复文号", promise.reply.number,
        "承诺事项", promise.text, "承诺期限", "2026年11月30日",
    ]  # fmt: skip
    assert cells[14:18] == ["完成日期", "2026年4月15日", "兑现情况和凭据", PROOF]
    assert "□已兑现　　□部分兑现　　□没有兑现" in cells


def test_a_case_older_than_the_ledger_goes_by_the_rules_of_the_day(world):
    promise = a_promise(world, "2026-04-10")
    found = promise.handling.suggestion
    older = {key: rule for key, rule in found.rules.items() if key not in ("commitment_report", "fulfilment")}
    Suggestion.objects.filter(pk=found.pk).update(rules=older)
    progress(world, again(world, promise), "2026-06-20")
    promise = done(world, again(world, promise), "2026-06-25")
    assert (promise.report_due_on, promise.step_due_on) == (None, day("2026-07-23"))
    assert promise.step_due_facts["why"].startswith("20个工作日至7月23日")


@pytest.mark.parametrize("on", ["2026-04-09", "2026-04-16"])
def test_nothing_is_done_before_the_reply_or_tomorrow(world, on):
    promise = a_promise(world)
    words = {"done_on": day(on), "text": PROOF}
    why = refused(promising.report_done, promise, actor=world.officer["A14"], at=at("2026-04-15"), **words)
    assert why.startswith("完成日期不能")
    assert LedgerEntry.objects.count() == 0


def seen(world, who, promise):
    """What a reader learns of the grade: its line, its place in the page, the state."""
    file = ledger.promise_file(who, promise.pk, day("2026-04-21"))
    grades = [entry.grade for entry in file.entries if entry.kind == "grade"]
    return grades, file.grade_hidden, file.promise.get_state_display()


def test_neither_the_unit_nor_the_government_learns_the_grade_before_its_release(world):
    promise = graded(world, "partly", "只完成了一半")
    hidden = ([], "评价由代表工作委员会统一反馈后可见", "已评价待反馈")
    told = (["partly"], "", "已评价待反馈")
    people = {
        "officer": world.officer["A14"], "principal": world.principal["A14"], "gov": world.gov,
        "deputy": world.deputy, "affairs": world.affairs, "chairs": world.chairs,
    }  # fmt: skip
    before = {who: seen(world, actor, promise) for who, actor in people.items()}
    assert before == dict.fromkeys(["officer", "principal", "gov"], hidden) | dict.fromkeys(
        ["deputy", "affairs", "chairs"], told
    )
    words = " ".join(Event.objects.values_list("note", flat=True))
    assert "只完成了一半" not in words
    promising.release_fulfilment(promise, actor=world.affairs, at=at("2026-04-24"))
    after = {who: seen(world, actor, promise)[:2] for who, actor in people.items()}
    assert after == dict.fromkeys(people, (["partly"], ""))


def test_kept_is_settled_with_its_release(world):
    promise = graded(world)
    assert axis(promise) == "tracking"
    promising.release_fulfilment(promise, actor=world.affairs, at=at("2026-04-24"))
    assert (promise.state, promise.settled_on) == ("met", day("2026-04-24"))
    assert axis(promise) == "tracking"  # the second is still to be kept
    second = other(world, promise)
    promising.give_up(second, actor=world.principal["A14"], at=at("2026-05-08"), reason=REASON)
    assert axis(promise) == "unmet"
    assert fault_in_trail() == ""


def test_a_second_thought_before_the_release_replaces_the_first(world):
    promise = graded(world)
    said = {"grade": "unmet", "words": "没有看到图纸"}
    promising.revise_fulfilment(promise, actor=world.affairs, at=at("2026-04-21"), **said)
    entry = LedgerEntry.objects.get(kind="grade")
    assert (entry.grade, entry.text, entry.is_for_paper) == ("unmet", "没有看到图纸", True)
    promising.release_fulfilment(promise, actor=world.affairs, at=at("2026-04-24"))
    assert (promise.state, promise.done_on, promise.settled_on) == ("unmet", None, None)


def test_short_of_the_promise_the_principal_explains_with_a_new_date(world):
    promise = unmet(world)
    assert axis(promise) == "tracking"
    words = {"reason": REASON, "new_due_on": day("2027-03-31")}
    why = refused(promising.explain_delay, promise, actor=world.officer["A14"], at=at("2026-05-08"), **words)
    assert why == "承诺不能按期兑现的说明须由承办单位主要负责人签字"
    early = words | {"new_due_on": day("2026-11-30")}
    why = refused(
        promising.explain_delay, promise, actor=world.principal["A14"], at=at("2026-05-08"), **early
    )
    assert why == "新的兑现期限应当晚于现在的期限（2026-11-30）"
    promising.explain_delay(promise, actor=world.principal["A14"], at=at("2026-05-08"), **words)
    promise = again(world, promise)
    assert (promise.state, promise.first_due_on, promise.due_on, promise.times_deferred) == (
        "deferred", day("2026-11-30"), day("2027-03-31"), 1,
    )  # fmt: skip
    assert promise.report_due_on == day("2026-07-10")  # the quarters go on from the reply
    entry = LedgerEntry.objects.get(kind="explained")
    assert (entry.by, entry.old_due_on, entry.new_due_on) == (
        world.principal["A14"].name, day("2026-11-30"), day("2027-03-31"),
    )  # fmt: skip


def test_what_is_put_off_can_still_be_done_and_counts_as_late(world):
    promise = unmet(world)
    words = {"reason": REASON, "new_due_on": day("2026-12-31")}
    promising.explain_delay(promise, actor=world.principal["A14"], at=at("2026-05-08"), **words)
    Commitment.objects.filter(pk=promise.pk).update(first_due_on=day("2026-04-30"))
    promise = done(world, again(world, promise), "2026-05-20", "2026-05-18")
    assert Paper.objects.filter(kind="fulfilment_form").count() == 2
    promising.grade_fulfilment(promise, actor=world.deputy, at=at("2026-05-22"), grade="met")
    promising.release_fulfilment(promise, actor=world.affairs, at=at("2026-05-29"))
    found = kept_of_year(world.affairs, 2026, day("2026-06-01"))
    assert [(row["text"], row["outcome_words"]) for row in found.rows] == [(promise.text, "逾期兑现")]
    assert (found.base, found.kept_on_time, found.rate) == (1, 0, "0.00%")


def test_the_committee_may_not_accept_that_it_cannot_be_kept(world):
    promise = given_up(world)
    assert (promise.state, promise.settled_on, promise.report_due_on) == ("failed", day("2026-05-08"), None)
    words = {"note": "区政府已有方案，应当兑现", "new_due_on": day("2027-05-31")}
    promising.insist(promise, actor=world.affairs, at=at("2026-05-12"), **words)
    promise = again(world, promise)
    assert (promise.state, promise.settled_on, promise.due_on) == ("deferred", None, day("2027-05-31"))
    assert promise.report_due_on == day("2026-07-10")


def test_a_silent_deputy_is_asked_once_then_the_committee_looks_for_itself(world):
    promise = reported(world)
    said = {"grade": "met", "words": "已到现场查看，图纸齐全。"}
    why = refused(promising.verify_fulfilment, promise, actor=world.affairs, at=at("2026-05-15"), **said)
    assert why == "代表评价兑现情况的期限是2026-05-15，还没有到，请等待代表评价"
    Message.objects.all().delete()
    assert remind_of_promises(at("2026-05-18")) == ["代表建议：催促评价承诺兑现1项"]
    assert remind_of_promises(at("2026-05-18")) == []
    assert [message.user.username for message in Message.objects.all()] == ["daibiao1"]
    promise = again(world, promise)
    promising.verify_fulfilment(promise, actor=world.affairs, at=at("2026-05-18"), **said)
    entry = LedgerEntry.objects.get(kind="grade")
    assert (entry.is_verified, entry.is_for_paper, promise.state) == (True, False, "graded")


def test_a_promise_outlives_the_case_and_its_axis_follows_all_the_same(world):
    promise = a_promise(world)
    row, found = promise.handling, promise.handling.suggestion
    replying.evaluate(row, actor=world.deputy, at=at("2026-04-13"), **GRADES)
    replying.release(row, actor=world.affairs, at=at("2026-04-14"))
    found.refresh_from_db()
    closing.close(found, actor=world.affairs, at=at("2026-04-15"))
    for one in (promise, other(world, promise)):
        done(world, again(world, one), "2026-04-16")
        promising.grade_fulfilment(
            one := again(world, one), actor=world.deputy, at=at("2026-04-17"), grade="met"
        )
        promising.release_fulfilment(one, actor=world.affairs, at=at("2026-04-20"))
    found.refresh_from_db()
    assert (found.state, found.commitment_state) == ("closed", "met")


def test_a_withdrawn_matter_takes_its_promises_with_it(world):
    promise = a_promise(world)
    found = promise.handling.suggestion
    Suggestion.objects.filter(pk=found.pk).update(state="handling")
    found.refresh_from_db()
    leaving.ask_withdraw(found, actor=world.deputy, at=at("2026-05-06"), reason="已经解决")
    leaving.withdraw(found, actor=world.deputy, at=at("2026-05-07"))
    states = Commitment.objects.order_by("pk").values_list("state", "settled_on")
    assert list(states) == [("ended", day("2026-05-07"))] * 2
    assert axis(promise) == "none"
    assert kept_of_year(world.affairs, 2026, day("2026-12-31")).base == 0


@pytest.mark.parametrize(
    "wrong",
    [
        {"state": "met", "done_on": day("2026-04-15")},
        {"state": "reported"},
        {"due_on": day("2026-11-29")},
    ],
)
def test_the_database_keeps_what_must_never_be_untrue(world, wrong):
    promise = a_promise(world)
    with pytest.raises(IntegrityError), transaction.atomic():
        Commitment.objects.filter(pk=promise.pk).update(**wrong)


def test_a_short_grade_says_what_is_missing(world):
    promise = reported(world)
    with pytest.raises(IntegrityError), transaction.atomic():
        promising.grade_fulfilment(promise, actor=world.deputy, at=at("2026-04-20"), grade="partly")
