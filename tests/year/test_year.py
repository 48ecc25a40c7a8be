"""The simulated year: every day the house's clock, people's acts, and in the evening what must always hold.

Small years are drawn by Hypothesis and shrink to the few matters and turns that break a rule; the full one
has the 218 matters of a session and 120 of between sessions, drawn by a die of one seed.
"""

import pytest
from django.core import mail
from django.db import transaction
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from minqiao.foundation.trail.queries import fault_in_trail
from minqiao.overviews.notifications.models import Message
from tests.year import counted
from tests.year.engine import EVERY_ACT, Year
from tests.year.fates import BETWEEN, IN_SESSION, a_fate, fates, plain
from tests.year.invariants import evening
from tests.year.people import people
from tests.year.supervising import LIVES

pytestmark = pytest.mark.django_db
FEW = settings(
    max_examples=4,
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="module")
def world(module_db):
    return people(deputies=40, units=9)


@pytest.fixture(autouse=True)
def mail_is_on(settings):
    settings.MAIL = True


def lived(world, turns, lives=()):
    """A year with these fates, held to every rule each evening and whole at its end."""
    year = Year(world, turns, lives)
    year.run(evening)
    assert fault_in_trail() == ""
    assert list(counted.numbers_open_their_rows(year)) == []
    return year


@FEW
@given(st.lists(a_fate, min_size=2, max_size=7))
@example([plain(contact="disputed")])  # the unit speaks with the deputy again on the same day
def test_whatever_becomes_of_a_few_matters_every_rule_holds(world, turns):
    with transaction.atomic():
        lived(world, turns)
        transaction.set_rollback(True)


@pytest.mark.scale
def test_a_full_year_lives_through_every_step_there_is(world):
    with transaction.atomic():
        year = lived(world, fates(2025), LIVES)
        assert set(year.lived) == EVERY_ACT
        assert len(year.items) == IN_SESSION + BETWEEN == 338
        sent = Message.objects.filter(sent_at__isnull=False)
        assert len(mail.outbox) > 300
        assert sent.filter(tries=1).count() == sent.count() > 1000
        transaction.set_rollback(True)
