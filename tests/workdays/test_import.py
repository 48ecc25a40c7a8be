"""Importing a year: once, by whom, and what it changes."""

import datetime as dt

import pytest

from minqiao.foundation.accounts.choices import Role
from minqiao.foundation.trail.models import Event
from minqiao.foundation.trail.queries import fault_in_trail
from minqiao.foundation.workdays.actions import import_year_rows
from minqiao.foundation.workdays.models import Day, Year
from minqiao.foundation.workdays.queries import calendar, days_of, years
from minqiao.foundation.workdays.rules import read, shipped_calendar
from minqiao.kit import remembered
from minqiao.kit.deadlines import MissingYear
from minqiao.kit.workflow import Refused
from tests.workdays.conftest import AT, SOURCE, actor_in, csv_of_2027

pytestmark = pytest.mark.django_db
NEW_YEAR = dt.date(2027, 1, 1)


def put(actor, text=None, at=AT):
    rows, faults = read(text or csv_of_2027())
    assert faults == []
    return import_year_rows(rows=rows, source=SOURCE, actor=actor, at=at)


def test_four_years_come_with_the_product():
    numbers = {2023: "2022〕16", 2024: "2023〕7", 2025: "2024〕12", 2026: "2025〕7"}
    notice = "国务院办公厅关于{}年部分节假日安排的通知（国办发明电〔{}号）"
    assert [one.source for one in years()] == [notice.format(*pair) for pair in numbers.items()]
    assert Day.objects.count() == 1461


def test_the_table_says_what_the_shipped_file_says():
    shipped, kept = shipped_calendar(), calendar()
    every = [dt.date(2023, 1, 1) + dt.timedelta(days=number) for number in range(1461)]
    assert [kept.is_workday(day) for day in every] == [shipped.is_workday(day) for day in every]
    assert [kept.holiday(day) for day in every] == [shipped.holiday(day) for day in every]


def test_an_import_makes_a_missing_year_known(affairs):
    with pytest.raises(MissingYear):
        calendar().is_workday(NEW_YEAR)
    assert put(affairs) == [2027]
    assert (calendar().is_workday(NEW_YEAR), calendar().holiday(NEW_YEAR)) == (False, "元旦")
    event = Event.objects.get(action="import_calendar")
    assert (event.subject_id, event.name) == (2027, "工作人员甲")
    assert event.note == f"{SOURCE}：放假14天，调休上班1天，共365天"
    assert fault_in_trail() == ""


def test_the_same_file_again_changes_nothing(affairs):
    put(affairs)
    assert put(affairs, at=AT + dt.timedelta(days=1)) == []
    assert Year.objects.get(pk=2027).imported_at == AT
    assert Event.objects.filter(action="import_calendar").count() == 1


def test_a_corrected_year_takes_the_place_of_the_old(affairs):
    put(affairs)
    corrected = csv_of_2027().replace("2027-06-10,1,workday,", "2027-06-10,0,holiday,端午节")
    assert put(affairs, corrected, AT + dt.timedelta(hours=1)) == [2027]
    assert len(days_of(2027)) == 365
    assert calendar().holiday(dt.date(2027, 6, 10)) == "端午节"


@pytest.mark.parametrize("role", [role for role in Role if role != Role.DEPUTY_AFFAIRS])
def test_nobody_else_may_import(role):
    with pytest.raises(Refused, match="只有代表工作委员会可以导入工作日历"):
        put(actor_in(role))
    assert Year.objects.filter(pk=2027).count() == 0


def test_the_calendar_is_not_asked_of_the_database_each_time(django_assert_num_queries):
    calendar()
    with django_assert_num_queries(0):
        assert [calendar().is_workday(dt.date(2026, 6, 19)) for _ in range(100)] == [False] * 100


def test_another_process_notices_an_import(affairs, monkeypatch, django_assert_num_queries):
    calendar()
    rows, _ = read(csv_of_2027())
    Day.objects.bulk_create(Day(date=row.date, is_workday=row.is_workday, kind=row.kind) for row in rows)
    Year.objects.create(year=2027, source=SOURCE, imported_at=AT, imported_by="另一进程")
    with pytest.raises(MissingYear):
        calendar().is_workday(NEW_YEAR)
    monkeypatch.setattr(remembered, "LOOK_AFTER", 0)
    assert calendar().is_workday(NEW_YEAR) is False
    with django_assert_num_queries(1):
        calendar()
