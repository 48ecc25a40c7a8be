"""The book replayed: any run of entries keeps the invariants, and every way to touch it is found."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minqiao.instruments.funds.choices import OUTSIDE
from minqiao.instruments.funds.choices import EntryKind as E
from minqiao.instruments.funds.rules.book import GENESIS, Book, Line, digest, first_fault
from minqiao.instruments.funds.rules.moves import BY_STEPS, MOVES, kind_of
from tests.factories import at, day

FUND = "520500000000:2026"
PURSES = ("pool", "quota:520502000000", "match:520502000000:county")
ITEMS = [
    f"{kind}:{item}:{purse}"
    for kind in ("reserved", "approved", "paid")
    for item in (1, 2)
    for purse in PURSES
]
CODES = ("budget", "carried_in", "match_source", "carried_out", *PURSES, *ITEMS)
WHEN, ON = at("2026-03-20"), day("2026-03-20")


def line(seq, kind, credit, debit, amount, reverses=0):
    return Line(
        seq=seq, at=WHEN, on=ON, kind=kind, credit=credit, debit=debit, amount=amount, reverses=reverses
    )


def fitting(kind):
    """Pairs of accounts between which this kind may move, and some between which it may not."""
    pairs = [(one, other) for one in CODES for other in CODES if one != other]
    own = [
        (one, other)
        for one, other in pairs
        if kind_of(one) in MOVES[kind].credit and kind_of(other) in MOVES[kind].debit
    ]
    return st.sampled_from(own) if own else st.sampled_from(pairs)


@st.composite
def attempts(draw):
    """An entry somebody tries to make: often lawful, sometimes not."""
    if draw(st.integers(0, 9)) == 0:
        return ("reverse", draw(st.integers(1, 12)))
    kind = draw(st.sampled_from([*([E.BUDGET, E.APPROVE, E.PAY] * 3), *MOVES]))
    credit, debit = draw(fitting(kind))
    return kind, credit, debit, draw(st.integers(-1, 9))


def tried(book, attempt):
    """The line of an attempt."""
    seq = len(book.lines) + 1
    if attempt[0] != "reverse":
        return line(seq, str(attempt[0]), *attempt[1:])
    other = book.lines.get(attempt[1])
    if other is None:
        return line(seq, "reverse", "pool", "budget", 1, attempt[1])
    return line(seq, "reverse", other.debit, other.credit, other.amount, attempt[1])


def total(book, *kinds):
    return sum(fen for code, fen in book.balances.items() if kind_of(code) in kinds)


@settings(max_examples=150, deadline=None)
@given(st.lists(attempts(), max_size=40))
def test_whatever_is_tried_the_book_balances_and_nothing_is_overspent(sequence):
    book = Book()
    for attempt in sequence:
        one = tried(book, attempt)
        if not book.why_not(one):
            book.post(one)
        assert sum(book.balances.values()) == 0
        assert [code for code, fen in book.balances.items() if fen < 0 and kind_of(code) not in OUTSIDE] == []
        assert all(one.amount > 0 for one in book.lines.values())
    given_ = -total(book, "budget", "carried_in", "match_source") - total(book, "carried_out")
    used = total(book, "reserved", "approved", "paid")
    assert total(book, "pool", "quota", "match") == given_ - used
    assert used <= given_
    assert whole(book) == ""


def chained(book):
    """The entries of a book as they would be kept: (line, prev_hash, hash)."""
    prev, rows = GENESIS, []
    for one in book.lines.values():
        own = digest(prev, FUND, one)
        rows.append((one, prev, own))
        prev = own
    return rows


def whole(book, rows=None, head=None, balances=None):
    """The first fault of a book, perhaps touched."""
    mine = chained(book)
    head = head or (len(mine), mine[-1][2] if mine else GENESIS)
    return first_fault(
        FUND, mine if rows is None else rows, head, book.balances if balances is None else balances
    )


@pytest.fixture(scope="module")
def book():
    """A small year: a budget, two projects, a payment, a reversal."""
    made = Book()
    approved = "approved:1:pool"
    for one in (
        line(1, "budget", "budget", "pool", 1000),
        line(2, "approve", "pool", approved, 400),
        line(3, "pay", approved, "paid:1:pool", 300),
        line(4, "reverse", "paid:1:pool", approved, 300, reverses=3),
        line(5, "pay", approved, "paid:1:pool", 350),
        line(6, "saving", approved, "pool", 50),
    ):
        assert made.why_not(one) == ""
        made.post(one)
    return made


def test_an_untouched_book_is_whole(book):
    assert whole(book) == ""


CHANGES = {
    "amount": 401, "note": "别的", "reference": "别的", "kind": "raise", "debit": "approved:2:pool",
    "credit": "budget", "name": "别人", "capacity": "别的", "user_id": 9, "on": day("2026-03-21"),
    "at": WHEN + dt.timedelta(microseconds=1), "reverses": 1,
}  # fmt: skip


@pytest.mark.parametrize("field", CHANGES)
def test_an_edited_entry_is_named(book, field):
    rows = chained(book)
    rows[1] = (replace(rows[1][0], **{field: CHANGES[field]}), *rows[1][1:])
    assert whole(book, rows) == "第2笔内容与摘要不符，分录被改动过"


def test_every_field_of_an_entry_is_in_its_hash():
    assert {*CHANGES, "seq"} == set(Line.__dataclass_fields__)


def test_an_entry_of_another_book_does_not_fit(book):
    other = [(one, prev, digest(prev, "520502000000:2026", one)) for one, prev, _ in chained(book)]
    assert whole(book, other) == "第1笔内容与摘要不符，分录被改动过"


def test_a_removed_entry_is_named(book):
    rows = chained(book)
    del rows[2]
    assert whole(book, rows) == "第3笔之后不连续：读到的是第4笔，有分录被删除、插入或调换顺序"


def test_a_removed_last_entry_is_named(book):
    head = (6, chained(book)[-1][2])
    assert whole(book, chained(book)[:-1], head) == "末尾不符：应有6笔，实有5笔，最后的分录被删除或改动过"


def test_two_entries_that_changed_places_are_named(book):
    rows = chained(book)
    rows[1], rows[2] = rows[2], rows[1]
    assert whole(book, rows) == "第2笔之后不连续：读到的是第3笔，有分录被删除、插入或调换顺序"


def test_a_link_that_does_not_hold_is_named(book):
    rows = chained(book)
    rows[3] = (rows[3][0], GENESIS, rows[3][2])
    assert whole(book, rows) == "第4笔与上一笔不衔接，有分录被删除、插入或调换顺序"


def test_a_balance_that_was_touched_is_named(book):
    touched = book.balances | {"pool": 700}
    assert whole(book, balances=touched) == "科目pool的余额应为650分，实为700分，余额被改动过"
    missing = {code: fen for code, fen in book.balances.items() if code != "pool"}
    assert whole(book, balances=missing) == "科目pool的余额应为650分，实为0分，余额被改动过"


def forged(*lines):
    """A book somebody wrote whole, with right hashes and right balances, against the rules of entries."""
    made = Book()
    for one in lines:
        made.post(one)
    return whole(made)


def test_a_whole_chain_against_the_rules_is_named():
    budget = line(1, "budget", "budget", "pool", 100)
    over = forged(budget, line(2, "approve", "pool", "approved:1:pool", 101))
    assert over == "第2笔不合记账规则：统筹资金余1元，不足1.01元，还差0.01元"
    assert forged(budget, line(2, "budget", "pool", "approved:1:pool", 1)) == (
        "第2笔不合记账规则：“安排预算”不能从统筹资金记到已批准待支付"
    )
    half = line(2, "reverse", "pool", "budget", 99, reverses=1)
    assert forged(budget, half) == "第2笔不合记账规则：与所冲正的第1笔不相反"
    twice = [line(seq, "reverse", "pool", "budget", 100, reverses=1) for seq in (2, 3)]
    assert forged(budget, *twice) == "第3笔不合记账规则：冲正的第1笔不存在或者已经冲正"


def test_what_steps_make_is_known():
    assert {kind for kind in MOVES if "approved" in MOVES[kind].debit | MOVES[kind].credit} - BY_STEPS == {
        E.PAY,
        E.REFUND,
    }
