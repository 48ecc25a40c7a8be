"""Real capacities, and what each may do with a row as he finds it: for statements of rights made by hand."""

from django.http import Http404

from minqiao.foundation.accounts.choices import Role
from minqiao.foundation.accounts.models import Capacity
from minqiao.registry.congress.models import Congress
from tests.api import stages
from tests.factories import LONG_AGO, a_capacity, a_mandate, a_user, acting


def people_of(world):
    """Everybody in this congress, another congress's like, and the proposer in other offices (own_…)."""
    found = stages.everybody(world) | _of_another_congress(world)
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


def differences(people, rights, workflow, find, pk, on):
    """{who: (found, stated)} where somebody may more or less than the statement `rights` {who: what} says.

    Whoever sees the row is told in words why he may not do the rest.
    """
    stated = {name: set() for name in people}
    for who, verbs in rights.items():
        for name in who.split():
            stated[name] |= set(verbs.split())
    found = {name: may(workflow, find, actor, pk, on) for name, actor in people.items()}
    for verbs, answers in found.values():
        reasons = [why for verb, why in answers.items() if verb not in verbs]
        assert all(len(why) >= 8 for why in reasons), reasons
    return {name: (verbs, stated[name]) for name, (verbs, _) in found.items() if verbs != stated[name]}


def verbs_of(table):
    """Every step a statement of rights names."""
    return {verb for _, _, rights in table.values() for verbs in rights.values() for verb in verbs.split()}
