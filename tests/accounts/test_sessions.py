"""The session: its limits, its cost, the capacity it acts in; the signs of life."""

import datetime as dt
import time

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.utils import timezone

from minqiao.config.signin import BEGAN, SEEN
from minqiao.foundation.accounts.choices import Role
from minqiao.foundation.accounts.models import Capacity, User
from minqiao.foundation.trail.models import Event

pytestmark = pytest.mark.django_db


def noted():
    """What the trail tells of sign-ins, oldest first."""
    return list(Event.objects.order_by("seq").values_list("action", "name", "note"))


def is_in(client):
    """Whether the client is signed in."""
    return client.get("/accounts/profile/").status_code == 200


# Limits of the session


def expire_date():
    return Session.objects.get().expire_date


def test_an_idle_session_ends(client, person):
    client.force_login(person(Role.DEPUTY))
    minutes = (expire_date() - timezone.now()).total_seconds() / 60
    assert 29 < minutes <= 30
    Session.objects.update(expire_date=timezone.now() - dt.timedelta(seconds=1))
    assert not is_in(client)


def test_an_active_session_is_written_only_every_five_minutes(client, person):
    client.force_login(person(Role.DEPUTY))
    Session.objects.update(expire_date=timezone.now() + dt.timedelta(minutes=20))
    was = expire_date()
    client.get("/accounts/profile/")
    assert expire_date() == was
    session = client.session
    session[SEEN] = int(time.time()) - 301
    session.save()
    client.get("/accounts/profile/")
    assert (expire_date() - timezone.now()).total_seconds() > 29 * 60


def test_a_session_ends_after_twelve_hours_however_busy(client, person):
    client.force_login(person(Role.DEPUTY, name="张三"))
    session = client.session
    session[BEGAN] = int(time.time()) - 12 * 3600 - 1
    session.save()
    assert client.get("/accounts/profile/")["Location"].startswith("/accounts/login/")
    assert noted() == [("sign_out", "张三", "登录已满12小时")]


def test_what_was_typed_survives_an_expired_session(client, person):
    client.force_login(person(Role.DEPUTY))
    Session.objects.all().delete()
    answer = client.post("/accounts/views/new/", {"room": "suggestions", "name": "交通类未办结"})
    assert answer.status_code == 401
    assert ("登录已过期" in answer.content.decode(), "交通类未办结" in answer.content.decode()) == (
        True,
        True,
    )


def test_a_deactivated_user_is_out_at_once(client, person):
    user = person(Role.DEPUTY)
    client.force_login(user)
    User.objects.filter(pk=user.pk).update(is_active=False)
    assert not is_in(client)


def test_a_new_password_ends_the_other_sessions(client, person):
    user = person(Role.DEPUTY)
    client.force_login(user)
    user.set_password("huang-guoshu-77")
    user.save()
    assert not is_in(client)


# Cost of being signed in


def test_a_signed_in_request_costs_two_queries(client, person, django_assert_num_queries):
    user = person(Role.DEPUTY, Role.UNIT_PRINCIPAL)
    client.force_login(user)
    mine = user.capacities.first().pk
    with django_assert_num_queries(2):  # session; user with capacities
        assert client.post("/accounts/switch/", {"capacity": mine})["Location"] == "/"


def test_staff_with_a_second_factor_pay_no_more(client, person, settings, django_assert_num_queries):
    settings.STAFF_TOTP_REQUIRED = True
    user = person(Role.DEPUTY_AFFAIRS)
    Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={"secret": ""})
    client.force_login(user)
    client.get("/accounts/profile/")
    mine = user.capacities.get().pk
    with django_assert_num_queries(2):
        client.post("/accounts/switch/", {"capacity": mine})


def test_a_stranger_costs_none(client, django_assert_num_queries, db):
    with django_assert_num_queries(0):
        assert client.get("/accounts/profile/").status_code == 302
        assert client.get("/healthz").content == b"ok\n"


# Capacities


def test_capacity_switch_is_kept_and_noted(client, person):
    user = person(Role.DEPUTY, Role.UNIT_PRINCIPAL)
    client.force_login(user)
    second = Capacity.objects.get(role=Role.UNIT_PRINCIPAL)
    client.post("/accounts/switch/", {"capacity": second.pk, "next": "/accounts/profile/"})
    assert client.get("/accounts/profile/").wsgi_request.actor.role == Role.UNIT_PRINCIPAL
    event = Event.objects.get()
    assert (event.action, event.from_state, event.to_state) == (
        "switch_capacity",
        "代表",
        "承办单位主要负责人",
    )


def test_nobody_switches_to_a_capacity_of_another(client, person):
    other = person(Role.DEPUTY_AFFAIRS)
    client.force_login(person(Role.DEPUTY))
    answer = client.post("/accounts/switch/", {"capacity": other.capacities.get().pk})
    assert (answer.status_code, Event.objects.count()) == (409, 0)


@pytest.mark.parametrize(
    "change",
    [
        {"is_suspended": True},
        {"ends_on": dt.date(2022, 1, 1)},
        {"starts_on": dt.date(2999, 1, 1)},
    ],
)
def test_a_capacity_lost_is_lost_at_once(client, person, change):
    client.force_login(person(Role.DEPUTY))
    assert client.get("/accounts/profile/").wsgi_request.actor.role == Role.DEPUTY
    Capacity.objects.update(**change)
    answer = client.get("/accounts/profile/")
    actor = answer.wsgi_request.actor
    assert (answer.status_code, actor.role, actor.name, actor.selves) == (200, "", "某人", frozenset())


# The signs of life


def test_ready_when_the_tables_are(client, db):
    answer = client.get("/readyz")
    assert (answer.status_code, answer.content) == (200, b"ok\n")
