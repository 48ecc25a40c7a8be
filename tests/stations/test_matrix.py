"""Every step × everybody × every state, generated from the tables: who may, and the reason when not."""

import datetime as dt
from types import SimpleNamespace

import pytest

from minqiao.duties.stations import choices as c
from minqiao.duties.stations.rules import opinions, people, places
from minqiao.duties.stations.workflow import INSPECTION, OPINION, PLACE, RECEPTION
from minqiao.foundation.accounts.choices import Role
from minqiao.kit.actor import CLOCK, NOBODY
from tests.factories import day
from tests.matrix import Matrix, Rows, on_stage

ON = day("2026-06-01")
COUNTY, CITY, ELSEWHERE = 1, 2, 3
PLACE_ID, STATION_ID, OPINION_ID, ATTACHED = 11, 10, 77, 100


STAGE = {
    "nobody": NOBODY,
    "clock": CLOCK,
    "resident": people.resident_of(SimpleNamespace(pk=OPINION_ID)),
    "other_resident": people.resident_of(SimpleNamespace(pk=OPINION_ID + 1)),
    "keeper": on_stage(Role.STATION_KEEPER, STATION_ID, COUNTY),
    "room_keeper": on_stage(Role.STATION_KEEPER, PLACE_ID, COUNTY),
    "other_keeper": on_stage(Role.STATION_KEEPER, 99, COUNTY),
    "county": on_stage(Role.DEPUTY_AFFAIRS, COUNTY, COUNTY),
    "city": on_stage(Role.DEPUTY_AFFAIRS, CITY, CITY),
    "other_county": on_stage(Role.DEPUTY_AFFAIRS, ELSEWHERE, ELSEWHERE),
    "attached": on_stage(Role.DEPUTY, ATTACHED, COUNTY),
    "county_deputy": on_stage(Role.DEPUTY, 101, COUNTY),
    "city_deputy": on_stage(Role.DEPUTY, 102, CITY),
    "deputy_elsewhere": on_stage(Role.DEPUTY, 103, ELSEWHERE),
    "chairs": on_stage(Role.CHAIRS_COUNCIL, 102, CITY),
    "gov": on_stage(Role.GOV_OFFICE, CITY, CITY),
    "officer": on_stage(Role.UNIT_OFFICER, 5, CITY),
    "system_admin": on_stage(Role.SYSTEM_ADMIN, 0, 0),
}
AT_STATION = {"keeper", "room_keeper", "county"}
WHO = {
    "by_guide": {"county"},
    "by_reviewer": {"city"},
    "by_inspector": {"county", "city"},
    "by_keeper": AT_STATION,
    "by_station": AT_STATION,
    "by_listener": AT_STATION | {"attached"},
    "by_place_keeper": AT_STATION,
    "by_on_duty": AT_STATION | {"attached"},
    "by_holder": AT_STATION,
    "by_right_deputy": {"attached", "county_deputy", "city_deputy"},
    "by_resident": {"resident"},
}


def _place(state, action):
    facts = dict.fromkeys(("address", "head", "phone", "opening"), "有")
    return SimpleNamespace(
        state=state, get_state_display=lambda: state, pk=PLACE_ID, parent_id=STATION_ID, congress_id=COUNTY,
        city_id=CITY, kind=SimpleNamespace(model_slots=5), slots_taken=4, last_held_on=ON,
        model_months=3, **facts,
    )  # fmt: skip


def _opinion(state, action):
    """A stand-in whose matter is in order for the act."""
    bad = action == "send_again"
    return SimpleNamespace(
        state=state, get_state_display=lambda: state, pk=OPINION_ID, place_id=PLACE_ID, station_id=STATION_ID,
        congress_id=COUNTY, city_id=CITY, deputy_ids=frozenset({ATTACHED}), route="township", wanted_level="",
        suggestion_id=None, rating="dissatisfied" if bad else "satisfied", was_sent_again=False,
        told_on=None if action == "tell" else ON, answer="已修好。",
        published_on=ON if action == "take_down" else None,
    )  # fmt: skip


def _reception(state, action):
    return SimpleNamespace(
        state=state, get_state_display=lambda: state, place=_place("operating", ""), on_duty_ids={ATTACHED},
        on=ON if action == "hold" else ON + dt.timedelta(days=3), notice_days=3,
    )  # fmt: skip


def _inspection(state, action):
    sheets = Rows([1] if action == "score" else [1, 2])
    return SimpleNamespace(
        state=state, get_state_display=lambda: state, congress_id=COUNTY, city_id=CITY, sheets=sheets
    )


TABLES = (
    (INSPECTION, c.InspectionState, _inspection),
    (RECEPTION, c.ReceptionState, _reception),
    (PLACE, c.PlaceState, _place),
    (OPINION, c.OpinionState, _opinion),
)
MATRIX = Matrix(STAGE, WHO, TABLES, ON)


@pytest.mark.parametrize("case", MATRIX.cases(), ids=MATRIX.name_of)
def test_exactly_these_may(case):
    MATRIX.check(*case)


def test_the_oracle_knows_every_check_of_people():
    assert MATRIX.checks() == set(WHO)


@pytest.mark.parametrize(
    ("facts", "who"),
    [
        ({"route": "county"}, {"county"}),
        ({"route": "county", "state": "converted"}, AT_STATION),
        ({"route": "higher_deputy"}, AT_STATION),
    ],
)
def test_who_answers_follows_the_route(facts, who):
    subject = _opinion("assigned", "answer")
    vars(subject).update(facts)
    assert {name for name, actor in STAGE.items() if not people.by_holder(actor, subject)} == who


def test_what_needs_the_city_is_raised_by_a_deputy_of_the_city():
    subject = _opinion("assigned", "convert")
    subject.wanted_level = "prefecture"
    reasons = {name: people.by_right_deputy(actor, subject) for name, actor in STAGE.items()}
    assert {name for name, why in reasons.items() if not why} == {"city_deputy"}
    assert reasons["county_deputy"] == "这件意见需要市级解决，请由市人大代表提出建议"
    assert reasons["deputy_elsewhere"] == "您所在的人大不管辖这个地方，请转告当地的代表"


def test_who_may_see_how_to_reach_a_resident():
    subject = _opinion("received", "route")
    subject.taken_by_id = ATTACHED
    open_to = {name for name, actor in STAGE.items() if not people.contact_closed_to(actor, subject)}
    assert open_to == AT_STATION | {"attached"}
    subject.taken_by_id = None
    open_to = {name for name, actor in STAGE.items() if not people.contact_closed_to(actor, subject)}
    assert open_to == AT_STATION


@pytest.mark.parametrize(
    ("rating", "again", "told", "end", "back"),
    [
        ("", False, False, "还没有把结果告知群众，不能办结", "群众没有评价为不满意，不需要再办"),
        ("", False, True, "", "群众没有评价为不满意，不需要再办"),
        ("satisfied", False, False, "", "群众没有评价为不满意，不需要再办"),
        ("dissatisfied", False, True, "群众不满意，请先退回再办一次", ""),
        ("dissatisfied", True, True, "", "已经退回再办过一次，请作好解释后办结"),
    ],
)
def test_a_bad_rating_goes_back_once_and_nothing_ends_untold(rating, again, told, end, back):
    subject = SimpleNamespace(rating=rating, was_sent_again=again, told_on=ON if told else None)
    assert opinions.may_end(None, subject) == end
    assert opinions.was_rated_badly(None, subject) == back


def test_a_place_opens_when_it_can_be_found_and_called():
    place = SimpleNamespace(address="一楼", head="", phone="", opening="每周一")
    assert places.has_keeper_words(None, place) == "启用前请补全：站长、电话"
