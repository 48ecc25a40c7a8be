"""Micro-projects through the API: every step taken, no spoilt body taken, an application, the pool."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from minqiao.duties.microprojects.models import Project
from minqiao.duties.microprojects.workflow import PROJECT
from minqiao.foundation.trail.models import Event
from minqiao.instruments.funds.actions import allocating
from minqiao.instruments.funds.models import AllocationRun
from minqiao.kit.clock import today
from tests.api.test_hostile import hostile, refused
from tests.attachments.samples import photo
from tests.factories import a_world, at, day
from tests.microprojects import fitting, stages

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def world(module_db):
    return stages.ready(a_world())


@pytest.fixture
def schema(client):
    paths = client.get("/api/v1/openapi.json").json()["paths"]

    def find(path):
        return paths[f"/api/v1/{path}"]["post"]["requestBody"]["content"]["application/json"]["schema"]

    return find


def test_every_step_is_on_stage():
    assert list(fitting.FITTING) == fitting.EVERY_STEP


@pytest.mark.parametrize("action", fitting.EVERY_STEP)
def test_every_step_is_taken_by_who_may_and_by_nobody_else(world, call, schema, action):
    with transaction.atomic():
        project, actor, body = fitting.fitting(world, action)
        path = f"microprojects/{project.pk}/steps/{action}"
        answered = call(actor).get(f"microprojects/{project.pk}/steps")[1]
        assert action in {row["step"] for row in answered if row["open"]}
        for other in (world.deputies[1], world.officer["A03"], world.auditor):
            assert call(other).post(path, body)[0] in (404, 409)
        why = PROJECT.refusal(action, world.secretariat, project, today())
        status, answer = call(world.secretariat).post(path, body)
        assert (status, answer["why"]) == (409, why)
        refused(call(actor), path, hostile(schema(f"microprojects/{{pk}}/steps/{action}"), body))
        status, answer = call(actor).post(path, body)
        assert (status, answer.get("id")) == (200, project.pk), answer
        assert Event.objects.filter(action=action).exists()
        transaction.set_rollback(True)


def test_an_application_then_a_photo(world, call, schema):
    with transaction.atomic():
        words = {"suggestion": world.suggestion.pk, "fund": world.fund.pk, "county": world.counties[4].pk}
        applied = stages.applied(world)
        body = fitting.application(world, applied) | words | {"interest_note": "代表1", "is_clear": True}
        refused(call(world.deputy), "microprojects/", hostile(schema("microprojects/"), body))
        status, answer = call(world.deputy).post("microprojects/", body)
        assert (status, answer["state"], answer["requested"]) == (200, "applied", 8_600_000)
        assert call(world.officer["A03"]).post("microprojects/", body)[0] in (409, 422)
        sent = {"file": SimpleUploadedFile("现场.jpg", photo()), "stage": "before", "taken_on": "2026-05-30"}
        path = f"/api/v1/microprojects/{answer['id']}/photos/"
        assert call(world.deputy).client.post(path, sent).json()["stage"] == "before"
        assert Project.objects.get(pk=answer["id"]).photos_before == 1
        transaction.set_rollback(True)


def test_the_pool_is_drawn_up_decided_and_approved_as_a_batch(world, call):
    with transaction.atomic():
        stages.pooled(world)
        path = f"microprojects/pool/{world.fund.pk}/proposal"
        assert call(world.chairs).post(path)[0] == 409
        status, answer = call(world.affairs).post(path)
        assert (status, answer["round"]) == (200, 1)
        run = AllocationRun.objects.get(pk=answer["allocation"])
        path = f"microprojects/pool/allocations/{run.pk}/approve"
        early = call(world.chairs).post(path, fitting.MEETING)
        assert early == (
            409,
            {
                "refused": "approve_batch",
                "why": "工作组还没有研究这个方案，请先登记工作组的意见",
                "basis": "",
            },
        )
        chosen = [line.number for line in run.lines.all()]
        words = {"meeting": "项目管理工作组会议", "decided_on": day("2026-05-20")}
        allocating.decide(run, actor=world.affairs, at=at("2026-05-20"), chosen=chosen, **words)
        assert call(world.chairs).post(path, fitting.MEETING) == (200, {"approved": 1})
        assert call(world.chairs).post(path, fitting.MEETING)[0] == 409
        figures = call(world.affairs).get(f"microprojects/figures/{world.fund.pk}")[1]
        assert (figures["agrees"], figures["total"]["committed"]) == (True, 8_600_000)
        transaction.set_rollback(True)
