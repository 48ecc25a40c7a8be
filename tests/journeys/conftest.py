"""A day to stand on, a world that the live server sees, and people with a browser."""

from types import SimpleNamespace

import pytest

from minqiao.foundation.accounts.models import User
from tests.factories import a_world
from tests.journeys.stage import TODAY, a_house


@pytest.fixture
def world(transactional_db):
    """The small congress, committed: the live server reads it by a connection of its own."""
    return a_world()


@pytest.fixture
def house(world, clock):
    """A house in use."""
    return a_house(world)


@pytest.fixture
def clock(monkeypatch):
    """`clock("2026-05-20")` sets the calendar day on which everybody acts."""

    def set_day(text):
        monkeypatch.setenv("MINQIAO_TODAY", text)

    set_day(TODAY)
    return set_day


@pytest.fixture
def person(page_at, clock):
    """`person(actor, width=1440, …)`: a page on which that person is signed in."""

    def sit_down(actor, width=1440, **options):
        options = {"timezone_id": "Asia/Shanghai", **options}
        return page_at(width, user=User.objects.get(pk=actor.user_id), **options)

    return sit_down


@pytest.fixture
def desks(world, person):
    """Everybody's page, opened when first asked for: desks.affairs, desks.unit("officer")."""
    opened = {}

    def of(name, actor):
        return opened.setdefault(name, None) or opened.update({name: person(actor)}) or opened[name]

    return SimpleNamespace(
        affairs=lambda: of("affairs", world.affairs),
        gov=lambda: of("gov", world.gov),
        unit=lambda post, code="A14": of(f"{post}-{code}", getattr(world, post)[code]),
    )
