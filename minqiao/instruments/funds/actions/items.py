"""What rooms above do with money for a project: they ask who may, the ledger whether the money is there.

All amounts in fen. `purse` is the account that pays (queries.ledger.pool_of, quota_of, match_of); an item may
have several. `words` may be `on` (the day of the decision), `reference` (the paper it stands on) and `note`.
Every function is an act of its own, or part of the caller's, and answers the Entry it made.
"""

from minqiao.foundation.trail.actions import act
from minqiao.instruments.funds.actions.posting import account, locked, post, record_item
from minqiao.instruments.funds.choices import PURSES
from minqiao.instruments.funds.choices import AccountKind as A
from minqiao.instruments.funds.choices import EntryKind as E
from minqiao.instruments.funds.models import Account, Entry, Item
from minqiao.kit.workflow import Refused


@act
def open_item(fund, *, number, title, area, case=None, actor, at):
    """What money will be for: a project by its number and place; `case` is the row of the room above.

    Asked again for the same case it answers the same item.
    """
    locked(fund)
    named = {"case_type": case._meta.label_lower, "case_id": case.pk} if case else {}
    found = Item.objects.filter(fund=fund, **named).first() if case else None
    if found is None and Item.objects.filter(fund=fund, number=number).exists():
        raise Refused(f"{fund.name}已有编号{number}的项目")
    return found or Item.objects.create(fund=fund, number=number, title=title[:100], area=area, **named)


@act
def reserve(item, *, purse, amount, actor, at, **words):
    """Hold money for a project under review."""
    return _move(item, E.RESERVE, purse, _of(item, A.RESERVED, purse), amount, actor, at, words)


@act
def release(item, *, purse, amount, actor, at, **words):
    """Give held money back."""
    return _move(item, E.RELEASE, _of(item, A.RESERVED, purse), purse, amount, actor, at, words)


@act
def approve(item, *, purse, amount, actor, at, **words):
    """Approve so much out of a purse; Refused, with what is left, when it is not enough."""
    return _move(item, E.APPROVE, purse, _of(item, A.APPROVED, purse), amount, actor, at, words)


@act
def confirm(item, *, purse, amount, actor, at, **words):
    """Approve so much of what was held."""
    reserved, approved = _of(item, A.RESERVED, purse), _of(item, A.APPROVED, purse)
    return _move(item, E.CONFIRM, reserved, approved, amount, actor, at, words)


@act
def pay(item, *, purse, amount, actor, at, reference, on, **words):
    """Note a payment the treasury made: its voucher number and day. A voucher counts once for an item."""
    approved, paid = _of(item, A.APPROVED, purse), _of(item, A.PAID, purse)
    locked(item.fund)
    again = Entry.objects.filter(credit=approved, kind=E.PAY, reference=reference.strip(), reversal=None)
    if same := again.first():
        raise Refused(f"支付凭证{same.reference}已在第{same.seq}笔登记过，不能重复登记", action="pay")
    words |= {"reference": reference, "on": on}
    return _move(item, E.PAY, approved, paid, amount, actor, at, words)


@act
def refund(item, *, purse, amount, actor, at, reference, on, **words):
    """Note that the treasury took a payment back."""
    approved, paid = _of(item, A.APPROVED, purse), _of(item, A.PAID, purse)
    words |= {"reference": reference, "on": on}
    return _move(item, E.REFUND, paid, approved, amount, actor, at, words)


@act
def raise_amount(item, *, purse, amount, actor, at, **words):
    """A change approves so much more."""
    return _move(item, E.RAISE, purse, _of(item, A.APPROVED, purse), amount, actor, at, words)


@act
def cut_amount(item, *, purse, amount, actor, at, **words):
    """A change takes so much of what is not paid back into the purse."""
    return _move(item, E.CUT, _of(item, A.APPROVED, purse), purse, amount, actor, at, words)


@act
def return_saving(item, *, purse, amount, actor, at, **words):
    """What the settlement leaves over goes back into the purse."""
    return _move(item, E.SAVING, _of(item, A.APPROVED, purse), purse, amount, actor, at, words)


@act
def cancel(item, *, actor, at, **words):
    """Give back all that is held or approved and not paid, each to its purse; the entries made."""
    locked(item.fund)
    rows = Account.objects.filter(item=item, kind__in=(A.RESERVED, A.APPROVED), balance__gt=0)
    kinds = {A.RESERVED: E.RELEASE, A.APPROVED: E.CANCEL}
    return [
        _move(item, kinds[row.kind], row, row.purse, row.balance, actor, at, words)
        for row in rows.select_related("purse__area").order_by("pk")
    ]


def _of(item, kind, purse):
    """An account of the item that is filled from this purse."""
    if purse.kind not in PURSES or purse.fund_id != item.fund_id:
        raise Refused(f"{purse.words}不是{item.fund.name}可以安排项目的资金")
    return account(item.fund, kind, item=item, purse=purse)


def _move(item, kind, credit, debit, amount, actor, at, words):
    entry = post(
        item.fund, kind, credit=credit, debit=debit, amount=amount, item=item, actor=actor, at=at, **words
    )
    record_item(entry, actor=actor, at=at)
    return entry
