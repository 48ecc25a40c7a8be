"""People with capacities, and a way to sign them in through the door."""

import datetime as dt

import pytest
from django.utils import timezone

from minqiao.foundation.accounts.choices import Role
from minqiao.foundation.accounts.models import Capacity, User
from minqiao.kit.actor import Actor

PASSWORD = "qingshan-lvshui-9"
START = dt.date(2021, 11, 1)


@pytest.fixture
def at():
    """The moment of an act."""
    return timezone.now()


@pytest.fixture
def person(db):
    """`person(role, …)`: a user who holds these roles; the username is the first role."""

    def make(*roles, username="", name="某人", **fields):
        user = User.objects.create_user(username or str(roles[0]), PASSWORD, name=name, **fields)
        for role in roles:
            Capacity.objects.create(user=user, role=role, scope_id=0, realm_id=0, starts_on=START)
        return user

    return make


@pytest.fixture
def offices(person):
    """The holders of the three offices, by role."""
    three = (Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDITOR)
    return {role: person(role, name=role.label) for role in three}


def actor_in(role, user_id=0):
    """Somebody acting in `role`."""
    return Actor(user_id=user_id, name=Role(role).label, role=role, role_label=Role(role).label)


def sign_in(client, username, password=PASSWORD, **extra):
    """Types user name and password into the sign-in page."""
    return client.post("/accounts/login/", {"login": username, "password": password}, **extra)
