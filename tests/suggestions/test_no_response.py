"""No answer after two chasers is no response: shown, and out of the base."""

import pytest

from minqiao.duties.suggestions.actions import closing, rounds
from minqiao.duties.suggestions.figures import satisfaction
from minqiao.duties.suggestions.tasks import chase_evaluations
from minqiao.foundation.trail.models import Event
from minqiao.kit.workflow import Refused
from minqiao.overviews.notifications.models import Message
from tests.factories import a_replied, an_evaluated, at, day, handlings_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(world):
    """Replied on 2026-05-20: to be evaluated within fifteen workdays, by 2026-06-10."""
    found, _ = a_replied(world)
    return found, handlings_of(found)["A14"]


def refused(act, *args, **kwargs):
    with pytest.raises(Refused) as refusal:
        act(*args, **kwargs)
    return refusal.value.why


def test_two_chasers_each_with_its_day_then_no_response(world, case):
    found, row = case
    why = refused(rounds.chase_evaluation, row, actor=world.affairs, at=at("2026-06-10"))
    assert why == "评价期限是2026-06-10，还没有到，不需要催促"
    rounds.chase_evaluation(row, actor=world.affairs, at=at("2026-06-11"))
    why = refused(rounds.chase_evaluation, row, actor=world.affairs, at=at("2026-06-11"))
    assert why == "2026-06-11已经催促过，请改日再办"
    why = refused(rounds.mark_no_response, row, actor=world.affairs, at=at("2026-06-18"))
    assert why == "催促两次以后仍没有反馈的，才能记为经催促未反馈"
    rounds.chase_evaluation(row, actor=world.affairs, at=at("2026-06-18"))
    why = refused(rounds.chase_evaluation, row, actor=world.affairs, at=at("2026-06-25"))
    assert why == "已经催促两次，可以记为经催促未反馈"
    rounds.mark_no_response(row, actor=world.affairs, at=at("2026-06-25"))
    found.refresh_from_db()
    assert (row.first_chased_on, row.second_chased_on) == (day("2026-06-11"), day("2026-06-18"))
    assert (row.state, found.state, found.evaluation_state) == ("evaluated", "evaluated", "no_response")
    closing.close(found, actor=world.affairs, at=at("2026-06-26"))
    assert (found.state, found.closing_outcome) == ("closed", "agreed")


def test_the_clock_chases_twice_a_week_apart_and_the_deputy_is_told(world, case):
    Message.objects.all().delete()
    assert chase_evaluations(at("2026-06-10 20:00")) == []
    assert chase_evaluations(at("2026-06-11 20:00")) == ["代表建议：催促评价1件"]
    assert chase_evaluations(at("2026-06-11 21:00")) == []
    assert chase_evaluations(at("2026-06-18 20:00")) == ["代表建议：催促评价1件"]
    assert chase_evaluations(at("2026-06-25 20:00")) == []
    notes = Event.objects.filter(action="chase_evaluation").order_by("seq").values_list("name", "note")
    assert list(notes) == [("系统时钟", "第一次"), ("系统时钟", "第二次")]
    told = Message.objects.values_list("user_id", flat=True)
    assert list(told) == [world.deputy.user_id] * 2


def test_silence_is_outside_the_base_unless_the_place_counts_it(world, case):
    _, row = case
    an_evaluated(world)
    for on in ("2026-06-11", "2026-06-18"):
        rounds.chase_evaluation(row, actor=world.affairs, at=at(on))
    rounds.mark_no_response(row, actor=world.affairs, at=at("2026-06-25"))
    figures = satisfaction(world.affairs)
    assert (figures["base"], figures["returned"], figures["no_response"]) == (1, 1, 1)
    assert satisfaction(world.affairs, counts_silence=True)["base"] == 2
