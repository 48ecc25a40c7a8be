"""Real rows × real capacities: what each may do at each stage, against a statement of rights made by hand.

The rows are brought to their stage by the real acts; the actors hold real capacities, those of another
congress and of the proposer in another office too.
"""

import pytest

from minqiao.duties.suggestions import choices as c
from minqiao.duties.suggestions.queries.file import handling_of, suggestion_of
from minqiao.duties.suggestions.queries.ideas import idea_of
from minqiao.duties.suggestions.queries.lists import batch
from minqiao.duties.suggestions.queries.promises import commitment_of
from minqiao.duties.suggestions.queries.publications import publication_of
from minqiao.duties.suggestions.workflow import BATCH, COMMITMENT, HANDLING, IDEA, PUBLICATION, SUGGESTION
from minqiao.foundation.accounts.choices import Role
from minqiao.foundation.accounts.models import Capacity
from tests.api import stages
from tests.capacities import differences, may, people_of, verbs_of
from tests.factories import a_world, acting, day
from tests.suggestions.rights import OF_BATCHES, OF_HANDLINGS, OF_SUGGESTIONS, ON, the_court
from tests.suggestions.rights_after import OF_IDEAS, OF_PROMISES, OF_PUBLICATIONS

pytestmark = pytest.mark.django_db


TABLES = {
    "suggestion": (SUGGESTION, OF_SUGGESTIONS, suggestion_of, c.State),
    "handling": (HANDLING, OF_HANDLINGS, handling_of, c.HandlingState),
    "commitment": (COMMITMENT, OF_PROMISES, commitment_of, c.PromiseState),
    "publication": (PUBLICATION, OF_PUBLICATIONS, publication_of, c.PublicationState),
    "batch": (BATCH, OF_BATCHES, batch, c.BatchState),
    "idea": (IDEA, OF_IDEAS, idea_of, c.IdeaState),
}
CASES = [(slug, stage) for slug, (_, table, _, _) in TABLES.items() for stage in table]


@pytest.fixture(scope="module")
def world(module_db):
    return a_world()


@pytest.fixture(scope="module")
def rows(world):
    """{(lifecycle, stage): a row there}, all built once."""
    return {(slug, stage): TABLES[slug][1][stage][0](world) for slug, stage in CASES}


@pytest.fixture(scope="module")
def people(world):
    """Everybody on stage, and those of the court."""
    the_court(world)
    court = {f"{kind}-J01": getattr(world, kind)["J01"] for kind in ("officer", "head", "principal")}
    return people_of(world) | court


@pytest.mark.parametrize(("slug", "stage"), CASES, ids=[f"{slug}-{stage}" for slug, stage in CASES])
def test_each_may_what_the_statement_says_and_nothing_else(rows, people, slug, stage):
    workflow, table, find, _ = TABLES[slug]
    _, on, rights = table[stage]
    assert differences(people, rights, workflow, find, rows[slug, stage].pk, day(on)) == {}


def test_every_state_and_every_step_has_its_stage(rows):
    for slug, (workflow, table, _, states) in TABLES.items():
        assert {rows[slug, stage].state for stage in table} == set(states.values)
        assert verbs_of(table) == set(workflow.actions())


# The proposer whose mandate rests or has ended:


@pytest.mark.parametrize(
    "change", [{"is_suspended": True}, {"ends_on": day("2026-05-01")}], ids=["rests", "over"]
)
def test_a_deputy_without_his_mandate_may_nothing_and_his_matter_stays_his_own(world, people, change):
    found = stages.in_signing(world)
    Capacity.objects.filter(user_id=world.deputy.user_id, role=Role.DEPUTY).update(**change)
    held = Capacity.objects.get(user_id=world.deputy.user_id, role=Role.UNIT_PRINCIPAL)
    again = acting(held, ON)
    verbs, answers = may(HANDLING, handling_of, again, found.pk, day(ON))
    assert (verbs, answers["issue"]) == (set(), "您是这件建议的提出人，不能以其他身份办理，请由他人办理")
