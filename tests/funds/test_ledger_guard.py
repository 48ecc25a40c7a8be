"""What the database itself refuses, whoever writes past the acts."""

import pytest
from django.db import IntegrityError, transaction

from minqiao.instruments.funds.actions import years
from minqiao.instruments.funds.models import Account, Entry
from minqiao.instruments.funds.queries.checking import fault_in_ledger
from minqiao.instruments.funds.queries.ledger import pool_of
from tests.factories import at
from tests.funds.books import WHEN, a_county, a_fund, approved

pytestmark = pytest.mark.django_db


def raw_entry(fund, credit, debit, amount, **more):
    """An entry written past the acts, with the right number and link."""
    fund.refresh_from_db()
    facts = {"fund": fund, "seq": fund.last_seq + 1, "at": WHEN, "on": WHEN.date(), "kind": "approve"}
    facts |= {
        "credit": credit,
        "debit": debit,
        "amount": amount,
        "prev_hash": fund.last_hash,
        "hash": "f" * 64,
    }
    return Entry(**facts | more)


def objection(write, *args, **words):
    """What the database itself says against a write."""
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        write(*args, **words)
    return str(caught.value)


def test_the_database_refuses_what_would_overspend_or_not_follow(world):
    fund = a_fund(world, 100)
    item = approved(world, fund, 60)
    pool, mine = pool_of(fund), Account.objects.get(item=item)
    write = Entry.objects.bulk_create
    assert "account_is_never_overdrawn" in objection(write, [raw_entry(fund, pool, mine, 4001)])
    assert "entry_amount_is_above_zero" in objection(write, [raw_entry(fund, pool, mine, -1)])
    assert "entry_has_" in objection(write, [raw_entry(fund, pool, pool, 1)])
    follows = "entry_follows_the_last_of_its_open_fund"
    assert follows in objection(write, [raw_entry(fund, pool, mine, 1, seq=9)])
    assert follows in objection(write, [raw_entry(fund, pool, mine, 1, prev_hash="0" * 64)])
    other = a_fund(world, 100, area=a_county())
    assert "entry_has_both_accounts_in_its_fund" in objection(
        write, [raw_entry(fund, pool_of(other), mine, 1)]
    )
    write([raw_entry(fund, pool, mine, 4000)])
    assert (pool_of(fund).balance, fault_in_ledger()) == (
        0,
        "毕节市2026年代表建议办理专项资金：第3笔内容与摘要不符，分录被改动过",
    )


def test_the_database_refuses_to_change_or_delete_an_entry(world):
    approved(world, a_fund(world, 100), 60)
    stands = "entry_is_never_changed_or_deleted"
    entries = Entry.objects.filter(seq=2)
    assert stands in objection(entries.update, amount=1)
    assert stands in objection(entries.update, note="别的")
    assert stands in objection(entries._raw_delete, entries.db)
    with pytest.raises(TypeError):
        entries.get().delete()


def test_a_closed_book_takes_no_entry_from_anybody(world):
    fund = a_fund(world, 100)
    years.close(fund, actor=world.affairs, at=at("2026-12-31"))
    pool, budget = pool_of(fund), Account.objects.get(fund=fund, kind="budget")
    late = raw_entry(fund, budget, pool, 1, kind="budget")
    assert "entry_follows_the_last_of_its_open_fund" in objection(Entry.objects.bulk_create, [late])
