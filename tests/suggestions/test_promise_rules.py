"""Rules of promises: when a report is due, which light, how each came out, and what the whole says of it."""

import datetime as dt
from types import SimpleNamespace

import pytest

from minqiao.duties.suggestions.choices import CommitmentState, PromiseState
from minqiao.duties.suggestions.rules import promises as rules
from minqiao.duties.suggestions.rules.matter import commitment_from
from minqiao.foundation.workdays.rules.shipped import shipped_calendar
from minqiao.kit.deadlines import add_months, light
from tests.factories import day

ISSUED, CALENDAR = day("2026-09-08"), shipped_calendar()


def due(number):
    return add_months(ISSUED, 3 * number)


@pytest.mark.parametrize(
    ("awaited", "on", "number"),
    [
        (1, "2026-10-01", 2),  # early: the first quarter has its report
        (1, "2026-12-08", 2),  # on the day
        (1, "2026-12-20", 2),  # late: the running quarter still wants its own
        (1, "2027-03-08", 3),  # two quarters late, on the last day of the second
        (1, "2027-04-01", 3),
        (2, "2026-11-01", 2),  # once more within a quarter that has its report
        (2, "2026-12-09", 3),
        (4, "2027-09-08", 5),
    ],
)
def test_the_first_quarter_counts_from_the_reply(awaited, on, number):
    assert rules.next_report(ISSUED, due(awaited), day(on)) == number


def test_a_quarter_ends_on_the_day_of_the_reply_or_on_the_months_last():
    assert [str(due(number)) for number in (1, 2, 3)] == ["2026-12-08", "2027-03-08", "2027-06-08"]
    issued = day("2025-11-30")
    assert [rules.report_number(issued, day(on)) for on in ("2026-02-28", "2026-03-01", "2026-05-31")] == [
        1, 2, 3,
    ]  # fmt: skip


PROMISE = SimpleNamespace(
    due_on=day("2026-11-30"), reply=SimpleNamespace(issued_on=ISSUED), step_due_on=None, grade=""
)


@pytest.mark.parametrize(
    ("new", "on", "why"),
    [
        ("2027-03-31", "2026-12-05", ""),
        ("2026-12-05", "2026-12-05", "新的兑现期限应当晚于今天（2026-12-05）"),
        ("2026-11-30", "2026-11-01", "新的兑现期限应当晚于现在的期限（2026-11-30）"),
        ("2126-01-01", "2026-11-01", "兑现期限太远，请核对"),
    ],
)
def test_a_new_date_looks_forward(new, on, why):
    assert rules.new_date_fault(PROMISE, day(new), day(on)) == why


@pytest.mark.parametrize(
    ("done", "why"),
    [
        ("2026-09-08", ""),
        ("2026-11-25", ""),
        ("2026-11-26", "完成日期不能晚于今天（2026-11-25）"),
        ("2026-09-07", "完成日期不能早于答复日（2026-09-08）"),
    ],
)
def test_it_was_done_after_the_reply_and_not_in_the_future(done, why):
    assert rules.done_day_fault(PROMISE, day(done), day("2026-11-25")) == why


def test_the_committee_waits_for_the_deputys_own_time():
    promise = SimpleNamespace(step_due_on=day("2026-12-23"))
    why = "代表评价兑现情况的期限是2026-12-23，还没有到，请等待代表评价"
    assert rules.after_the_grading_date(promise, day("2026-12-23")) == why
    assert rules.after_the_grading_date(promise, day("2026-12-24")) == ""


@pytest.mark.parametrize(
    ("state", "done", "on", "outcome"),
    [
        ("met", "2026-11-30", "2027-01-01", "kept"),
        ("met", "2026-12-01", "2027-01-01", "kept_late"),
        ("reported", "2026-11-30", "2027-01-01", "awaiting"),
        ("graded", "2026-11-30", "2027-01-01", "awaiting"),
        ("deferred", "", "2026-10-01", "deferred"),
        ("unmet", "", "2026-10-01", "unsettled"),
        ("tracking", "", "2026-11-30", "running"),
        ("tracking", "", "2026-12-01", "unsettled"),
        ("failed", "", "2026-10-01", "failed"),
        ("ended", "", "2026-10-01", "ended"),
    ],
)
def test_a_promise_is_judged_by_the_day_it_was_first_given_for(state, done, on, outcome):
    done_on = day(done) if done else None
    facts = {"first_due_on": day("2026-11-30"), "done_on": done_on, "on": day(on)}
    assert rules.outcome_of(state, **facts) == outcome


P, WHOLE = PromiseState, CommitmentState


@pytest.mark.parametrize(
    ("states", "axis"),
    [
        ([], WHOLE.NONE),
        ([P.TRACKING, P.MET], WHOLE.TRACKING),
        ([P.REPORTED], WHOLE.TRACKING),
        ([P.GRADED, P.MET], WHOLE.TRACKING),  # what the grade is, the axis does not tell
        ([P.UNMET, P.FAILED], WHOLE.TRACKING),
        ([P.DEFERRED, P.FAILED], WHOLE.TRACKING),
        ([P.MET, P.FAILED], WHOLE.UNMET),
        ([P.MET, P.MET], WHOLE.MET),
        ([P.MET, P.ENDED], WHOLE.MET),
        ([P.ENDED], WHOLE.NONE),
    ],
)
def test_the_axis_of_the_whole_follows_from_its_promises(states, axis):
    assert commitment_from(set(states)) == axis


def test_only_what_is_still_to_be_kept_has_a_light():
    today = day("2026-11-20")
    lit = {one: rules.lamp_of(one, day("2026-11-30"), today, CALENDAR) for one in PromiseState.values}
    shown = {one: lamp.key for one, lamp in lit.items() if lamp}
    assert shown == {"tracking": "amber", "deferred": "amber", "unmet": "amber"}


@pytest.mark.parametrize("today", ["2026-09-20", "2026-11-20", "2026-12-24"])  # the last: 2027 is not known
def test_a_filter_by_light_finds_exactly_what_shows_it(today):
    today = day(today)
    for step in range(-3, 40):
        due_on = today + dt.timedelta(days=step)
        found = [key for key in rules.LIGHTS if _within(due_on, rules.days_of_light(key, today, CALENDAR))]
        assert found == [light(due_on, today, CALENDAR).key]


def _within(due_on, span):
    first, last = span
    return (first is None or first <= due_on) and (last is None or due_on <= last)


def test_a_month_is_weeks_from_monday_on():
    weeks = rules.weeks_of(day("2026-11-01"))
    assert [len(weeks), weeks[0], weeks[-1][0], weeks[-1][1]] == [
        6, [None] * 6 + [day("2026-11-01")], day("2026-11-30"), None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "month"),
    [("2027-06", "2027-06-01"), ("", "2026-06-01"), ("2026-13", "2026-06-01"), ("x'; --", "2026-06-01")],
)
def test_nonsense_for_a_month_is_the_running_one(text, month):
    assert rules.month_of(text, day("2026-06-10")) == day(month)
