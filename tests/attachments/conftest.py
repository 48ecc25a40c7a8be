"""A media folder of its own, and files made on the spot."""

import pytest

from minqiao.foundation.accounts.models import User
from minqiao.kit.actor import Actor


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    """Where attachments go during a test; nothing else is in it."""
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


@pytest.fixture
def subject(db):
    """Anything with a table and an id can bear files."""
    return User.objects.create(username="subject", name="附件所属")


@pytest.fixture
def officer():
    return Actor(user_id=7, name="承办人甲", role="unit_officer", role_label="承办人", scope_label="市交通局")
