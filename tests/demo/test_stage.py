"""The stage: lives go on in the order of time, a day at a time."""

import datetime as dt

import pytest

from minqiao.config.demo.days import day, moment, spread, workdays_after
from minqiao.config.demo.stage import Stage

pytestmark = pytest.mark.django_db


def life(said, name, *moments):
    for one in moments:
        yield moment(one)
        said.append((name, one))


def played(*lives, until="12-31 23:00"):
    stage, days = Stage(), []
    for one in lives:
        stage.enter(one)
    stage.play(moment(until), days.append)
    return days


def test_lives_go_on_in_the_order_of_time():
    said = []
    played(life(said, "a", "03-20 09:00", "03-23 09:00"), life(said, "b", "03-20 10:00", "03-20 11:00"))
    assert said == [("a", "03-20 09:00"), ("b", "03-20 10:00"), ("b", "03-20 11:00"), ("a", "03-23 09:00")]


def test_days_are_told_each_once():
    days = played(life([], "a", "03-20 09:00", "03-20 10:00", "03-24 09:00"))
    assert days == [dt.date(2026, 3, 20), dt.date(2026, 3, 24)]


def test_nothing_happens_after_the_last_moment():
    said = []
    played(life(said, "a", "03-20 09:00", "03-20 09:01"), until="03-20 09:00")
    assert said == [("a", "03-20 09:00")]


def test_a_life_may_begin_in_the_middle_of_another():
    said, stage = [], Stage()

    def parent():
        yield moment("03-20 09:00")
        stage.enter(life(said, "child", "03-20 09:30"))
        yield moment("03-20 10:00")
        said.append("parent")

    stage.enter(parent())
    stage.play(moment("03-21 00:00"), lambda on: None)
    assert said == [("child", "03-20 09:30"), "parent"]


def test_a_life_cannot_go_back_in_time():
    with pytest.raises(ValueError, match="which is over"):
        played(life([], "a", "03-20 09:00", "03-20 08:00"))


def test_workdays_know_holidays_and_days_made_up():
    assert workdays_after(day("06-18"), 1) == day("06-22")
    assert workdays_after(day("04-29"), 5) == day("05-09")
    assert workdays_after(day("06-22"), -1) == day("06-18")


def test_a_queue_is_worked_off_in_working_hours():
    moments = spread(day("03-13"), 5, 2)
    assert [one.strftime("%m-%d %H:%M") for one in moments] == [
        "03-13 09:00", "03-13 14:15", "03-16 09:00", "03-16 14:15", "03-17 09:00",
    ]  # fmt: skip
