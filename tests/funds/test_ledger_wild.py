"""The ledger's acts in any order, lawful and not: the database keeps what the rules promise."""

from contextlib import suppress

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from minqiao.instruments.funds.actions import items, years
from minqiao.instruments.funds.models import Account
from minqiao.instruments.funds.queries.checking import fault_in
from minqiao.instruments.funds.queries.ledger import item_positions, pool_of, position, quota_of
from minqiao.kit.workflow import Refused
from tests.factories import a_world
from tests.funds.books import PAPER, WHEN, a_county, a_fund, an_item

pytestmark = pytest.mark.django_db
MOVES = (items.reserve, items.release, items.approve, items.confirm, items.raise_amount, items.cut_amount,
         items.return_saving)  # fmt: skip
PROVEN = (items.pay, items.refund)
# (act, which project, out of the quota or not, amount in fen): so little money that every limit is met often.
ACTS = st.tuples(
    st.sampled_from(
        [*MOVES, items.approve, *PROVEN, items.pay, items.cancel, years.reverse, years.take_back]
    ),
    st.integers(0, 1),
    st.booleans(),
    st.integers(1, 6),
)


@pytest.fixture(scope="module")
def stage(module_db):
    """Ten fen of common money, a quota of five, two projects."""
    world = a_world()
    world.fund = a_fund(world, 0)
    office = {"actor": world.affairs, "at": WHEN}
    years.budget(world.fund, amount=15, **PAPER, **office)
    years.allocate(world.fund, area=a_county(), amount=5, **PAPER, **office)
    world.items = [an_item(world, world.fund, number) for number in ("1", "2")]
    return world


def run(stage, number, act, place, from_quota, amount):
    """Try one act."""
    fund, item = stage.fund, stage.items[place]
    words = {"actor": stage.affairs, "at": WHEN}
    if act is items.cancel:
        call = (act, item, {})
    elif act is years.reverse:
        call = (act, fund, {"seq": amount * 2, "note": "录错"})
    elif act is years.take_back:
        call = (act, fund, {"area": a_county(), "amount": amount})
    else:
        purse = quota_of(fund, a_county()) if from_quota else pool_of(fund)
        proof = {"reference": f"国支{number}", "on": WHEN.date()} if act in PROVEN else {}
        call = (act, item, {"purse": purse, "amount": amount} | proof)
    with suppress(Refused):
        call[0](call[1], **call[2], **words)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(ACTS, min_size=5, max_size=16))
def test_whatever_is_tried_every_sum_holds(stage, tries):
    with transaction.atomic():
        for number, one in enumerate(tries):
            run(stage, number, *one)
        found, own = position(stage.fund), item_positions(stage.items).values()
        balances = list(Account.objects.filter(fund=stage.fund).values_list("kind", "balance"))
        assert sum(fen for _, fen in balances) == 0
        assert [pair for pair in balances if pair[1] < 0 and pair[0] != "budget"] == []
        assert found.available == found.budget - found.reserved - found.committed
        assert sum(one.committed + one.reserved for one in own) == found.committed + found.reserved
        stage.fund.refresh_from_db()
        assert fault_in(stage.fund) == ""
        transaction.set_rollback(True)
    stage.fund.refresh_from_db()
