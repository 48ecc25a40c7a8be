"""Many residents at once, on real connections: none lost, none doubled however often it is sent again."""

import os
import uuid

import pytest
from django.core.cache import cache

from minqiao.duties.stations.actions import residents
from minqiao.duties.stations.models import Opinion
from minqiao.duties.stations.rules.people import SOMEBODY
from minqiao.foundation.trail.queries import fault_in_trail
from tests.factories import a_world, at
from tests.stations import stages
from tests.suggestions.test_bursts import at_once

pytestmark = pytest.mark.django_db(transaction=True)
MANY = int(os.environ.get("RESIDENTS_AT_ONCE", "60"))  # 500 when asked for


def test_residents_at_once_each_sending_twice():
    cache.clear()
    world = stages.ready(a_world())
    forms = [uuid.uuid4() for _ in range(MANY)]

    def send(number):
        words = {"text": f"第{number % MANY}件事", "phone": f"138{number % MANY:08}", "way": "qr"}
        once = forms[number % MANY]
        return residents.raise_opinion(world.room, actor=SOMEBODY, at=at("2026-09-14"), once=once, **words).pk

    answers = at_once(2 * MANY, send)
    assert answers[:MANY] == answers[MANY:]
    assert Opinion.objects.count() == MANY
    numbers = sorted(Opinion.objects.values_list("number", flat=True))
    assert numbers == [f"民意2026-{serial:05}" for serial in range(1, MANY + 1)]
    assert fault_in_trail() == ""
