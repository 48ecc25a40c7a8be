"""The book and allocations through the API: every step taken, by nobody else, and no spoilt body taken."""

import pytest
from django.db import transaction

from minqiao.foundation.trail.models import Event
from minqiao.instruments.funds.actions import allocating, years
from minqiao.instruments.funds.choices import MatchSource
from minqiao.instruments.funds.workflow import ALLOCATION, FUND
from minqiao.kit.clock import today
from tests.api.test_hostile import hostile, refused
from tests.factories import a_world
from tests.funds.books import PAPER, WHEN, YUAN, a_county, a_fund
from tests.funds.test_runs import ROWS

pytestmark = pytest.mark.django_db
COUNTY = "520502000000"
GIVEN = {"amount": "1,000.50", "reference": "毕财预〔2026〕20号", "on": "2026-05-20"}
MATCH = {"area": COUNTY, "source": "county"} | GIVEN
BODIES = {
    ("fund", "budget"): GIVEN,
    ("fund", "cut_budget"): GIVEN,
    ("fund", "carry_in"): GIVEN,
    ("fund", "allocate"): {"area": COUNTY} | GIVEN,
    ("fund", "take_back"): {"area": COUNTY, "amount": "500"},
    ("fund", "add_match"): MATCH,
    ("fund", "cut_match"): MATCH,
    ("fund", "reverse"): {"seq": 1, "note": "文号录错"},
    ("fund", "close"): {},
    ("allocation", "decide"): {
        "chosen": ["2026-010", "2026-011", "2026-012"], "meeting": "工作组第2次会议",
        "decided_on": "2026-05-20",
    },
}  # fmt: skip
PREFIXES = {"fund": "funds", "allocation": "funds/allocations"}
WORKFLOWS = {one.slug: one for one in (FUND, ALLOCATION)}


@pytest.fixture(scope="module")
def world(module_db):
    """A book with some of everything in it, and an allocation of what is left."""
    world = a_world()
    county, office = a_county(), {"actor": world.affairs, "at": WHEN}
    world.fund = a_fund(world, 100_000)
    years.budget(world.fund, amount=60_000 * YUAN, **PAPER, **office)
    years.allocate(world.fund, area=county, amount=2_000 * YUAN, **PAPER, **office)
    place = {"area": county, "source": MatchSource.COUNTY}
    years.add_match(world.fund, amount=2_000 * YUAN, **place, **PAPER, **office)
    world.last_year = a_fund(world, 1_000, area=county, year=2025)
    world.run = allocating.propose(world.fund, projects=ROWS, **office)
    return world


@pytest.fixture
def schema(client):
    paths = client.get("/api/v1/openapi.json").json()["paths"]

    def find(path):
        return paths[f"/api/v1/{path}"]["post"]["requestBody"]["content"]["application/json"]["schema"]

    return find


def test_every_step_is_tried():
    assert list(BODIES) == [(slug, action) for slug, one in WORKFLOWS.items() for action in one.actions()]


@pytest.mark.parametrize(("slug", "action"), BODIES, ids=[f"{slug}-{action}" for slug, action in BODIES])
def test_every_step_is_taken_by_who_may_and_by_nobody_else(world, call, schema, slug, action):
    subject, body = {"fund": world.fund, "allocation": world.run}[slug], BODIES[slug, action]
    subject = world.last_year if action == "close" else subject
    path = f"{PREFIXES[slug]}/{subject.pk}/steps/{action}"
    with transaction.atomic():
        steps = call(world.affairs).get(path.rpartition("/")[0])[1]
        assert action in {row["step"] for row in steps if row["open"]}
        assert {call(other).post(path, body)[0] for other in (world.auditor, world.officer["A03"])} == {404}
        why = WORKFLOWS[slug].refusal(action, world.gov, subject, today())
        status, answer = call(world.gov).post(path, body)
        assert (status, answer["why"]) == (409, why)
        refused(call(world.affairs), path, hostile(schema(f"{PREFIXES[slug]}/{{pk}}/steps/{action}"), body))
        status, answer = call(world.affairs).post(path, body)
        assert (status, answer.get("id")) == (200, subject.pk), answer
        assert Event.objects.filter(action=action).exists()
        transaction.set_rollback(True)


def test_a_book_is_opened_once_and_by_no_spoilt_body(world, call, schema):
    good = {"area": COUNTY, "year": 2026, "finance_unit": world.units["A08"].pk}
    with transaction.atomic():
        assert call(world.gov).post("funds/", good)[0] == 409
        refused(call(world.affairs), "funds/", hostile(schema("funds/"), good))
        status, answer = call(world.affairs).post("funds/", good)
        assert (status, answer["name"]) == (200, "七星关区2026年代表建议办理专项资金")
        assert call(world.affairs).post("funds/", good)[0] == 409
        transaction.set_rollback(True)
