"""What every test may ask for."""

import pytest

from tests.factories import a_world

pytest_plugins = ["tests.browsing"]


@pytest.fixture
def world(db):
    """A small congress with everybody who acts in it."""
    return a_world()
