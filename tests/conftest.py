"""What every test may ask for."""

import pytest
from django.db import transaction

from minqiao.kit.remembered import forget_all
from tests.factories import a_world

pytest_plugins = ["tests.browsing"]


@pytest.fixture(autouse=True)
def nothing_remembered():
    """What a process remembers between requests is read anew by every test."""
    forget_all()
    yield
    forget_all()


@pytest.fixture
def world(db):
    """A small congress with everybody who acts in it."""
    return a_world()


@pytest.fixture(scope="module")
def module_db(django_db_setup, django_db_blocker):
    """A database for a whole module: what one costly fixture makes all its tests see, then it is undone."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)
