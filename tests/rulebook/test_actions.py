"""Changing a rule: the right, the law, the trail, and what is never rewritten."""

import datetime as dt

import pytest

from minqiao.foundation.accounts.choices import Role
from minqiao.foundation.rulebook.actions import end_rule
from minqiao.foundation.rulebook.models import LocalRule
from minqiao.foundation.rulebook.queries import history, value
from minqiao.foundation.trail.models import Event
from minqiao.foundation.trail.queries import fault_in_trail
from minqiao.kit.workflow import Refused
from tests.rulebook.conftest import AT, CITY, COUNTY, TODAY, actor_in, day

pytestmark = pytest.mark.django_db
AFFAIRS = actor_in(Role.DEPUTY_AFFAIRS)


def test_a_change_is_a_row_and_an_event(change):
    row = change("return", 7, unit="workdays")
    assert (row.changed_by, row.changed_at, row.valid_from, row.valid_to) == ("工作人员甲", AT, TODAY, None)
    event = Event.objects.get(action="change_rule")
    assert event.note == "退办申请期限：自2026-03-01起为7个工作日。依据：市人大常委会办法第五条（2026年印发）"
    assert (event.capacity, event.subject_id) == ("代表工作委员会", row.pk)
    assert fault_in_trail() == ""


@pytest.mark.parametrize("role", [role for role in Role if role != Role.DEPUTY_AFFAIRS])
def test_nobody_else_may_change(change, role):
    with pytest.raises(Refused, match="只有代表工作委员会可以修改规则"):
        change("return", 7, unit="workdays", actor=actor_in(role))
    assert (LocalRule.objects.count(), Event.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    ("key", "value_", "more", "why"),
    [
        ("reply", 4, {"unit": "months"}, "最长3个月，只能缩短"),
        ("reply_hard", 8, {"unit": "months"}, "最长6个月，只能缩短"),
        ("reply", 90, {"unit": "days"}, "不能改用其他单位"),
        ("return", 7, {"unit": "workdays", "valid_from": day("2026-02-28")}, "生效日不能早于今天"),
        ("return", 7, {"unit": "workdays", "place": "110000000000"}, "不在本地"),
        ("duty.points_enabled", True, {}, "不作履职量化考核"),
    ],
)
def test_what_may_not_stand(change, key, value_, more, why):
    with pytest.raises(Refused, match=why):
        change(key, value_, **more)
    assert LocalRule.objects.count() == 0


def test_the_law_allows_less(change):
    change("reply", 2, unit="months")
    assert value("reply", place=COUNTY, on=TODAY) == 2


def test_a_correction_on_the_same_day_voids_the_first(change):
    change("return", 7, unit="workdays")
    change("return", 8, unit="workdays", at=AT + dt.timedelta(minutes=5))
    assert value("return", place=CITY, on=TODAY) == 8
    assert [(row.value, row.is_void) for row in history("return")] == [(8, False), (7, True)]
    assert Event.objects.order_by("-seq").first().note.endswith("；同日生效的另一值作废1条")


def test_a_row_not_yet_begun_is_void_when_ended(change):
    row = change("return", 7, unit="workdays", valid_from=day("2026-05-01"))
    assert end_rule(row, actor=AFFAIRS, at=AT).is_void is True
    assert value("return", place=CITY, on=day("2026-06-01")) == 5
    assert Event.objects.get(action="end_rule").note == "退办申请期限（520500000000）：尚未生效，作废"


def test_a_row_ends_once_and_by_the_right_hand(change):
    row = change("return", 7, unit="workdays")
    with pytest.raises(Refused, match="只有代表工作委员会可以修改规则"):
        end_rule(row, actor=actor_in(Role.GOV_OFFICE), at=AT)
    end_rule(row, actor=AFFAIRS, at=AT)
    assert row.valid_to == TODAY
    with pytest.raises(Refused, match="这一条已经失效"):
        end_rule(row, actor=AFFAIRS, at=AT)
