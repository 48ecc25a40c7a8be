"""Real rows × real capacities: what each may do at each stage, against a statement of rights made by hand.

The rows are brought to their stage by the real acts; the actors hold real capacities, those of another
congress and of the proposer in another office too.
"""

import pytest
from django.http import Http404

from minqiao.duties.suggestions.choices import BatchState, HandlingState, State
from minqiao.duties.suggestions.queries.file import handling_of, suggestion_of
from minqiao.duties.suggestions.queries.lists import batch
from minqiao.duties.suggestions.workflow import BATCH, HANDLING, SUGGESTION
from minqiao.foundation.accounts.choices import Role
from minqiao.foundation.accounts.models import Capacity
from minqiao.registry.congress.models import Congress
from tests.api import stages
from tests.factories import LONG_AGO, a_capacity, a_mandate, a_user, a_world, acting, day
from tests.suggestions.rights import OF_BATCHES, OF_HANDLINGS, OF_SUGGESTIONS, ON, the_court

pytestmark = pytest.mark.django_db


TABLES = {
    "suggestion": (SUGGESTION, OF_SUGGESTIONS, suggestion_of, State),
    "handling": (HANDLING, OF_HANDLINGS, handling_of, HandlingState),
    "batch": (BATCH, OF_BATCHES, batch, BatchState),
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
    """Everybody in this congress, its court's, another congress's like, and the proposer in other offices."""
    the_court(world)
    court = {f"{kind}-J01": getattr(world, kind)["J01"] for kind in ("officer", "head", "principal")}
    found = stages.everybody(world) | court | _of_another_congress(world)
    return found | {f"own_{name}": actor for name, actor in _in_another_office(world).items()}


def _of_another_congress(world):
    """The same offices and a deputy of a county's congress."""
    county = Congress.objects.create(
        area=world.area, level="county", name="七星关区第一届人民代表大会", standing_committee="区人大常委会",
        government="区人民政府", term=1, starts_on=LONG_AGO,
    )  # fmt: skip
    roles = {"affairs": Role.DEPUTY_AFFAIRS, "secretariat": Role.SECRETARIAT, "gov": Role.GOV_OFFICE}
    roles["gov_leader"] = Role.GOV_LEADER
    found = {
        f"county_{name}": acting(a_capacity(a_user(f"county-{name}"), role, county.pk, county.pk))
        for name, role in roles.items()
    }
    mandate = a_mandate(county, 900)
    capacity = a_capacity(a_user("county-deputy"), Role.DEPUTY, mandate.pk, county.pk)
    return found | {"county_deputy": acting(capacity)}


def _in_another_office(world):
    """The lead signer as a clerk, in the government office, as an officer and as a principal of the unit."""
    realm, unit = world.congress.pk, world.units["A14"].pk
    roles = {"affairs": (Role.DEPUTY_AFFAIRS, realm), "gov": (Role.GOV_OFFICE, realm)}
    roles |= {"officer": (Role.UNIT_OFFICER, unit), "principal": (Role.UNIT_PRINCIPAL, unit)}
    rows = {
        name: Capacity.objects.create(
            user_id=world.deputy.user_id, role=role, scope_id=scope, realm_id=realm, starts_on=LONG_AGO
        )
        for name, (role, scope) in roles.items()
    }
    return {name: acting(row) for name, row in rows.items()}


def may(workflow, find, actor, pk, on):
    """(what the actor may do with a row as he finds it, why not the rest); nothing of what he cannot see."""
    try:
        subject = find(actor, pk)
    except Http404:
        return set(), {}
    answers = {step.action: why for step, why in workflow.answers(actor, subject, on)}
    return {action for action, why in answers.items() if not why}, answers


@pytest.mark.parametrize(("slug", "stage"), CASES, ids=[f"{slug}-{stage}" for slug, stage in CASES])
def test_each_may_what_the_statement_says_and_nothing_else(rows, people, slug, stage):
    workflow, table, find, _ = TABLES[slug]
    _, on, rights = table[stage]
    subject = rows[slug, stage]
    stated = {name: set() for name in people}
    for who, verbs in rights.items():
        for name in who.split():
            stated[name] |= set(verbs.split())
    found = {name: may(workflow, find, actor, subject.pk, day(on)) for name, actor in people.items()}
    assert {name: verbs for name, (verbs, _) in found.items()} == stated
    closed = [why for verbs, answers in found.values() for verb, why in answers.items() if verb not in verbs]
    assert closed and all(len(why) >= 8 for why in closed)


def test_every_state_and_every_step_has_its_stage(rows):
    for slug, (workflow, table, _, states) in TABLES.items():
        reached = {rows[slug, stage].state for stage in table}
        assert reached == set(states.values)
        named = {
            verb for _, _, rights in table.values() for verbs in rights.values() for verb in verbs.split()
        }
        assert named == set(workflow.actions())


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
