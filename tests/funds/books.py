"""Books of the tests: a fund year with money in it, its projects, and a ledger emptied between tests."""

from importlib import import_module

from django.db import connection

from minqiao.instruments.funds.actions import items, years
from minqiao.instruments.funds.models import Entry
from minqiao.instruments.funds.queries.ledger import pool_of
from minqiao.registry.areas.models import Area
from tests.factories import at, day

YUAN = 100  # fen
WHEN = at("2026-03-20")
PAPER = {"reference": "毕财预〔2026〕12号", "on": day("2026-03-18")}
KEEPER = import_module("minqiao.instruments.funds.migrations.0002_ledger_keeps_itself")


def a_county(name="七星关区", code="520502000000"):
    """A county of the city."""
    place = {"name": name, "level": "county", "parent_id": "520500000000"}
    return Area.objects.get_or_create(code=code, defaults=place)[0]


def a_fund(world, budget=10_000_000, area=None, year=2026, **more):
    """A fund year with its budget (yuan) entered."""
    fund = years.open_fund(actor=world.affairs, at=WHEN, area=area or world.area, year=year, **more)
    if budget:
        years.budget(fund, actor=world.affairs, at=WHEN, amount=budget * YUAN, **PAPER)
    return fund


def an_item(world, fund, number="2026-001", title="晒坝硬化"):
    """What money is for."""
    return items.open_item(fund, number=number, title=title, area=a_county(), actor=world.affairs, at=WHEN)


def approved(world, fund, yuan, number="2026-001", purse=None):
    """A project with so much approved."""
    item = an_item(world, fund, number)
    purse = purse or pool_of(fund)
    items.approve(item, purse=purse, amount=yuan * YUAN, actor=world.affairs, at=WHEN)
    return item


def paid(world, item, yuan, voucher="国支2026-0417", purse=None):
    """So much of it paid."""
    words = {"reference": voucher, "on": day("2026-03-20"), "actor": world.affairs, "at": WHEN}
    return items.pay(item, purse=purse or pool_of(item.fund), amount=yuan * YUAN, **words)


def unguarded(statements):
    """Run SQL on the database as somebody with its keys might."""
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def guard(is_on):
    """Set the ledger's triggers, or take them away."""
    named = {"sqlite": "SQLITE", "postgresql": "POSTGRESQL"}[connection.vendor] + ("" if is_on else "_BACK")
    unguarded(getattr(KEEPER, named))


def empty_ledger():
    """Empty the ledger's tables: only without their triggers can the rows of a test be flushed."""
    if Entry.objects.exists():
        guard(False)
        tables = ("entry", "allocationline", "allocationrun", "account", "item", "fund")
        unguarded(f"DELETE FROM funds_{table}" for table in tables)
        guard(True)
