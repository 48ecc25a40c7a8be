"""The demo's day: an earlier one gives less, a later one more, the same one always the same."""

import datetime as dt
from collections import Counter
from functools import cache

import pytest
from django.db import transaction

from minqiao.config.demo.days import moment
from minqiao.duties.suggestions.models import Batch, Handling, Suggestion
from minqiao.foundation.trail.models import Event
from tests.demo.conftest import built, on_sqlite

pytestmark = pytest.mark.django_db


def test_before_the_year_there_is_only_the_registry():
    registry = built("small", dt.date(2026, 2, 1))
    assert len(registry["mandates"]) == 40
    assert (Suggestion.objects.count(), Batch.objects.count()) == (0, 0)


def test_on_the_day_of_assignment_the_batch_waits_to_be_issued():
    built("small", dt.date(2026, 3, 20))
    batch = Batch.objects.get(name="3-5")
    assert (batch.state, batch.suggestions.count()) == ("prepared", 24)
    assert set(batch.suggestions.values_list("state", flat=True)) == {"accepted"}


def test_a_day_later_it_is_dispatched_but_for_the_held():
    built("small", dt.date(2026, 3, 21))
    items = Batch.objects.get(name="3-5").suggestions
    assert Counter(items.values_list("state", flat=True)) == {"dispatched": 23, "assigned": 1}
    assert set(items.filter(is_hard=False).values_list("due_on", flat=True)) == {dt.date(2026, 6, 22)}
    assert set(items.filter(is_hard=True).values_list("due_on", flat=True)) == {dt.date(2026, 9, 20)}


@on_sqlite
@pytest.mark.scale
def test_at_the_end_of_the_year_everything_is_answered():
    built("small", dt.date(2027, 3, 1))
    answering = Handling.objects.exclude(role="assist")
    assert set(answering.values_list("state", flat=True)) == {"evaluated"}
    assert Event.objects.order_by("at").last().at <= moment("12-31 09:00")
    numbered = Suggestion.objects.exclude(number="")
    assert set(numbered.values_list("state", flat=True)) <= {"closed", "evaluated"}


USUAL = dt.date(2026, 6, 10)


@cache
def _usual_picture():
    """The demo of the usual day, built once for the tests that look at it."""
    return _picture(USUAL)


def _picture(today):
    """What a demo of this day looks like; it is taken back at once."""
    with transaction.atomic():
        built("small", today)
        rows = Suggestion.objects.order_by("created_at", "title")
        found = list(rows.values_list("number", "title", "state", "due_on", "handled_by", "facts"))
        transaction.set_rollback(True)
    return found


@on_sqlite
@pytest.mark.scale
def test_the_same_day_looks_the_same_each_time():
    first = _usual_picture()
    assert len(first) > 30
    assert _picture(USUAL) == first


@on_sqlite
@pytest.mark.scale
def test_a_later_day_only_adds():
    early = {row[1]: row[0] for row in _picture(dt.date(2026, 4, 20)) if row[0]}
    late = {row[1]: row[0] for row in _usual_picture() if row[0]}
    assert {title: late[title] for title in early} == early
    assert len(late) > len(early)
