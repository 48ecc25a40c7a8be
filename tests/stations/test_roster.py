"""Reception days: the fair roster (property), the rhythm of months and markets, leave, swaps, the notice."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minqiao.duties.stations.actions import receptions
from minqiao.duties.stations.models import Duty, Reception
from minqiao.duties.stations.queries.receptions import announced_at, without_reception
from minqiao.duties.stations.rules.rhythm import first_of_months, market_days, monthly_days
from minqiao.duties.stations.rules.roster import roster
from minqiao.foundation.workdays.queries import calendar
from minqiao.instruments.papers.models import Paper
from minqiao.kit.workflow import Refused
from tests.factories import at, day
from tests.stations import stages

DAYS = [dt.date(2026, 1, 1) + dt.timedelta(days=7 * week) for week in range(20)]
FEW = settings(max_examples=60, deadline=None, database=None, derandomize=True)
PEOPLE = st.integers(1, 9).map(lambda size: list(range(1, size + 1)))


@FEW
@given(people=PEOPLE, days=st.integers(1, 20), per_day=st.integers(1, 4))
def test_without_leave_no_two_differ_by_more_than_one(people, days, per_day):
    found = roster(DAYS[:days], people, per_day)
    counts = [sum(person in who for who in found.values()) for person in people]
    assert max(counts) - min(counts) <= 1
    assert {len(who) for who in found.values()} == {min(per_day, len(people))}


@FEW
@given(
    people=PEOPLE,
    per_day=st.integers(1, 4),
    away=st.dictionaries(st.integers(1, 9), st.sets(st.sampled_from(DAYS)), max_size=9),
    loads=st.dictionaries(st.integers(1, 9), st.integers(0, 5), max_size=9),
)
def test_nobody_sits_on_a_day_of_leave_nor_twice_and_no_chair_stays_empty(people, per_day, away, loads):
    found = roster(DAYS, people, per_day, away=away, loads=loads)
    for on, who in found.items():
        here = [person for person in people if on not in away.get(person, ())]
        assert len(who) == len(set(who)) == min(per_day, len(here))
        assert set(who) <= set(here)


def test_who_sat_before_sits_later():
    assert roster(DAYS[:2], [1, 2, 3], 1, loads={1: 2, 2: 1}) == {DAYS[0]: [3], DAYS[1]: [2]}


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("逢1、6", ["05-01", "05-06", "05-11"]),
        ("逢5、10", ["05-05", "05-10"]),
        ("每六天一次 2026-04-29", ["05-05", "05-11"]),
        ("星期日", ["05-03", "05-10"]),
        ("", []),
    ],
)
def test_market_days_by_the_words_of_a_place(words, days):
    found = market_days(words, day("2026-05-01"), day("2026-05-12"))
    assert [f"{one:%m-%d}" for one in found] == days


def test_the_first_market_day_of_each_month():
    found = first_of_months(market_days("逢5、10", day("2026-04-08"), day("2026-06-30")))
    assert found == [day("2026-04-10"), day("2026-05-05"), day("2026-06-05")]


@pytest.mark.django_db
def test_a_day_of_the_month_moves_to_a_workday():
    found = monthly_days(day("2026-01-01"), day("2026-03-31"), 31, calendar())
    assert found == [day("2026-01-30"), day("2026-02-28"), day("2026-03-31")]
    assert monthly_days(day("2026-02-01"), day("2026-02-28"), 15, calendar()) == [day("2026-02-24")]


@pytest.fixture
def planned(world):
    """Three monthly days of the room, one deputy each, of two attached."""
    stages.ready(world)
    words = {"rhythm": "monthly", "per_day": 1, "starts_at": dt.time(9), "ends_at": dt.time(11)}
    stretch = {"first": day("2026-06-10"), "last": day("2026-08-31")}
    return receptions.plan(world.room, actor=world.keeper, at=at("2026-06-01"), **stretch, **words)


def who(reception):
    return list(Duty.objects.filter(reception=reception, is_away=False).values_list("mandate_id", flat=True))


@pytest.mark.django_db
def test_planned_fairly_and_again_changes_nothing(world, planned):
    first, second = sorted(world.room.deputy_ids)
    assert [row.on for row in planned] == [day("2026-06-15"), day("2026-07-15"), day("2026-08-17")]
    assert [who(row) for row in planned] == [[first], [second], [first]]
    words = {"rhythm": "monthly", "per_day": 1, "starts_at": dt.time(9), "ends_at": dt.time(11)}
    stretch = {"first": day("2026-06-10"), "last": day("2026-09-30")}
    more = receptions.plan(world.room, actor=world.keeper, at=at("2026-06-01"), **stretch, **words)
    assert [(row.on, who(row)) for row in more] == [(day("2026-09-15"), [second])]
    with pytest.raises(Refused, match="这段时间没有需要新排的接待日"):
        receptions.plan(world.room, actor=world.keeper, at=at("2026-06-01"), **stretch, **words)


@pytest.mark.django_db
def test_announced_three_days_before_or_not_at_all(world, planned):
    first = Reception.objects.select_related("place").get(pk=planned[0].pk)
    with pytest.raises(Refused, match="应当在2026-06-12前公告（提前3天）"):
        receptions.announce(first, actor=world.keeper, at=at("2026-06-13"))
    receptions.announce(first, actor=world.keeper, at=at("2026-06-12"), topics="春耕用水")
    paper = Paper.objects.get(kind="reception_notice")
    assert (paper.title, first.state) == ("ZB-1-1联络点代表接待群众公告", "announced")
    (shown,) = announced_at(world.room, day("2026-06-12"))
    assert (shown.on, shown.topics, len(shown.names)) == (day("2026-06-15"), "春耕用水", 1)
    with pytest.raises(Refused, match="接待日是2026-06-15，还没有到"):
        receptions.hold(first, actor=world.keeper, at=at("2026-06-14"), visitors=3)
    receptions.hold(first, actor=world.keeper, at=at("2026-06-15"), visitors=3)
    assert (first.state, first.visitors) == ("held", 3)


@pytest.mark.django_db
def test_leave_and_swaps_keep_the_chairs_filled(world, planned):
    mine, theirs = (Reception.objects.select_related("place").get(pk=row.pk) for row in planned[:2])
    first, second = (one.mandate for one in Duty.objects.order_by("pk")[:2])
    receptions.swap(mine, actor=world.keeper, at=at("2026-06-02"), mandate=first, instead=second)
    assert [who(row) for row in planned] == [[second.pk], [first.pk], [first.pk]]
    receptions.ask_leave(theirs, actor=world.keeper, at=at("2026-06-03"), mandate=first, reason="外出")
    assert who(theirs) == []
    with pytest.raises(Refused, match="没有代表值班，请先换班安排代表"):
        receptions.announce(theirs, actor=world.keeper, at=at("2026-06-04"))
    receptions.swap(theirs, actor=world.keeper, at=at("2026-06-05"), mandate=first, instead=second)
    assert [who(row) for row in planned] == [[second.pk], [second.pk], [first.pk]]
    with pytest.raises(Refused, match="不在这次值班名单中"):
        receptions.ask_leave(theirs, actor=world.keeper, at=at("2026-06-05"), mandate=first, reason="x")


@pytest.mark.django_db
def test_cancelled_with_the_reason_which_the_public_reads(world, planned):
    first = Reception.objects.select_related("place").get(pk=planned[0].pk)
    receptions.announce(first, actor=world.keeper, at=at("2026-06-10"))
    receptions.cancel(first, actor=world.office, at=at("2026-06-11"), note="暴雨道路不通")
    (shown,) = announced_at(world.room, day("2026-06-12"))
    assert (shown.state, shown.reason) == ("cancelled", "暴雨道路不通")


@pytest.mark.django_db
def test_three_empty_months_are_a_signal(world, planned):
    seen = [one.code for one in without_reception(world.office, day("2026-06-16"))]
    assert seen == ["ZB-1", "ZB-1-1", "ZB-2"]
    first = Reception.objects.select_related("place").get(pk=planned[0].pk)
    receptions.announce(first, actor=world.keeper, at=at("2026-06-10"))
    receptions.hold(first, actor=world.keeper, at=at("2026-06-15"), visitors=0)
    assert [one.code for one in without_reception(world.office, day("2026-06-16"))] == ["ZB-1", "ZB-2"]
    assert [one.code for one in without_reception(world.office, day("2026-10-01"))] == [
        "ZB-1",
        "ZB-1-1",
        "ZB-2",
    ]
