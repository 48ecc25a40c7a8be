"""Supervision through the API: every step taken, no spoilt body taken, what each list shows to whom."""

import pytest
from django.db import transaction

from tests.api.stepping import schema_at, try_step
from tests.api.test_hostile import hostile, refused
from tests.factories import a_dispatched, a_world
from tests.supervision import stages
from tests.supervision.fitting import EVERY_STEP, FITTING, PREFIXES, WORKFLOWS, fitting

pytestmark = pytest.mark.django_db
IDS = [f"{slug}-{action}" for slug, action in EVERY_STEP]
BEGUN = {
    "supervision/", "supervision/inquiries/", "supervision/chases/circular",
    "supervision/chases/units/{unit}/{level}",
}  # fmt: skip


@pytest.fixture(scope="module")
def world(module_db):
    return stages.ready(a_world())


@pytest.fixture
def schema(client):
    return schema_at(client)


def test_every_step_is_on_stage():
    assert [(slug, action) for slug, steps in FITTING.items() for action in steps] == EVERY_STEP


@pytest.mark.parametrize(("slug", "action"), EVERY_STEP, ids=IDS)
def test_every_step_is_taken_by_who_may_and_by_nobody_else(world, call, schema, slug, action):
    with transaction.atomic():
        subject, actor, body = fitting(world, slug, action)
        try_step(
            call, schema, prefix=PREFIXES[slug], workflow=WORKFLOWS[slug], action=action, subject=subject,
            actor=actor, body=body, stranger=world.secretariat,
            strangers=(world.deputies[1], world.officer["A03"], world.auditor, world.gov_leader),
        )  # fmt: skip
        transaction.set_rollback(True)


def test_nothing_is_begun_with_a_spoilt_body(world, call, schema):
    with transaction.atomic():
        found, _ = a_dispatched(world)
        good = {"title": "农村公路养护", "reasons": stages.REASONS, "suggestions": [found.pk]}
        good |= {"committee": world.builders.pk}
        refused(call(world.affairs), "supervision/", hostile(schema("supervision/"), good))
        status, answer = call(world.affairs).post("supervision/", good)
        assert (status, answer["state"], answer["suggestions"][0]["number"]) == (
            200,
            "proposed",
            found.number,
        )
        transaction.set_rollback(True)


def test_an_inquiry_is_planned_and_listed(world, call, schema):
    with transaction.atomic():
        good = {"title": "道路类建议办理情况", "meeting": "第三十六次会议", "planned_on": "2026-07-28"}
        good |= {"units": [world.units["A14"].pk], "focus": stages.FOCUS}
        refused(
            call(world.affairs), "supervision/inquiries/", hostile(schema("supervision/inquiries/"), good)
        )
        status, answer = call(world.affairs).post("supervision/inquiries/", good)
        assert (status, answer["state"], answer["units"]) == (200, "planned", ["毕节市交通运输局"])
        assert call(world.builder).post("supervision/inquiries/", good)[0] == 409
        people = {"gov": world.gov, "asked": world.head["A14"], "other": world.head["A03"]}
        rows = {who: call(actor).get("supervision/inquiries/")[1]["rows"] for who, actor in people.items()}
        assert {who: len(found) for who, found in rows.items()} == {"gov": 1, "asked": 1, "other": 0}
        transaction.set_rollback(True)


def test_a_chaser_is_proposed_then_issued(world, call, schema):
    with transaction.atomic():
        found, rows = a_dispatched(world, on="2026-02-27", when="2026-02-26", submitted="2026-02-26")
        caller = call(world.gov)
        (proposed,) = caller.get("supervision/chases/proposed/")[1]
        assert (proposed["level"], proposed["parts"][0]["number"]) == ("first", found.number)
        path = "supervision/chases/units/{}/{}"
        good = {"parts": [str(rows["A14"].pk)], "demand": "请答复", "answer_by": "2026-06-08"}
        sent = path.format(world.units["A14"].pk, "first")
        refused(caller, sent, hostile(schema(path.format("{unit}", "{level}")), good))
        assert caller.post(sent, good)[1]["parts"][0]["days_late"] == 5
        assert caller.post(sent, good)[0] == 409
        assert call(world.builder).post(sent, good)[0] == 409
        assert caller.post("supervision/chases/circular", {"parts": ["1"]})[0] == 409
        transaction.set_rollback(True)


def test_every_body_is_tried_here(client):
    paths = client.get("/api/v1/openapi.json").json()["paths"]
    bodies = {
        path.removeprefix("/api/v1/")
        for path, verbs in paths.items()
        if "application/json" in verbs.get("post", {}).get("requestBody", {}).get("content", {})
    }
    mine = {path for path in bodies if path.startswith("supervision/")}
    assert mine == BEGUN | {f"{PREFIXES[slug]}/{{pk}}/steps/{action}" for slug, action in EVERY_STEP}


def test_lists_show_to_each_what_is_his(world, call):
    with transaction.atomic():
        stages.proposed(world)
        item = stages.running(world)
        check = stages.delegated(world)
        people = {
            "builder": world.builder, "gov": world.gov, "unit": world.officer["A14"],
            "proposer": world.deputy, "stranger": world.deputies[1], "county": world.county_office,
        }  # fmt: skip
        items = {name: call(actor).get("supervision/")[1]["rows"] for name, actor in people.items()}
        assert {name: len(rows) for name, rows in items.items()} == {
            "builder": 2, "gov": 1, "unit": 1, "proposer": 1, "stranger": 0, "county": 0,
        }  # fmt: skip
        assert items["unit"][0]["id"] == item.pk
        checks = call(world.county_office).get("supervision/checks/")[1]["rows"]
        assert [row["id"] for row in checks] == [check.pk]
        assert call(world.gov).get("supervision/counterparts/")[0] == 409
        rows = call(world.builder).get("supervision/counterparts/")[1]["rows"]
        assert {row["committee"] for row in rows} == {"城乡建设与环境资源保护委员会"}
        assert call(world.deputy).get("supervision/figures/")[0] == 409
        assert call(world.chairs).get("supervision/figures/")[1]["items"] == 1
        transaction.set_rollback(True)
