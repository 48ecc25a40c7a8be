"""Callers of the API, each with a token of its own, on a fixed day."""

import hashlib
import json

import pytest
from django.test import Client

from minqiao.foundation.accounts.models import ApiToken
from tests.factories import at

TODAY = "2026-06-01"


@pytest.fixture(autouse=True)
def on_this_day(monkeypatch):
    """The house's calendar stands on one day."""
    monkeypatch.setenv("MINQIAO_TODAY", TODAY)


class Caller:
    """A script with the token of one actor; answers come as (status, JSON)."""

    def __init__(self, actor):
        text = f"token-of-{actor.capacity_id}"
        digest = hashlib.sha256(text.encode()).hexdigest()
        ApiToken.objects.get_or_create(
            digest=digest, defaults={"capacity_id": actor.capacity_id, "created_at": at("2026-01-01")}
        )
        self.client = Client(headers={"Authorization": f"Bearer {text}"})

    def get(self, path, **params):
        return self._read(self.client.get(f"/api/v1/{path}", params))

    def post(self, path, body=None, **headers):
        """POST a JSON object (or, as bytes, whatever is given)."""
        raw = body if isinstance(body, bytes) else json.dumps(body or {})
        headers = {name.replace("_", "-"): text for name, text in headers.items()}
        return self._read(self.client.post(f"/api/v1/{path}", raw, "application/json", headers=headers))

    def _read(self, answer):
        if answer.status_code == 204:
            return 204, None
        assert answer["Content-Type"].startswith("application/json"), answer.content[:300]
        return answer.status_code, answer.json()


@pytest.fixture
def call():
    """`call(actor)`: a caller."""
    return Caller
