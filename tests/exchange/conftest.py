"""A sheet of units in hand, and browsers."""

import pytest

from minqiao.foundation.accounts.models import User
from minqiao.kit import sheetfiles
from minqiao.registry.units.sheets import UNITS


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    """Uploaded files go where the test's files go."""
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def signed_in(client):
    """A browser in which this actor is signed in, in this capacity."""

    def sign_in(actor):
        client.force_login(User.objects.get(pk=actor.user_id))
        session = client.session
        session["capacity"] = actor.capacity_id
        session.save()
        return client

    return sign_in


def a_unit(number, **cells):
    facts = {
        "code": f"N{number:04}",
        "name": f"单位{number}",
        "short_name": f"单{number}",
        "kind": "党群部门",
    }
    return facts | {"is_active": True} | cells


def units_file(rows, kind="xlsx"):
    """A file of units as a clerk would send it."""
    return sheetfiles.write(UNITS.columns, rows, kind)
