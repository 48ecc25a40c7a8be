"""A demo built once for all tests of a file, and given back at its end."""

from contextlib import contextmanager

import pytest
from django.db import connection, transaction

from minqiao.config.demo.registry import build_registry
from minqiao.config.demo.year import FOUNDED, TODAY, build_year

# The demo is a SQLite file; on the other database its small scale is enough.
on_sqlite = pytest.mark.skipif(connection.vendor != "sqlite", reason="the demo is a SQLite file")


def built(scale, today=TODAY, told=lambda on: None):
    """The registry and the year of a scale, up to the morning of `today`. Answers what the registry built."""
    registry = build_registry(scale=scale, at=FOUNDED)
    build_year(registry, scale=scale, today=today, told=told)
    return registry


@contextmanager
def _kept(blocker, scale):
    with blocker.unblock(), transaction.atomic():
        yield built(scale)
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def small(django_db_setup, django_db_blocker):
    """The small demo on its usual day."""
    with _kept(django_db_blocker, "small") as registry:
        yield registry


@pytest.fixture(scope="module")
def bijie(django_db_setup, django_db_blocker):
    """The Bijie demo on its usual day."""
    with _kept(django_db_blocker, "bijie") as registry:
        yield registry
