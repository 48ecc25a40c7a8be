"""Whom each side may order: the government its own, the Congress side court, procuratorate, party bodies."""

from types import SimpleNamespace

import pytest

from minqiao.duties.suggestions.actions import handling, replying, returning
from minqiao.duties.suggestions.actions.dispatching import dispatch, dispatch_to_organ
from minqiao.duties.suggestions.models import Handling
from minqiao.duties.suggestions.rules.ordering import congress_hands_over, government_may_order
from minqiao.overviews.notifications.models import Message
from minqiao.registry.units.choices import UnitKind
from tests.factories import REPLY, a_contact, a_court, an_assigned, at, handlings_of
from tests.suggestions.test_pages import as_, post
from tests.suggestions.test_stale import refused

BEYOND = (
    "毕节市中级人民法院不属于政府系统，政府办公室不能向它分办，请代表工作委员会直接交办"
    "（依据：地方组织法第七十三条：政府领导所属各工作部门和下级人民政府的工作）"
)


def named(kind, role="sole"):
    return [(SimpleNamespace(name=kind, kind=kind), role, "")]


def test_the_government_orders_its_own_departments_governments_and_enterprises():
    orders = {kind for kind in UnitKind.values if government_may_order(named(kind)) == ""}
    assert orders == {"government", "county_government", "enterprise"}
    hands_over = {kind for kind in UnitKind.values if congress_hands_over(named(kind)) == ""}
    assert hands_over == set(UnitKind.values) - orders


def test_an_assistant_is_asked_for_its_opinion_and_not_ordered():
    units = named("government", "lead") + named("court", "assist")
    assert government_may_order(units) == ""
    assert congress_hands_over(units) != ""


@pytest.fixture
def at_court(world):
    """Handed to the court by the deputy affairs committee."""
    court = a_court(world)
    found = an_assigned(world)
    dispatch_to_organ(found, actor=world.affairs, at=at("2026-03-21"), units=[(court, "sole", "")])
    return handlings_of(found)["J01"]


@pytest.mark.django_db
def test_the_government_office_is_told_why_and_nothing_is_dispatched(world):
    court, found = a_court(world), an_assigned(world)
    units = [(court, "sole", "")]
    assert refused(dispatch, found, actor=world.gov, at=at("2026-03-21"), units=units) == BEYOND
    assert Handling.objects.count() == 0
    road = [(world.units["A14"], "sole", "")]
    why = refused(dispatch_to_organ, found, actor=world.affairs, at=at("2026-03-21"), units=road)
    assert why.startswith("所选的都是政府系统的单位，由政府办公室分办")


@pytest.mark.django_db
def test_the_form_of_the_government_office_offers_no_court_the_other_does(world, client):
    court, found = a_court(world), an_assigned(world)
    as_(client, world.gov)
    page = client.get(f"/suggestions/{found.pk}/steps/dispatch/").content.decode()
    assert f'<option value="{court.pk}"' not in page
    data = {"mode": "sole", "lead_unit": court.pk}
    answer = post(client, world.gov, "suggestions:step", [found.pk, "dispatch"], data)
    assert (answer.status_code, "由代表工作委员会直接交办" in answer.content.decode()) == (422, True)
    answer = post(client, world.affairs, "suggestions:step", [found.pk, "dispatch_to_organ"], data)
    assert answer.status_code == 302
    assert (Handling.objects.get().unit, found.handlings.get().state) == (court, "dispatched")


@pytest.mark.django_db
def test_the_court_is_told_and_the_clock_stays_the_assignments(world, django_capture_on_commit_callbacks):
    court, found = a_court(world), an_assigned(world)
    Message.objects.all().delete()
    with django_capture_on_commit_callbacks(execute=True):
        dispatch_to_organ(found, actor=world.affairs, at=at("2026-03-21"), units=[(court, "sole", "")])
    told = Message.objects.order_by("user__username").values_list("user__username", flat=True)
    assert list(told) == ["head-J01", "officer-J01", "principal-J01"]
    found.refresh_from_db()
    assert (found.state, found.handled_by) == ("dispatched", "市中级人民法院")
    assert found.handlings.get().due_on == found.due_on


@pytest.mark.django_db
def test_what_a_court_answers_is_not_reviewed_by_the_government_office(world, at_court):
    row, officer = at_court, world.officer["J01"]
    handling.sign_for(row, actor=officer, at=at("2026-03-23"))
    a_contact(world, row, code="J01")
    replying.draft_reply(row, actor=officer, at=at("2026-05-20"), promises=(), **REPLY)
    replying.submit_reply(row, actor=officer, at=at("2026-05-20"))
    replying.check_format(row, actor=world.head["J01"], at=at("2026-05-20"))
    assert row.state == "reply_signing"


@pytest.mark.django_db
def test_the_government_decides_no_return_of_a_court_and_sends_nothing_to_one(world, at_court):
    asked = {
        "reason": "不属于审判工作范围，应由行政机关办理",
        "duty_basis": "法院组织法",
        "approved_by": "院长",
    }
    returning.request_return(at_court, actor=world.officer["J01"], at=at("2026-03-23"), **asked)
    road = world.units["A14"]
    why = refused(returning.agree_return, at_court, actor=world.gov, at=at("2026-03-24"), to_unit=road)
    assert why.startswith("退办由代表工作委员会")
    returning.agree_return(at_court, actor=world.affairs, at=at("2026-03-24"), to_unit=road)
    row = handlings_of(at_court.suggestion)["A14"]
    assert row.state == "dispatched"


@pytest.mark.django_db
def test_the_government_office_gives_a_return_to_no_court(world):
    court, found = a_court(world), an_assigned(world)
    dispatch(found, actor=world.gov, at=at("2026-03-21"), units=[(world.units["A14"], "sole", "")])
    row = handlings_of(found)["A14"]
    asked = {"reason": "属于审判工作，不属于本单位职责", "duty_basis": "三定", "approved_by": "局长"}
    returning.request_return(row, actor=world.officer["A14"], at=at("2026-03-23"), **asked)
    why = refused(returning.agree_return, row, actor=world.gov, at=at("2026-03-24"), to_unit=court)
    assert why == BEYOND
