"""Stations through the API: every step taken by who may, no spoilt body taken, what the lists show."""

import uuid

import pytest
from django.db import transaction
from django.test import Client

from minqiao.duties.stations.models import Opinion
from minqiao.foundation.trail.models import Event
from minqiao.kit.clock import today
from tests.api.test_hostile import hostile, refused
from tests.factories import a_world
from tests.stations import stages
from tests.stations.fitting import EVERY_STEP, FITTING, PREFIXES, WORKFLOWS, fitting

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def world(module_db):
    return stages.ready(a_world())


@pytest.fixture(scope="module")
def paths(module_db):
    return Client().get("/api/v1/openapi.json").json()["paths"]


def schema_of(paths, path):
    return paths[f"/api/v1/{path}"]["post"]["requestBody"]["content"]["application/json"]["schema"]


def test_every_step_is_on_stage():
    assert [(slug, action) for slug, steps in FITTING.items() for action in steps] == EVERY_STEP


@pytest.mark.parametrize(
    ("slug", "action"), EVERY_STEP, ids=[f"{slug}-{action}" for slug, action in EVERY_STEP]
)
def test_every_step_is_taken_by_who_may_and_by_nobody_else(world, call, paths, slug, action):
    with transaction.atomic():
        subject, actor, body = fitting(world, slug, action)
        path = f"{PREFIXES[slug]}/{subject.pk}/steps/{action}"
        steps = call(actor).get(f"{PREFIXES[slug]}/{subject.pk}/steps")[1]
        assert action in {row["step"] for row in steps if row["open"]}
        for other in (world.other_keeper, world.officer["A03"], world.auditor, world.member):
            assert call(other).post(path, body)[0] in (404, 409)
        assert WORKFLOWS[slug].refusal(action, world.gov, subject, today()) != ""
        refused(call(actor), path, hostile(schema_of(paths, f"{PREFIXES[slug]}/{{pk}}/steps/{action}"), body))
        status, answer = call(actor).post(path, body)
        assert (status, answer.get("id")) == (200, subject.pk), answer
        assert Event.objects.filter(action=action).exists()
        transaction.set_rollback(True)


def test_an_opinion_is_entered_once_without_contact_data_in_the_answer(world, call, paths):
    with transaction.atomic():
        path = f"stations/{world.room.pk}/opinions/"
        body = {"text": "路灯坏了", "phone": stages.PHONE, "name": "李桥生"}
        refused(call(world.keeper), path, hostile(schema_of(paths, "stations/{pk}/opinions/"), body))
        once = str(uuid.uuid4())
        answers = [call(world.keeper).post(path, body | {"once": once}) for _ in range(2)]
        assert [status for status, _ in answers] == [200, 200]
        assert answers[0] == answers[1]
        assert (answers[0][1]["phone"], Opinion.objects.count()) == ("138****1234", 1)
        listed = call(world.keeper).get("stations/opinions/")[1]["rows"]
        assert [row["number"] for row in listed] == ["民意2026-00001"]
        assert call(world.other_keeper).get("stations/opinions/")[1]["rows"] == []
        assert call(world.other_keeper).post(path, body)[0] == 409
        transaction.set_rollback(True)


def test_reception_days_are_planned(world, call):
    with transaction.atomic():
        path = f"stations/{world.room.pk}/receptions/"
        body = {"first": "2026-06-01", "last": "2026-07-31", "rhythm": "monthly", "per_day": 1}
        assert call(world.keeper).post(path, body) == (200, {"days": ["2026-06-15", "2026-07-15"]})
        rows = call(world.keeper).get("stations/receptions/")[1]["rows"]
        assert [(row["on"], row["state"]) for row in rows] == [
            ("2026-06-15", "planned"),
            ("2026-07-15", "planned"),
        ]
        assert call(world.other_keeper).post(path, body)[0] == 409
        transaction.set_rollback(True)


def test_the_directory_and_the_slots(world, call):
    rows = call(world.gov).get("stations/", kind="room")[1]["rows"]
    assert [row["code"] for row in rows] == ["ZB-1-1"]
    found = call(world.gov).get(f"stations/{world.room.pk}")[1]
    assert ([one["name"] for one in found["deputies"]], found["station"]) == (["代表1", "代表901"], "ZB-1")
    assert {row["slots"] for row in call(world.gov).get("stations/models/")[1]} == {5, 1}
