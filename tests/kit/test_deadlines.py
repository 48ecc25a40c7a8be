"""From a rule and a start day to a due date that explains itself."""

import csv
import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minqiao.foundation.workdays.rules import Days, shipped_calendar
from minqiao.kit.deadlines import Due, Light, MissingYear, Rule, due, light, workdays_between
from minqiao.kit.workflow import Refused

CASES = Path(__file__).resolve().parents[1] / "data" / "deadline_cases.csv"
DAYS = shipped_calendar()
ONE_DAY = dt.timedelta(days=1)


def day(text):
    return dt.date.fromisoformat(text)


def answer(start, value, unit, **more):
    return due(Rule("r", "期限", value, unit, **more), day(start), DAYS)


# domain.md 2.1, the golden table, with our words for its reasons.
GOLDEN = [
    ("2026-03-20", 3, "months", "2026-06-20", "2026-06-22", "3个月至6月20日，端午节假期顺延至6月22日"),
    ("2026-03-20", 6, "months", "2026-09-20", "2026-09-20", "6个月至9月20日（星期日，调休上班）"),
    ("2025-11-30", 3, "months", "2026-02-28", "2026-02-28",
     "3个月至2026年2月28日（该月没有30日，取月末）（星期六，调休上班）"),
    ("2025-11-30", 6, "months", "2026-05-30", "2026-06-01", "6个月至2026年5月30日，周末顺延至6月1日"),
    ("2025-03-01", 3, "months", "2025-06-01", "2025-06-03", "3个月至6月1日，端午节假期顺延至6月3日"),
    ("2026-02-12", 5, "workdays", "2026-02-26", "2026-02-26",
     "5个工作日至2月26日，跳过春节假期，2月14日调休上班计入"),
    ("2026-09-24", 5, "workdays", "2026-10-09", "2026-10-09",
     "5个工作日至10月9日，跳过中秋节、国庆节假期"),
    ("2026-04-29", 5, "workdays", "2026-05-09", "2026-05-09",
     "5个工作日至5月9日，跳过劳动节假期，5月9日调休上班计入"),
]  # fmt: skip


@pytest.mark.parametrize(("start", "value", "unit", "raw", "end", "why"), GOLDEN)
def test_golden_dates(start, value, unit, raw, end, why):
    found = answer(start, value, unit, basis="法")
    assert found == Due("r", day(start), day(raw), day(end), why, "法")


def cases():
    with CASES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["id"])
def test_cases_made_by_us(case):
    value = int(case["n"])
    rolled = answer(case["start"], value, case["unit"])
    plain = answer(case["start"], value, case["unit"], roll_over=False)
    assert str(rolled.due) == case["due_rolled_to_workday"]
    assert (str(rolled.raw), str(plain.due)) == (case["due"], case["due"])


def test_there_are_cases():
    assert len(cases()) == 37


@pytest.mark.parametrize(
    ("start", "value", "unit", "more", "end", "why"),
    [
        ("2026-01-20", 3, "months", {}, "2026-04-20", "3个月至4月20日"),
        ("2026-03-20", 3, "months", {"roll_over": False}, "2026-06-20", "3个月至6月20日，遇休息日不顺延"),
        ("2026-10-01", 2, "months", {}, "2026-12-01", "2个月至12月1日"),
        ("2024-01-31", 1, "months", {}, "2024-02-29", "1个月至2月29日（该月没有31日，取月末）"),
        ("2026-06-12", 7, "days", {}, "2026-06-22", "7天至6月19日，端午节假期顺延至6月22日"),
        ("2026-08-31", 3, "workdays", {}, "2026-09-03", "3个工作日至9月3日"),
        ("2026-06-17", 3, "workdays", {}, "2026-06-23", "3个工作日至6月23日，跳过端午节假期"),
        ("2026-06-11", 7, "workdays", {}, "2026-06-23", "7个工作日至6月23日，跳过周末和端午节假期"),
        ("2024-12-27", 5, "workdays", {}, "2025-01-06", "5个工作日至2025年1月6日，跳过周末和元旦假期"),
    ],
)
def test_reasons_in_words(start, value, unit, more, end, why):
    found = answer(start, value, unit, **more)
    assert (str(found.due), found.why) == (end, why)


@pytest.mark.parametrize(
    ("start", "value", "unit"),
    [("2026-10-01", 3, "months"), ("2026-12-25", 5, "workdays"), ("2026-12-30", 2, "days")],
)
def test_a_missing_year_is_named_and_never_guessed(start, value, unit):
    with pytest.raises(MissingYear) as caught:
        answer(start, value, unit)
    words = "2027年工作日历尚未导入，无法推算到2027年的期限；请先导入该年国务院办公厅放假通知"
    assert (caught.value.why, caught.value.basis) == (words, "国务院办公厅关于部分节假日安排的通知")
    assert isinstance(caught.value, Refused)


def test_the_last_day_of_the_calendar_is_still_known():
    assert str(answer("2026-12-30", 1, "workdays").due) == "2026-12-31"
    assert str(answer("2026-10-01", 3, "months", roll_over=False).due) == "2027-01-01"


@pytest.mark.parametrize(("value", "unit"), [(0, "months"), (-5, "workdays"), (3, "weeks")])
def test_a_rule_without_length_is_an_error(value, unit):
    with pytest.raises(ValueError, match="期限应为正整数"):
        answer("2026-03-20", value, unit)


def test_a_due_date_survives_json():
    found = answer("2026-03-20", 3, "months", basis="《代表法》第五十一条")
    assert found.as_dict() == {
        "rule": "r",
        "start": "2026-03-20",
        "raw": "2026-06-20",
        "due": "2026-06-22",
        "why": "3个月至6月20日，端午节假期顺延至6月22日",
        "basis": "《代表法》第五十一条",
    }
    assert Due.from_dict(found.as_dict()) == found


@pytest.mark.parametrize(
    ("today", "due_on", "key", "words"),
    [
        ("2026-05-22", "2026-06-22", "green", "还有31天"),
        ("2026-05-23", "2026-06-22", "blue", "还有30天"),
        ("2026-06-06", "2026-06-22", "blue", "还有16天"),
        ("2026-06-07", "2026-06-22", "amber", "还有15天"),
        ("2026-06-11", "2026-06-22", "amber", "还有11天"),
        ("2026-06-12", "2026-06-22", "red", "还有5个工作日"),
        ("2026-06-18", "2026-06-22", "red", "还有1个工作日"),
        ("2026-06-22", "2026-06-22", "red", "今天到期"),
        ("2026-06-23", "2026-06-22", "black", "已超期1天"),
        ("2026-02-13", "2026-02-26", "red", "还有4个工作日"),
        ("2026-12-20", "2027-01-15", "blue", "还有26天（缺工作日历，未折算工作日）"),
        ("2026-12-28", "2027-01-10", "amber", "还有13天（缺工作日历，未折算工作日）"),
        ("2026-12-30", "2027-01-04", "red", "还有5天"),
        ("2027-01-05", "2027-01-04", "black", "已超期1天"),
        ("2027-01-04", "2027-01-04", "red", "今天到期"),
    ],
)
def test_lights(today, due_on, key, words):
    assert light(day(due_on), day(today), DAYS) == Light(key, words)


# A naive oracle: a calendar by chance, and counting on one's fingers.
FIRST, LAST = dt.date(2024, 1, 1), dt.date(2027, 12, 31)
ALL_DAYS = [FIRST + n * ONE_DAY for n in range((LAST - FIRST).days + 1)]


@st.composite
def calendars(draw):
    """Ordinary weeks with some days off and some weekends worked."""
    changed = draw(st.sets(st.sampled_from(ALL_DAYS), max_size=200))
    worked = {one: (one.weekday() < 5) != (one in changed) for one in ALL_DAYS}
    return worked, Days((one, (works, "节日" if one in changed else "")) for one, works in worked.items())


STARTS = st.dates(FIRST, dt.date(2025, 12, 31))


@given(calendars(), STARTS, st.integers(1, 60))
def test_workdays_like_counting_on_fingers(made, start, value):
    worked, days = made
    after = [one for one in ALL_DAYS if one > start and worked[one]]
    found = due(Rule("r", "期限", value, "workdays"), start, days)
    assert (found.due, found.raw) == (after[value - 1], after[value - 1])
    assert workdays_between(start, found.due, days) == value


@given(calendars(), STARTS, st.integers(1, 12), st.booleans())
def test_months_like_turning_pages(made, start, value, roll_over):
    worked, days = made
    month = start.replace(day=1)
    for _ in range(value):
        month = (month + 31 * ONE_DAY).replace(day=1)
    in_month = [one for one in ALL_DAYS if (one.year, one.month) == (month.year, month.month)]
    raw = max(one for one in in_month if one.day <= start.day)
    expected = next(one for one in ALL_DAYS if one >= raw and worked[one]) if roll_over else raw
    found = due(Rule("r", "期限", value, "months", roll_over=roll_over), start, days)
    assert (found.raw, found.due) == (raw, expected)
    assert ("顺延至" in found.why) == (expected != raw)


@given(calendars(), STARTS, st.integers(-40, 60))
def test_lights_agree_with_what_is_left(made, today, left):
    worked, days = made
    due_on = today + left * ONE_DAY
    workdays = sum(worked[one] for one in ALL_DAYS if today < one <= due_on)
    if left < 0:
        expected = "black"
    elif left > 30:
        expected = "green"
    else:
        expected = "red" if workdays <= 5 else "amber" if left <= 15 else "blue"
    assert light(due_on, today, days).key == expected
