"""Real rows × real capacities in the room of supervision, against a statement of rights made by hand."""

import pytest

from minqiao.duties.supervision import choices as c
from minqiao.duties.supervision.queries.chasing import chase_of
from minqiao.duties.supervision.queries.counterparts import check_of, counterpart_of
from minqiao.duties.supervision.queries.inquiries import inquiry_of
from minqiao.duties.supervision.queries.items import item_of
from minqiao.duties.supervision.workflow import CHASE, COUNTERPART, DELEGATED_CHECK, INQUIRY, KEY_ITEM
from tests.capacities import differences, people_of, verbs_of
from tests.factories import a_world, day
from tests.supervision.rights import OF_CHASES, OF_CHECKS, OF_COUNTERPARTS, OF_INQUIRIES, OF_ITEMS
from tests.supervision.stages import ready

pytestmark = pytest.mark.django_db
TABLES = {
    "key_item": (KEY_ITEM, OF_ITEMS, item_of, c.KeyState),
    "counterpart": (COUNTERPART, OF_COUNTERPARTS, counterpart_of, c.CounterpartState),
    "delegated_check": (DELEGATED_CHECK, OF_CHECKS, check_of, c.CheckState),
    "chase": (CHASE, OF_CHASES, chase_of, c.ChaseState),
    "inquiry": (INQUIRY, OF_INQUIRIES, inquiry_of, c.InquiryState),
}
CASES = [(slug, stage) for slug, (_, table, _, _) in TABLES.items() for stage in table]


@pytest.fixture(scope="module")
def world(module_db):
    return ready(a_world())


@pytest.fixture(scope="module")
def rows(world):
    """{(lifecycle, stage): a row there}, all built once."""
    return {(slug, stage): TABLES[slug][1][stage][0](world) for slug, stage in CASES}


@pytest.fixture(scope="module")
def people(world):
    """Everybody on stage, the committee that oversees, and the county's office."""
    return people_of(world) | {"builder": world.builder, "county": world.county_office}


@pytest.mark.parametrize(("slug", "stage"), CASES, ids=[f"{slug}-{stage}" for slug, stage in CASES])
def test_each_may_what_the_statement_says_and_nothing_else(rows, people, slug, stage):
    workflow, table, find, _ = TABLES[slug]
    _, on, rights = table[stage]
    assert differences(people, rights, workflow, find, rows[slug, stage].pk, day(on)) == {}


def test_every_state_and_every_step_has_its_stage(rows):
    for slug, (workflow, table, _, states) in TABLES.items():
        assert {rows[slug, stage].state for stage in table} == set(states.values)
        assert verbs_of(table) == set(workflow.actions())
