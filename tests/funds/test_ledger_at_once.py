"""Many at once against the last yuan, a process killed while it writes: nothing overspent, nothing half."""

import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.db import connection

from minqiao.foundation.trail.queries import fault_in_trail
from minqiao.instruments.funds.actions import items
from minqiao.instruments.funds.models import Entry
from minqiao.instruments.funds.queries.checking import fault_in_ledger
from minqiao.instruments.funds.queries.ledger import item_positions, pool_of, position
from tests.factories import a_world
from tests.funds.books import WHEN, YUAN, a_fund, an_item
from tests.suggestions.test_bursts import at_once

pytestmark = pytest.mark.django_db(transaction=True)


def test_of_200_approvals_at_once_the_last_yuan_goes_to_one():
    """A hundred yuan, each asks for 33 or more: three are approved, the others told what is left."""
    world = a_world()
    fund = a_fund(world, 100)
    asking = [an_item(world, fund, f"2026-{number:03}") for number in range(1, 201)]

    def approve(number):
        place = {"purse": pool_of(fund), "actor": world.affairs, "at": WHEN}
        items.approve(asking[number], amount=(33 * YUAN), **place)
        return "done"

    answers = at_once(200, approve)
    assert answers.count("done") == 3
    assert set(answers) == {"done", "统筹资金余1元，不足33元，还差32元"}
    found = position(fund)
    assert (found.available, found.committed) == (1 * YUAN, 99 * YUAN)
    assert sum(one.committed for one in item_positions(asking).values()) == 99 * YUAN
    assert (fault_in_ledger(), fault_in_trail()) == ("", "")


WRITER = """
import sys
import django
django.setup()
from minqiao.foundation.accounts.queries import actor_for
from minqiao.instruments.funds.actions import items
from minqiao.instruments.funds.models import Item
from minqiao.instruments.funds.queries.ledger import pool_of
from tests.factories import day
from tests.funds.books import WHEN
item = Item.objects.select_related("fund").get()
actor = actor_for(int(sys.argv[1]), day("2026-06-01"))
while True:
    items.approve(item, purse=pool_of(item.fund), amount=1, actor=actor, at=WHEN)
    print("entered", flush=True)
"""


def address():
    """The test database as the address another process opens it by."""
    facts = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{facts['NAME']}"
    who = facts["USER"] + (f":{facts['PASSWORD']}" if facts["PASSWORD"] else "")
    return f"postgres://{who}@{facts['HOST']}:{facts['PORT']}/{facts['NAME']}"


def test_the_ledger_is_whole_after_a_kill_in_the_middle_of_writing():
    world = a_world()
    fund = a_fund(world)
    an_item(world, fund)
    place = {"DJANGO_SETTINGS_MODULE": "minqiao.config.settings", "DATABASE_URL": address()}
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(world.affairs.user_id)],
        cwd=settings.BASE,
        env={**os.environ, **place},
        stdout=subprocess.PIPE,
        text=True,
    )
    told = sum(writer.stdout.readline() == "entered\n" for _ in range(30))
    writer.kill()
    writer.wait()
    told += writer.stdout.read().count("entered")
    writer.stdout.close()
    assert (fault_in_ledger(), fault_in_trail()) == ("", "")
    entered = Entry.objects.filter(kind="approve").count()
    assert 30 <= told <= entered <= told + 1
    assert position(fund).committed == entered
