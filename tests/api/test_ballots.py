"""A vote through the API: every step taken, no spoilt body taken, what each list shows to whom."""

import pytest
from django.db import transaction

from minqiao.instruments.ballots.workflow import ROUND
from tests.api.stepping import schema_at, try_step
from tests.api.test_hostile import hostile, refused
from tests.ballots import stages
from tests.ballots.fitting import EVERY_STEP, FITTING, fitting
from tests.factories import a_world

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def world(module_db):
    return a_world()


def test_every_step_is_on_stage():
    assert list(FITTING) == EVERY_STEP


@pytest.mark.parametrize("action", EVERY_STEP)
def test_every_step_is_taken_by_who_may_and_by_nobody_else(world, call, client, action):
    with transaction.atomic():
        subject, actor, body = fitting(world, action)
        try_step(
            call, schema_at(client), prefix="ballots", workflow=ROUND, action=action, subject=subject,
            actor=actor, body=body, strangers=(world.deputy, world.officer["A03"], world.auditor),
            stranger=_reader(world, action),
        )  # fmt: skip
        transaction.set_rollback(True)


def _reader(world, action):
    """Who may read the vote and not take the step; of a vote in preparation that is nobody."""
    rights = {check.__name__ for row in ROUND.rows(action) for check in row.checks}
    if not rights & {"by_office", "by_chief_or_office"}:
        return world.affairs
    return None if action in ("change", "settle") else world.deputies[2]


def test_a_vote_is_prepared_over_http(world, call, client):
    with transaction.atomic():
        body = stages.WORDS | {"items": ["甲", "乙"], "seats": 1}
        refused(call(world.affairs), "ballots/", hostile(schema_at(client)("ballots/"), body))
        assert call(world.gov).post("ballots/", body)[0] == 409
        status, answer = call(world.affairs).post("ballots/", body)
        assert (status, answer["items"], answer["state"]) == (200, ["甲", "乙"], "prepared")
        transaction.set_rollback(True)


def test_the_result_is_told_in_its_time(world, call):
    with transaction.atomic():
        row = stages.sealed(world)
        told = {
            name: call(actor).get(f"ballots/{row.pk}")[1]["result"] != {}
            for name, actor in {"affairs": world.affairs, "deputy": world.deputy}.items()
        }
        assert told == {"affairs": True, "deputy": False}
        assert [one["id"] for one in call(world.deputy).get("ballots/")[1]["rows"]] == [row.pk]
        assert call(world.officer["A03"]).get("ballots/")[1]["rows"] == []
        transaction.set_rollback(True)
