"""What waits for somebody is read in the same few queries, however much it is."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from minqiao.duties.suggestions.queries.waiting import waiting
from minqiao.foundation.accounts.choices import Role
from tests.factories import a_dispatched, a_replied, a_submitted, an_assigned, day

pytestmark = pytest.mark.django_db
ON = day("2026-06-01")


def who_also_holds_a_seat(actor, mandate):
    """The same person, a deputy besides."""
    return replace(actor, selves=actor.selves | {(Role.DEPUTY, mandate.pk)})


def queries_of(actor):
    with CaptureQueriesContext(connection) as caught:
        found = waiting(actor, ON)
    return len(found), len(caught)


@pytest.mark.parametrize(
    ("who", "make"),
    [
        ("deputy", a_replied),
        ("affairs", a_submitted),
        ("gov", an_assigned),
        ("officer", a_dispatched),
    ],
)
@pytest.mark.parametrize("is_deputy_too", [False, True])
def test_the_inbox_takes_no_more_for_more(world, who, make, is_deputy_too):
    actor = world.officer["A14"] if who == "officer" else getattr(world, who)
    if is_deputy_too:
        actor = who_also_holds_a_seat(actor, world.mandates[3])
    make(world)
    waiting(actor, ON)
    one, few = queries_of(actor)
    for number in range(3):
        make(world, title=f"关于第{number}处路灯的建议")
    assert queries_of(actor) == (4 * one, few)
