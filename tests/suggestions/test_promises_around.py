"""Around the ledger of promises: what the clock says, what waits for whom, who sees what, the year's list."""

import pytest

from minqiao.duties.suggestions.actions import promising
from minqiao.duties.suggestions.figures.kept import kept_of_year, kept_rows
from minqiao.duties.suggestions.models import Commitment
from minqiao.duties.suggestions.queries import promises as ledger
from minqiao.duties.suggestions.queries.file import case_file
from minqiao.duties.suggestions.queries.waiting import waiting
from minqiao.duties.suggestions.tasks import remind_of_promises
from minqiao.foundation.trail.models import Event
from minqiao.kit.workflow import Refused
from minqiao.overviews.notifications.models import Message
from tests.factories import at, day
from tests.suggestions.promising import PROGRESS, a_promise, again, done, progress

pytestmark = pytest.mark.django_db


def test_the_clock_asks_for_a_quarter_without_a_report_and_tells_each_light_once(world):
    promise = a_promise(world, "2026-04-10", promises=(("完成设计", day("2026-07-24")),))
    Message.objects.all().delete()
    said = {on: remind_of_promises(at(on)) for on in ("2026-07-08", "2026-07-10")}
    assert said == {"2026-07-08": [], "2026-07-10": ["代表建议：承诺期限提醒1项"]}
    assert remind_of_promises(at("2026-07-11")) == ["代表建议：催报承诺进展1项"]
    progress(world, again(world, promise), "2026-07-13")
    days = ("2026-07-14", "2026-07-17", "2026-07-20", "2026-07-27", "2026-07-28")
    assert {on: remind_of_promises(at(on)) for on in days} == {
        "2026-07-14": [],
        "2026-07-17": ["代表建议：承诺期限提醒1项"],
        "2026-07-20": [],
        "2026-07-27": ["代表建议：承诺期限提醒1项"],
        "2026-07-28": [],
    }
    acts = Event.objects.filter(user_id=0, subject_type="suggestions.commitment").order_by("seq")
    assert list(acts.values_list("action", flat=True)) == [
        "promise_amber", "chase_report", "promise_red", "promise_black",
    ]  # fmt: skip
    late = {one.user.username for one in Message.objects.filter(words__contains="第1项承诺已经到期没有兑现")}
    assert late == {"officer-A14", "head-A14", "principal-A14", "affairs", "gov"}


def waits(world, who, on):
    return [one.act for one in waiting(who, day(on)) if "/ledger/" in one.url]


def test_what_waits_for_whom(world):
    promise = a_promise(world, "2026-04-10")
    officer, principal = world.officer["A14"], world.principal["A14"]
    assert waits(world, officer, "2026-06-01") == []
    assert waits(world, officer, "2026-06-25") == ["承诺事项，请报告本季度进展", "承诺事项，请报告本季度进展"]
    assert waits(world, officer, "2026-11-20") == ["承诺事项，请报告本季度进展", "承诺事项快到期，请报告完成"]
    assert waits(world, principal, "2026-12-01") == ["承诺事项没有兑现，请书面说明原因和新的期限"]
    done(world, promise)
    assert waits(world, world.deputy, "2026-04-16") == ["承诺事项已报完成，请您评价是否兑现"]
    assert waits(world, world.deputies[1], "2026-04-16") == []
    assert waits(world, world.affairs, "2026-04-16") == []
    assert waits(world, world.affairs, "2026-05-16") == ["代表没有评价承诺是否兑现，请核实"]
    promising.grade_fulfilment(
        again(world, promise), actor=world.deputy, at=at("2026-04-20"), grade="unmet", words="没有"
    )
    assert waits(world, world.affairs, "2026-04-20") == ["代表已评价承诺兑现，请向承办单位反馈"]
    promising.release_fulfilment(again(world, promise), actor=world.affairs, at=at("2026-04-24"))
    assert waits(world, principal, "2026-04-24") == ["承诺事项没有兑现，请书面说明原因和新的期限"]


def test_each_ledger_holds_what_its_reader_may_see(world):
    mine = a_promise(world, title="关于道路的建议")
    theirs = a_promise(world, code="A03", title="关于学校的建议", by=world.deputies[1])
    on = day("2026-06-01")
    people = {
        "A14": world.officer["A14"], "A03": world.head["A03"], "A08": world.officer["A08"],
        "deputy": world.deputy, "second": world.deputies[1], "third": world.deputies[2],
        "affairs": world.affairs, "gov": world.gov, "chairs": world.chairs,
    }  # fmt: skip
    one, two = mine.handling.suggestion_id, theirs.handling.suggestion_id
    found = {
        who: {row["handling__suggestion_id"] for row in ledger.ledger(actor, {}, on)}
        for who, actor in people.items()
    }
    assert found == {
        "A14": {one}, "A03": {two}, "A08": set(), "deputy": {one}, "second": {two}, "third": set(),
        "affairs": {one, two}, "gov": {one, two}, "chairs": {one, two},
    }  # fmt: skip
    for who in ("system_admin", "security_admin", "auditor"):
        with pytest.raises(Refused, match="承诺台账供"):
            ledger.ledger(getattr(world, who), {}, on)


def test_the_case_page_folds_the_promises_and_opens_their_ledger_to_those_involved(world):
    promise = a_promise(world)
    pk = promise.handling.suggestion_id
    people = {
        "deputy": world.deputy, "other": world.deputies[2], "officer": world.officer["A14"],
        "affairs": world.affairs, "gov": world.gov,
    }  # fmt: skip
    found = {}
    for who, actor in people.items():
        part = case_file(actor, pk, day("2026-07-11")).parts[0]
        found[who] = next((one.row.text, one.may_open, one.is_unreported) for one in part.tracked)
    assert found == {who: (promise.text, who != "other", True) for who in people}


def test_remarks_on_a_promise_are_not_for_other_units(world):
    promise = a_promise(world)
    progress(world, promise, "2026-06-20")
    pk = promise.handling.suggestion_id
    notes = {
        who: [one.note for one in case_file(actor, pk, day("2026-06-21")).events if "progress" in one.action]
        for who, actor in (("deputy", world.deputy), ("other", world.deputies[2]))
    }
    assert notes == {"deputy": [PROGRESS], "other": []}


def test_the_year_names_what_was_kept_what_not_and_what_is_carried_over(world):
    texts = ("按期", "逾期", "没有到期", "到期没有", "往年")
    dates = ("2026-04-30", "2026-04-30", "2026-12-31", "2026-05-31", "2027-06-30")
    first = a_promise(world, promises=[(text, day(on)) for text, on in zip(texts, dates, strict=True)])
    rows = Commitment.objects.filter(reply_id=first.reply_id)
    settled = {"state": "met", "settled_on": day("2026-05-29")}
    rows.filter(text="按期").update(done_on=day("2026-04-30"), **settled)
    rows.filter(text="逾期").update(done_on=day("2026-05-01"), **settled)
    rows.filter(text="往年").update(first_due_on=day("2025-06-30"), state="deferred", times_deferred=2)
    found = kept_of_year(world.affairs, 2026, day("2026-06-01"))
    assert [(row["text"], row["outcome_words"]) for row in found.rows] == [
        ("按期", "按期兑现"), ("逾期", "逾期兑现"), ("到期没有", "到期未兑现"), ("没有到期", "未到期"),
    ]  # fmt: skip
    assert [(row["text"], row["outcome_words"]) for row in found.carried] == [
        ("往年", "说明后延期至2027-06-30")
    ]
    assert found.sentence == (
        "2026年应兑现4项，截至2026-06-01已到期3项，其中按期兑现1项，承诺兑现率33.33%；往年结转1项，"
        "已兑现0项。兑现率按答复最初承诺的期限计算，终止跟踪的不计入基数。"
    )
    table = list(kept_rows(found))
    assert [(row["group"], row["text"], row["done_on"]) for row in table][:2] == [
        ("本年应兑现", "按期", day("2026-04-30")), ("本年应兑现", "逾期", day("2026-05-01")),
    ]  # fmt: skip
    assert kept_of_year(world.affairs, 2025, day("2026-06-01")).rows[0]["text"] == "往年"
