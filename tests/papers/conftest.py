"""People, a case that bears papers, and a media folder of its own."""

import datetime as dt

import pytest

from minqiao.foundation.accounts.choices import Role
from minqiao.foundation.accounts.models import Capacity, User
from minqiao.instruments.papers import actions
from minqiao.instruments.papers.rules import series_of_year
from minqiao.kit.actor import Actor
from tests.papers import samples

AT = dt.datetime(2026, 4, 9, 10, 0, tzinfo=dt.timezone(dt.timedelta(hours=8)))
REALM = 7


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    """Where archives and scans go during a test."""
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


@pytest.fixture
def officer():
    return Actor(
        user_id=3, name="工作人员甲", role=Role.DEPUTY_AFFAIRS, role_label="代表工作委员会", realm_id=REALM
    )


@pytest.fixture
def case(db):
    """Anything with a table and an id can be a case."""
    return User.objects.create(username="case", name="案卷")


@pytest.fixture
def issue(case, officer):
    """Issues a paper of a kind for a subject of its own, each with its own number."""

    def make(kind="reply_letter", document=None, **options):
        subject = User.objects.create(username=f"subject-{User.objects.count()}", name="对象")
        options = {"subject": subject, "case": case, "actor": officer, "at": AT} | options
        return actions.issue(document or samples.ALL[kind](), kind=kind, **options)

    return make


@pytest.fixture
def letter(issue):
    return issue(series=series_of_year("毕交函", 2026))


@pytest.fixture
def sign_in(client, db):
    """Signs in somebody in a role of an assembly; gives the client."""

    def make(role=Role.DEPUTY_AFFAIRS, realm_id=REALM, username="staff"):
        user = User.objects.create_user(username=username, password="a-long-password", name="工作人员甲")
        Capacity.objects.create(user=user, role=role, realm_id=realm_id, starts_on=dt.date(2020, 1, 1))
        client.force_login(user)
        return client

    return make
