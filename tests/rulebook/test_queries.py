"""What stands where and when, and what a case keeps of it."""

import datetime as dt
import json

import pytest

from minqiao.foundation.rulebook.actions import end_rule
from minqiao.foundation.rulebook.models import LocalRule
from minqiao.foundation.rulebook.queries import (
    by_group,
    due,
    rule,
    rule_from,
    snapshot,
    standing,
    value,
    value_from,
)
from minqiao.foundation.rulebook.rules import DEFAULTS, UnknownRule
from minqiao.kit import remembered
from minqiao.kit.deadlines import Due, Rule
from tests.rulebook.conftest import AT, CITY, COUNTY, TODAY, TOWNSHIP, VILLAGE, actor_in, day

pytestmark = pytest.mark.django_db
ELSEWHERE = "520521000000"


def test_the_default_stands_where_nothing_is_entered():
    found = rule("return", place=CITY, on=TODAY)
    entry = DEFAULTS["return"]
    assert found == Rule("return", "退办申请期限", 5, "workdays", entry.basis, entry.source, True)
    assert standing("return", place=CITY, on=TODAY).row is None


def test_the_nearest_place_counts(change):
    change("return", 7, unit="workdays")
    change("return", 3, unit="workdays", place=TOWNSHIP)
    places = (VILLAGE, TOWNSHIP, COUNTY, CITY, "Z52050000001")
    assert [value("return", place=place, on=TODAY) for place in places] == [3, 3, 7, 7, 7]
    change("return", 10, unit="days", place=COUNTY)
    assert [rule("return", place=place, on=TODAY).length for place in (VILLAGE, COUNTY, ELSEWHERE)] == [
        "3个工作日", "10天", "7个工作日",
    ]  # fmt: skip


def test_the_day_counts(change):
    change("return", 7, unit="workdays", valid_from=day("2026-03-10"))
    change("return", 3, unit="workdays", valid_from=day("2026-05-01"))
    days = ("2026-03-09", "2026-03-10", "2026-04-30", "2026-05-01", "2030-01-01")
    assert [value("return", place=CITY, on=day(text)) for text in days] == [5, 7, 7, 3, 3]


def test_a_row_put_between_two_others_ends_before_the_later(change):
    change("return", 3, unit="workdays", valid_from=day("2026-05-01"))
    change("return", 7, unit="workdays", valid_from=day("2026-03-10"))
    assert [value("return", place=CITY, on=day(text)) for text in ("2026-04-30", "2026-05-01")] == [7, 3]
    spans = LocalRule.objects.order_by("valid_from").values_list("valid_from", "valid_to")
    assert list(spans) == [(day("2026-03-10"), day("2026-04-30")), (day("2026-05-01"), None)]


def test_a_case_keeps_the_rules_that_stood_when_its_clock_started(change):
    keys = ["reply", "return", "pre_review_by_gov_office", "category_scheme"]
    kept = json.loads(json.dumps(snapshot(keys, place=CITY, on=TODAY)))
    change("reply", 2, unit="months")
    change("pre_review_by_gov_office", False)
    assert (rule_from(kept, "reply").value, rule("reply", place=CITY, on=TODAY).value) == (3, 2)
    assert value_from(kept, "pre_review_by_gov_office") is True
    assert value("pre_review_by_gov_office", place=CITY, on=TODAY) is False
    assert [item["code"] for item in value_from(kept, "category_scheme")] == ["A", "B", "C"]
    assert kept["return"]["words"] == "5个工作日"
    with pytest.raises(KeyError):
        rule_from(kept, "redo")


def test_the_switch_of_holidays_goes_with_every_length(change):
    assert str(due("reply", day("2026-03-20"), place=CITY).due) == "2026-06-22"
    change("roll_over_holiday", False)
    found = due("reply", day("2026-03-20"), place=CITY)
    assert (str(found.due), found.why) == ("2026-06-20", "3个月至6月20日，遇休息日不顺延")


def test_a_due_date_explains_itself_with_its_basis():
    found = due("reply", day("2026-03-20"), place=CITY)
    assert found == Due(
        "reply", day("2026-03-20"), day("2026-06-20"), day("2026-06-22"),
        "3个月至6月20日，端午节假期顺延至6月22日", DEFAULTS["reply"].basis,
    )  # fmt: skip


def test_what_is_no_rule_or_no_length():
    with pytest.raises(UnknownRule):
        value("nonsense", place=CITY, on=TODAY)
    with pytest.raises(UnknownRule):
        rule("vote.mark", place=CITY, on=TODAY)


def test_asking_is_cheap(django_assert_num_queries):
    value("reply", place=CITY, on=TODAY)
    with django_assert_num_queries(0):
        snapshot(DEFAULTS, place=VILLAGE, on=TODAY)


def test_another_process_notices_a_change_and_an_end(change, monkeypatch):
    row = change("return", 7, unit="workdays")
    assert value("return", place=CITY, on=TODAY) == 7
    monkeypatch.setattr(remembered, "LOOK_AFTER", 0)
    LocalRule.objects.filter(pk=row.pk).update(valid_to=TODAY)
    assert value("return", place=CITY, on=TODAY + dt.timedelta(days=1)) == 5
    LocalRule.objects.filter(pk=row.pk).update(is_void=True)
    assert value("return", place=CITY, on=TODAY) == 5


def test_the_whole_book_once():
    keys = [one.setting.key for _, rows in by_group(place=CITY, on=TODAY) for one in rows]
    assert sorted(keys) == sorted(DEFAULTS)


def test_an_ended_row_gives_way_to_the_wider_place(change):
    change("return", 7, unit="workdays")
    row = change("return", 3, unit="workdays", place=COUNTY)
    end_rule(row, actor=actor_in("deputy_affairs"), at=AT)
    tomorrow = TODAY + dt.timedelta(days=1)
    assert [value("return", place=COUNTY, on=on) for on in (TODAY, tomorrow)] == [3, 7]
