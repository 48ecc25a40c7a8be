"""What each kind of entry may move, and why it may not: without a database."""

import pytest

from minqiao.instruments.funds.choices import AccountKind as A
from minqiao.instruments.funds.choices import EntryKind as E
from minqiao.instruments.funds.rules.moves import (
    BY_STEPS,
    MOVES,
    code_of,
    item_of,
    kind_of,
    misfit,
    purse_of,
    why_no_entry,
    why_not_reversed,
)
from minqiao.instruments.funds.rules.years import level_of, why_no_year
from tests.factories import day

QUOTA = code_of(A.QUOTA, area="520502000000")
MATCH = code_of(A.MATCH, area="520502000000", source="township")
WAYS = {
    E.BUDGET: ("budget", "pool"),
    E.CUT_BUDGET: ("pool", "budget"),
    E.CARRY_IN: ("carried_in", "pool"),
    E.CARRY_OUT: ("pool", "carried_out"),
    E.ALLOCATE: ("pool", QUOTA),
    E.TAKE_BACK: (QUOTA, "pool"),
    E.ADD_MATCH: ("match_source", MATCH),
    E.CUT_MATCH: (MATCH, "match_source"),
    E.RESERVE: (QUOTA, f"reserved:7:{QUOTA}"),
    E.RELEASE: (f"reserved:7:{QUOTA}", QUOTA),
    E.APPROVE: (MATCH, f"approved:7:{MATCH}"),
    E.CONFIRM: ("reserved:7:pool", "approved:7:pool"),
    E.PAY: ("approved:7:pool", "paid:7:pool"),
    E.REFUND: ("paid:7:pool", "approved:7:pool"),
    E.RAISE: ("pool", "approved:7:pool"),
    E.CUT: ("approved:7:pool", "pool"),
    E.SAVING: ("approved:7:pool", "pool"),
    E.CANCEL: ("approved:7:pool", "pool"),
}


def test_every_kind_but_a_reversal_has_its_row():
    assert set(MOVES) == set(E) - {E.REVERSE} == set(WAYS)


@pytest.mark.parametrize("kind", WAYS, ids=str)
def test_each_kind_goes_its_way_and_not_back(kind):
    credit, debit = WAYS[kind]
    assert misfit(kind, credit, debit) == ""
    words = f"“{kind.label}”不能从{kind_of(debit).label}记到{kind_of(credit).label}"
    assert misfit(kind, debit, credit) == words


@pytest.mark.parametrize("kind", WAYS, ids=str)
def test_of_all_pairs_of_accounts_each_kind_takes_one(kind):
    codes = ["budget", "carried_in", "match_source", "carried_out", "pool", QUOTA, MATCH, "reserved:7:pool",
             "approved:7:pool", "paid:7:pool"]  # fmt: skip
    pair = WAYS[kind]
    if any(item_of(code) for code in pair):
        pair = tuple(code.replace(QUOTA, "pool").replace(MATCH, "pool") for code in pair)
    assert [(one, other) for one in codes for other in codes if not misfit(kind, one, other)] == [pair]


def test_money_of_one_project_or_purse_does_not_pass_to_another():
    assert misfit(E.PAY, "approved:7:pool", "paid:8:pool") != ""
    assert misfit(E.PAY, "approved:7:pool", f"paid:7:{QUOTA}") != ""
    assert misfit(E.CANCEL, f"approved:7:{QUOTA}", "pool") != ""


def test_a_code_is_read_back_in_its_parts():
    code = code_of(A.APPROVED, item=17, purse=MATCH)
    assert (kind_of(code), item_of(code), purse_of(code)) == (A.APPROVED, 17, MATCH)
    assert (item_of(MATCH), purse_of(MATCH)) == (0, MATCH)


@pytest.mark.parametrize(
    ("kind", "amount", "balance", "reference", "why"),
    [
        (E.APPROVE, 18_000_000, 13_600_000, "", "统筹资金余13.6万元，不足18万元，还差4.4万元"),
        (E.APPROVE, 13_600_000, 13_600_000, "", ""),
        (E.APPROVE, 1, 0, "", "统筹资金余0元，不足0.01元，还差0.01元"),
        (E.APPROVE, 0, 100, "", "金额应大于零，精确到分"),
        (E.APPROVE, -1, 100, "", "金额应大于零，精确到分"),
        (E.APPROVE, 1.5, 100, "", "金额应大于零，精确到分"),
        (E.APPROVE, True, 100, "", "金额应大于零，精确到分"),
        (E.APPROVE, 10**15 + 1, 10**16, "", "金额应大于零，精确到分"),
        (E.PAY, 100, 100, "  ", "请填写国库支付凭证号"),
        (E.BUDGET, 10**12, 0, "毕财预〔2026〕12号", ""),
        (E.BUDGET, 10**12, 0, "", "请填写文件依据"),
    ],
)
def test_an_entry_is_refused_with_its_reason(kind, amount, balance, reference, why):
    credit, debit = {E.APPROVE: ("pool", "approved:7:pool")}.get(kind, WAYS[kind])
    assert why_no_entry(kind, credit, debit, amount, balance=balance, reference=reference) == why


def test_entries_of_steps_and_reversals_are_not_reversed_by_hand():
    assert {kind for kind in E if why_not_reversed(kind, False)} == BY_STEPS | {E.REVERSE}
    assert why_not_reversed(E.PAY, True) == "这一笔已经冲正过"


@pytest.mark.parametrize(
    ("level", "year", "why"),
    [
        ("city", 2026, ""),
        ("zone", 2027, ""),
        ("township", 2020, "年度应在2021至2027之间"),
        ("county", 2028, "年度应在2021至2027之间"),
        ("village", 2026, "专项资金按市、县、乡三级设立"),
    ],
)
def test_which_places_and_years_have_a_fund(level, year, why):
    assert why_no_year(level, year, day("2026-03-20")) == why
    assert why or level_of(level) in ("city", "county", "township")
