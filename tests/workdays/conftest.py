"""A year to import, people to import it, and nothing remembered between tests."""

import datetime as dt

import pytest

from minqiao.foundation.accounts.choices import Role
from minqiao.foundation.accounts.models import Capacity, User
from minqiao.kit.actor import Actor
from minqiao.kit.remembered import forget_all

AT = dt.datetime(2026, 11, 10, 9, 0, tzinfo=dt.UTC)
SOURCE = "国务院办公厅关于2027年部分节假日安排的通知"
# Not the real notice (it does not exist yet): the shape of one, for the tests.
HOLIDAYS_2027 = {
    "元旦": ["2027-01-01"],
    "春节": [f"2027-02-{number:02}" for number in range(6, 13)],
    "清明节": ["2027-04-05"],
    "劳动节": ["2027-05-03"],
    "端午节": ["2027-06-09"],
    "中秋节": ["2027-09-15"],
    "国庆节": ["2027-10-01", "2027-10-04"],
}
MADE_UP_2027 = {"2027-01-30": "春节"}


def lines_of_2027():
    """The year as the lines of a CSV file, its head first."""
    off = {day: name for name, days in HOLIDAYS_2027.items() for day in days}
    lines = ["date,is_workday,kind,holiday"]
    for number in range(365):
        day = dt.date(2027, 1, 1) + dt.timedelta(days=number)
        text, weekend = str(day), day.weekday() > 4
        if text in MADE_UP_2027:
            lines.append(f"{text},1,makeup_workday,{MADE_UP_2027[text]}")
        elif text in off:
            lines.append(f"{text},0,holiday,{off[text]}")
        else:
            lines.append(f"{text},{int(not weekend)},{'weekend' if weekend else 'workday'},")
    return lines


def csv_of_2027():
    return "\n".join(lines_of_2027()) + "\n"


def actor_in(role):
    return Actor(user_id=1, name="工作人员甲", role=role, role_label=Role(role).label, realm_id=1)


@pytest.fixture(autouse=True)
def nothing_remembered():
    forget_all()
    yield
    forget_all()


@pytest.fixture
def affairs():
    return actor_in(Role.DEPUTY_AFFAIRS)


@pytest.fixture
def sign_in(client, db):
    """Sign somebody in who holds this role."""

    def signed_in(role):
        user = User.objects.create(username=f"user-{role}", name="工作人员甲")
        Capacity.objects.create(user=user, role=role, realm_id=1, starts_on=dt.date(2020, 1, 1))
        client.force_login(user, backend="minqiao.config.backend.HouseBackend")
        return client

    return signed_in
