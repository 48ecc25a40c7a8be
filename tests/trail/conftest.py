"""A chain of events, and somebody to read it."""

import datetime as dt

import pytest

from minqiao.foundation.accounts.choices import Role
from minqiao.foundation.accounts.models import Capacity, User
from minqiao.foundation.trail.actions import act, record
from minqiao.kit.actor import Actor

AT = dt.datetime(2026, 3, 20, 9, 30, tzinfo=dt.UTC)


@act
def note(subject, *, at=AT, user_id=1, name="张三", label="交办", **facts):
    """One event about `subject`."""
    actor = Actor(user_id=user_id, name=name, role="gov_office", role_label="政府办公室（督查室）")
    record(actor=actor, action="assign", label=label, subject=subject, at=at, **facts)


@pytest.fixture
def subject(db):
    """Something to act on."""
    return User.objects.create_user("subject", name="对象")


@pytest.fixture
def chain(subject):
    """Six events."""
    for number in range(6):
        note(subject, at=AT + dt.timedelta(hours=number), note=f"说明{number}")
    return subject


@pytest.fixture
def auditor(db):
    """A user who is auditor."""
    user = User.objects.create_user("auditor", name="审计员")
    Capacity.objects.create(user=user, role=Role.AUDITOR, starts_on=dt.date(2021, 1, 1))
    return user
