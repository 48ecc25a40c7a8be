"""What every test may ask for."""

import pytest
from django.db import transaction

from minqiao.kit.remembered import forget_all
from tests.factories import a_world
from tests.funds.books import empty_ledger

pytest_plugins = ["tests.browsing"]


TABLES = {"db", "transactional_db", "django_db_setup", "live_server", "module_db"}


def is_flushed(item):
    """Whether the tables are emptied after a test, of what migrations brought too."""
    marker = item.get_closest_marker("django_db")
    return bool(marker and marker.kwargs.get("transaction")) or bool(
        {"transactional_db", "live_server"} & set(item.fixturenames)
    )


def pytest_collection_modifyitems(items):
    """What takes longest goes first, so that no worker is alone with it at the end, and what leaves the
    tables empty last. What asks for a database is marked: the second database need not see the rest.
    """
    items.sort(key=lambda item: (is_flushed(item), item.get_closest_marker("scale") is None))
    for item in items:
        if item.get_closest_marker("django_db") or TABLES & set(item.fixturenames):
            item.add_marker("tables")


@pytest.fixture(autouse=True)
def nothing_remembered():
    """What a process remembers between requests is read anew by every test."""
    forget_all()
    yield
    forget_all()


@pytest.fixture(autouse=True)
def ledger_can_be_flushed(request):
    """The ledger lets no row be deleted, so a test whose tables are flushed empties it first."""
    if not is_flushed(request.node):
        yield
        return
    request.getfixturevalue("transactional_db")
    yield
    empty_ledger()


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
