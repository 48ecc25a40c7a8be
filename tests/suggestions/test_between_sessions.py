"""闭会期间的建议: own numbers, the workdays to assign, light and reminder, the consent of the chairs."""

import datetime as dt

import pytest
from django.urls import reverse

from minqiao.duties.suggestions.actions import office
from minqiao.duties.suggestions.actions.drafting import submit
from minqiao.duties.suggestions.models import Suggestion
from minqiao.duties.suggestions.queries.waiting import waiting
from minqiao.duties.suggestions.tasks import remind_to_assign_in_time
from minqiao.foundation.rulebook.actions import change_rule
from minqiao.foundation.trail.models import Event
from minqiao.foundation.workdays.models import Day
from minqiao.foundation.workdays.queries import forget_calendar
from minqiao.kit.workflow import Refused
from minqiao.overviews.notifications.models import Message
from tests.factories import a_draft, a_registered, a_submitted, at, day

pytestmark = pytest.mark.django_db


def local_rule(world, key, value, unit="", since="2026-04-01"):
    """Let another value stand in the city from a day on."""
    facts = {"basis": "本市办法", "source": "2026年", "level": "city", "place": world.area.pk}
    change_rule(
        key=key, value=value, unit=unit, valid_from=day(since), actor=world.affairs, at=at(since), **facts
    )


def january(year):
    """A January of plain weeks, as if its year had been imported."""
    days = [dt.date(year, 1, number) for number in range(1, 32)]
    kinds = ["workday" if one.weekday() < 5 else "weekend" for one in days]
    Day.objects.bulk_create(
        Day(date=one, is_workday=kind == "workday", kind=kind) for one, kind in zip(days, kinds, strict=True)
    )
    forget_calendar()


def numbers(world, *days):
    """The numbers of suggestions handed in and registered on these pairs of days."""
    return [a_registered(world, when, submitted=on).number for on, when in days]


def test_each_series_counts_for_itself_and_by_the_year_of_handing_in(world):
    january(2027)
    assert numbers(
        world,
        ("2026-03-05", "2026-03-06"),
        ("2026-03-09", "2026-03-10"),
        ("2026-03-06", "2026-03-11"),
        ("2026-05-11", "2026-05-12"),
    ) == ["3-5-001", "3-闭2026-001", "3-5-002", "3-闭2026-002"]
    late = a_submitted(world, "2026-12-31")
    office.register(late, actor=world.affairs, at=at("2027-01-04"))
    assert (late.number, late.year) == ("3-闭2026-003", 2026)


@pytest.mark.parametrize(
    ("received", "due"),
    [
        ("2026-09-24", "2026-10-12"),  # Mid-Autumn and National Day between; 10 October is a make-up Saturday
        ("2026-04-29", "2026-05-12"),  # Labour Day; 9 May is a make-up Saturday
        ("2026-06-17", "2026-06-29"),  # Dragon Boat
        ("2026-05-11", "2026-05-20"),
    ],
)
def test_the_workdays_to_assign_run_over_holidays(world, received, due):
    found = a_submitted(world, received)
    assert found.assign_due_on == day(due)
    assert found.assign_due_facts["due"] == due
    assert "7个工作日" in found.assign_due_facts["why"]


def test_in_session_there_is_no_such_date(world):
    assert a_submitted(world, "2026-03-05").assign_due_on is None


def test_a_place_may_set_another_length(world):
    local_rule(world, "assign_inter_session", 5, "workdays")
    assert a_submitted(world, "2026-09-24").assign_due_on == day("2026-10-09")


def test_handed_in_again_it_runs_again(world):
    found = a_submitted(world, "2026-05-11")
    office.send_back(found, actor=world.affairs, at=at("2026-05-12"), note="请写清地点")
    submit(found, actor=world.deputy, at=at("2026-05-18"))
    assert found.assign_due_on == day("2026-05-27")


def test_a_missing_calendar_year_does_not_stop_the_deputy_but_the_register_names_it(world):
    found = a_submitted(world, "2026-12-28")
    assert found.assign_due_on is None
    with pytest.raises(Refused, match="2027"):
        office.register(found, actor=world.affairs, at=at("2026-12-29"))


def ticks(world, *days):
    """How many reminders each of these mornings brought."""
    found = []
    for on in days:
        before = Event.objects.filter(action__startswith="remind_assign").count()
        remind_to_assign_in_time(at(on))
        remind_to_assign_in_time(at(on))
        found.append(Event.objects.filter(action__startswith="remind_assign").count() - before)
    return found


def test_the_office_is_reminded_once_when_red_and_once_when_late(world):
    found = a_submitted(world, "2026-09-24")  # by 12 October
    Message.objects.all().delete()
    days = ("2026-09-25", "2026-09-28", "2026-09-29", "2026-10-12", "2026-10-13", "2026-10-14")
    assert ticks(world, *days) == [0, 0, 1, 0, 1, 0]
    told = Message.objects.order_by("pk").values_list("user__username", "words", "is_urgent")
    assert list(told) == [
        ("affairs", f"闭会期间的建议，5个工作日内应当交办： {found.title}", False),
        ("affairs", f"闭会期间的建议，已经超过交办期限： {found.title}", True),
    ]


def test_what_is_assigned_is_not_reminded_of(world):
    found = a_registered(world, "2026-09-25", submitted="2026-09-24")
    office.assign(found, actor=world.affairs, at=at("2026-09-28"), assigned_on=day("2026-09-28"))
    assert ticks(world, "2026-10-13") == [0]


def test_the_office_sees_the_date_among_what_waits(world):
    a_submitted(world, "2026-09-24")
    (row,) = [one for one in waiting(world.affairs, day("2026-09-25")) if "审核登记" in one.act]
    assert (row.due_on, "7个工作日" in row.why) == (day("2026-10-12"), True)
    office.register(Suggestion.objects.get(), actor=world.affairs, at=at("2026-09-25"))
    (row,) = waiting(world.affairs, day("2026-09-25"))
    assert (row.url, row.due_on) == (reverse("suggestions:batches"), day("2026-10-12"))


def test_where_the_rule_wants_it_the_chairs_council_agrees_first(world):
    local_rule(world, "chairs_agree_inter_session", True)
    found = a_registered(world, "2026-05-12", submitted="2026-05-11")
    assert [one.act for one in waiting(world.chairs, day("2026-05-12"))] == [
        "闭会期间的建议，请研究是否同意交办"
    ]
    words = {"actor": world.affairs, "at": at("2026-05-13"), "assigned_on": day("2026-05-13")}
    with pytest.raises(Refused, match="3-闭2026-001是闭会期间的建议，须经主任会议同意后交办"):
        office.assign(found, **words)
    office.agree_assign(found, actor=world.chairs, at=at("2026-05-13"))
    with pytest.raises(Refused, match="主任会议已经同意交办"):
        office.agree_assign(found, actor=world.chairs, at=at("2026-05-13"))
    assert office.assign(found, **words).due_on == day("2026-08-13")


def test_in_session_the_rule_asks_nobody(world):
    local_rule(world, "chairs_agree_inter_session", True, since="2026-03-01")
    found = a_registered(world)
    with pytest.raises(Refused, match="本地规则不要求主任会议同意"):
        office.agree_assign(found, actor=world.chairs, at=at("2026-03-11"))


def test_a_draft_has_no_date(world):
    assert a_draft(world, "2026-05-11").assign_due_on is None
