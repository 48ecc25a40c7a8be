"""People who may change rules, and nothing remembered between tests."""

import datetime as dt

import pytest

from minqiao.foundation.accounts.choices import Role
from minqiao.foundation.accounts.models import Capacity, User
from minqiao.foundation.rulebook.actions import change_rule
from minqiao.kit.actor import Actor
from minqiao.kit.remembered import forget_all

CITY, COUNTY, TOWNSHIP, VILLAGE = "520500000000", "520502000000", "520502001000", "520502001001"
AT = dt.datetime(2026, 3, 1, 9, 0, tzinfo=dt.UTC)
TODAY = dt.date(2026, 3, 1)


def day(text):
    return dt.date.fromisoformat(text)


def actor_in(role):
    return Actor(user_id=1, name="工作人员甲", role=role, role_label=Role(role).label, realm_id=1)


@pytest.fixture(autouse=True)
def nothing_remembered(settings):
    settings.PLACE = CITY
    forget_all()
    yield
    forget_all()


@pytest.fixture
def change(db):
    """Change a rule; what is not said is ordinary."""

    def changed(key, value, **more):
        facts = {
            "place": CITY,
            "unit": "",
            "basis": "市人大常委会办法第五条",
            "source": "2026年印发",
            "level": "city",
            "valid_from": TODAY,
            "actor": actor_in(Role.DEPUTY_AFFAIRS),
            "at": AT,
        }
        return change_rule(key=key, value=value, **facts | more)

    return changed


@pytest.fixture
def sign_in(client, db, monkeypatch):
    """Sign somebody in who holds this role; the demo's day is 1 March 2026."""
    monkeypatch.setenv("MINQIAO_TODAY", "2026-03-01")

    def signed_in(role):
        user = User.objects.create(username=f"user-{role}", name="工作人员甲")
        Capacity.objects.create(user=user, role=role, realm_id=1, starts_on=dt.date(2020, 1, 1))
        client.force_login(user, backend="minqiao.config.backend.HouseBackend")
        return client

    return signed_in
