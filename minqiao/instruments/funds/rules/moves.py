"""What each kind of entry moves, from where to where, and why it may not (pure). Amounts in fen.

An account is named by a code of its parts: `pool`, `quota:<area>`, `match:<area>:<source>`, and for a
project `approved:<item>:<purse>`, where the purse is the code of the account that pays for it. Every
entry takes an amount from one account (credit) and brings it to another (debit), so all balances of a
fund add up to nothing.
"""

from dataclasses import dataclass

from minqiao.instruments.funds.choices import OF_ITEMS, OUTSIDE, PURSES
from minqiao.instruments.funds.choices import AccountKind as A
from minqiao.instruments.funds.choices import EntryKind as E
from minqiao.instruments.funds.rules.answer import yuan
from minqiao.instruments.funds.rules.pool_file import MOST_FEN


@dataclass(frozen=True)
class Move:
    """One row of the table: the kinds of account it takes from and brings to, and whether it needs proof."""

    credit: frozenset
    debit: frozenset
    proof: str = ""  # what the entry must name: the number of a paper


def _move(credit, debit, proof=""):
    return Move(
        *(kind if isinstance(kind, frozenset) else frozenset({kind}) for kind in (credit, debit)), proof
    )


VOUCHER = "国库支付凭证号"
PAPER = "文件依据"
MOVES = {
    E.BUDGET: _move(A.BUDGET, A.POOL, PAPER),
    E.CUT_BUDGET: _move(A.POOL, A.BUDGET, PAPER),
    E.CARRY_IN: _move(A.CARRIED_IN, A.POOL, PAPER),
    E.CARRY_OUT: _move(A.POOL, A.CARRIED_OUT),
    E.ALLOCATE: _move(A.POOL, A.QUOTA, PAPER),
    E.TAKE_BACK: _move(A.QUOTA, A.POOL),
    E.ADD_MATCH: _move(A.MATCH_SOURCE, A.MATCH, PAPER),
    E.CUT_MATCH: _move(A.MATCH, A.MATCH_SOURCE, PAPER),
    E.RESERVE: _move(PURSES, A.RESERVED),
    E.RELEASE: _move(A.RESERVED, PURSES),
    E.APPROVE: _move(PURSES, A.APPROVED),
    E.CONFIRM: _move(A.RESERVED, A.APPROVED),
    E.PAY: _move(A.APPROVED, A.PAID, VOUCHER),
    E.REFUND: _move(A.PAID, A.APPROVED, VOUCHER),
    E.RAISE: _move(PURSES, A.APPROVED),
    E.CUT: _move(A.APPROVED, PURSES),
    E.SAVING: _move(A.APPROVED, PURSES),
    E.CANCEL: _move(A.APPROVED, PURSES),
}
# Entries a room above makes with a step of its own: they are set right by another such step.
BY_STEPS = frozenset({E.RESERVE, E.RELEASE, E.APPROVE, E.CONFIRM, E.RAISE, E.CUT, E.SAVING, E.CANCEL})


def code_of(kind, *, area="", source="", item=0, purse="") -> str:
    """The code of an account; the parts its kind does not have stay out."""
    parts = {A.QUOTA: (area,), A.MATCH: (area, source)}
    if kind in OF_ITEMS:
        parts[kind] = (str(item), purse)
    return ":".join([A(kind).value, *parts.get(kind, ())])


def kind_of(code) -> A:
    """The kind of the account a code names."""
    return A(code.partition(":")[0])


def item_of(code) -> int:
    """The item an account belongs to, 0 for an account of the whole fund."""
    return int(code.split(":")[1]) if kind_of(code) in OF_ITEMS else 0


def purse_of(code) -> str:
    """The purse an item's account is filled from; of a purse, itself."""
    return code.split(":", 2)[2] if kind_of(code) in OF_ITEMS else code


def misfit(kind, credit, debit) -> str:
    """Why an entry of this kind may not move between these two accounts (codes), or ""."""
    move = MOVES[kind]
    fits = kind_of(credit) in move.credit and kind_of(debit) in move.debit
    items = {item_of(code) for code in (credit, debit)} - {0}
    if items and (len(items) > 1 or purse_of(credit) != purse_of(debit)):
        fits = False
    return "" if fits else f"“{E(kind).label}”不能从{A(kind_of(credit)).label}记到{A(kind_of(debit)).label}"


def wrong_amount(amount) -> str:
    """Why a number cannot be an amount, or ""."""
    right = type(amount) is int and 0 < amount <= MOST_FEN
    return "" if right else "金额应大于零，精确到分"


def shortage(code, balance, amount, words="") -> str:
    """Why so much cannot be taken from an account, or "". `words` names it for people."""
    if kind_of(code) in OUTSIDE or amount <= balance:
        return ""
    name = words or kind_of(code).label
    return f"{name}余{yuan(balance)}，不足{yuan(amount)}，还差{yuan(amount - balance)}"


def unproven(kind, reference) -> str:
    """Why an entry cannot stand without the number of a paper, or ""."""
    proof = MOVES[kind].proof
    return f"请填写{proof}" if proof and not reference.strip() else ""


def why_no_entry(kind, credit, debit, amount, *, balance, reference="", words="") -> str:
    """Why this entry may not be made with so much (`balance`) in the account it takes from, or ""."""
    return (
        misfit(kind, credit, debit)
        or wrong_amount(amount)
        or unproven(kind, reference)
        or shortage(credit, balance, amount, words)
    )


def why_not_reversed(kind, is_reversed) -> str:
    """Why an entry may not be reversed by hand, or ""."""
    if kind == E.REVERSE:
        return "这一笔本身是冲正，不能再冲正；请按正确的内容另记一笔"
    if is_reversed:
        return "这一笔已经冲正过"
    if kind in BY_STEPS:
        return "这一笔由项目办理步骤记入，请在项目中办理调整、取消或者解除预留"
    return ""
