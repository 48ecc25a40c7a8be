"""Writing an entry: the one door to the ledger. The database moves the balances and closes the chain."""

from django.db import IntegrityError, transaction

from minqiao.foundation.trail.actions import record
from minqiao.instruments.funds.choices import EntryKind, FundState
from minqiao.instruments.funds.models import Account, Entry, Fund
from minqiao.instruments.funds.rules.answer import yuan
from minqiao.instruments.funds.rules.book import PLAIN, Line, digest
from minqiao.instruments.funds.rules.moves import code_of, shortage, why_no_entry
from minqiao.kit.clock import local_day
from minqiao.kit.workflow import Refused

BASIS = "专项资金台账：安排不超过预算与结转之和，支付不超过批准"


def locked(fund):
    """The fund's row as it is now, locked: entries of one fund are written one after another."""
    found = Fund.objects.select_for_update().get(pk=fund.pk)
    if found.state != FundState.OPEN:
        raise Refused(f"{found.name}已经结账，不能再记账", basis=BASIS)
    fund.last_seq, fund.last_hash = found.last_seq, found.last_hash
    return fund


def account(fund, kind, *, area=None, source="", item=None, purse=None):
    """The account of a fund with these parts, opened when it is not there yet; its balance as it is now."""
    parts = {"area": area.pk if area else "", "source": source, "item": item.pk if item else 0}
    code = code_of(kind, **parts, purse=purse.code if purse else "")
    found = Account.objects.filter(fund=fund, code=code).first()
    if found is None:
        locked(fund)  # before the new row: whoever holds the fund never waits for an account
        whose = {"kind": kind, "area": area, "source": source, "item": item, "purse": purse}
        found = Account.objects.get_or_create(fund=fund, code=code, defaults=whose)[0]
    return found


def post(fund, kind, *, credit, debit, amount, actor, at, on=None, reference="", note="", item=None):
    """Write one entry: `amount` fen from the account `credit` to the account `debit`. Inside an @act only.

    `on` is the day of the decision or payment (the day of `at` when none is given). Refused with the
    reason when the table does not allow it or the money is not there.
    """
    locked(fund)
    credit.refresh_from_db(fields=["balance"])
    held = {"balance": credit.balance, "reference": reference, "words": credit.words}
    if why := why_no_entry(kind, credit.code, debit.code, amount, **held):
        raise Refused(why, basis=BASIS, action=str(kind))
    words = {"on": on or local_day(at), "reference": reference, "note": note}
    accounts = {"credit": credit, "debit": debit, "item": item}
    return _write(fund, kind, amount, actor, at, words, accounts)


def write_reversal(entry, *, actor, at, note):
    """Write the opposite of an entry; Refused when its money has moved on. Inside an @act only."""
    locked(entry.fund)
    entry.debit.refresh_from_db(fields=["balance"])
    if why := shortage(entry.debit.code, entry.debit.balance, entry.amount, entry.debit.words):
        raise Refused(f"第{entry.seq}笔的钱已经用出，不能冲正：{why}", basis=BASIS, action="reverse")
    words = {"on": local_day(at), "reference": entry.reference, "note": note}
    accounts = {"credit": entry.debit, "debit": entry.credit, "item": entry.item, "reverses": entry}
    return _write(entry.fund, EntryKind.REVERSE, entry.amount, actor, at, words, accounts)


def _write(fund, kind, amount, actor, at, words, accounts):
    """Write the entry after the fund's last one, which the caller has locked."""
    other = accounts.get("reverses")
    line = Line(
        seq=fund.last_seq + 1,
        at=at,
        on=words["on"],
        kind=str(kind),
        credit=accounts["credit"].code,
        debit=accounts["debit"].code,
        amount=amount,
        reference=words["reference"].strip()[:100],
        note=words["note"].strip()[:300],
        user_id=actor.user_id,
        name=actor.name[:60],
        capacity=actor.capacity[:160],
        reverses=other.seq if other else 0,
    )
    own_hash = digest(fund.last_hash, fund.key, line)
    facts = {name: getattr(line, name) for name in PLAIN}
    entry = Entry(fund=fund, prev_hash=fund.last_hash, hash=own_hash, **facts, **accounts)
    try:
        with transaction.atomic():
            entry.save(force_insert=True)
    except IntegrityError as fault:
        raise Refused("余额或者末笔刚刚有变化，请刷新后再试", basis=BASIS, action=str(kind)) from fault
    fund.last_seq, fund.last_hash = entry.seq, entry.hash
    return entry


def told(entry):
    """An entry in words, for the trail: its number, accounts, amount and paper."""
    words = f"第{entry.seq}笔 {yuan(entry.amount)}，{entry.credit.words}→{entry.debit.words}"
    return "；".join(filter(None, (words, entry.reference, entry.note)))[:500]


def record_item(entry, *, actor, at):
    """Note in the trail an entry that concerns an item; the fund is its case."""
    label = EntryKind(entry.kind).label
    record(actor=actor, action=str(entry.kind), label=label, subject=entry.item, case=entry.fund, at=at,
           note=told(entry))  # fmt: skip
