"""A fund year's own book: opened, its budget and quotas, matching money, reversals, the end of the year."""

from django.db import IntegrityError, transaction

from minqiao.foundation.trail.actions import act, record, take
from minqiao.instruments.funds.actions.posting import account, post, told, write_reversal
from minqiao.instruments.funds.choices import AccountKind as A
from minqiao.instruments.funds.choices import EntryKind as E
from minqiao.instruments.funds.models import Account, Entry, Fund
from minqiao.instruments.funds.queries.ledger import why_not_carried_in
from minqiao.instruments.funds.rules.answer import yuan
from minqiao.instruments.funds.rules.moves import why_not_reversed
from minqiao.instruments.funds.rules.people import may_open
from minqiao.instruments.funds.rules.years import level_of, name_of, why_no_year, why_not_below
from minqiao.instruments.funds.workflow import FUND
from minqiao.kit.clock import local_day
from minqiao.kit.workflow import Refused
from minqiao.registry.congress.models import Congress


@act
def open_fund(*, actor, at, area, year, finance_unit=None):
    """Open the book of a place's fund for a year."""
    if why := may_open(actor) or why_no_year(area.level, year, local_day(at)):
        raise Refused(why, action="open_fund")
    congress = Congress.objects.get(pk=actor.realm_id)
    level = level_of(area.level)
    fund = Fund(congress=congress, area=area, level=level, year=year, name=name_of(area.name, year),
                finance_unit=finance_unit, opened_at=at)  # fmt: skip
    try:
        with transaction.atomic():
            fund.save(force_insert=True)
    except IntegrityError as fault:
        raise Refused(f"{fund.name}已经设立台账", action="open_fund") from fault
    account(fund, A.POOL)
    record(actor=actor, action="open_fund", label="设立资金台账", subject=fund, at=at, note=fund.name)
    return fund


def _step(fund, kind, way, amount, actor, at, *, area=None, source="", **words):
    """One entry as a step of the fund: judged by its table, posted, noted. `way`: from and to which account.

    Quotas and matching money are those of `area`; Refused for a place that is not directly below.
    """
    FUND.step(str(kind), actor, fund, local_day(at))
    if why := why_not_below(fund, area) if area else "":
        raise Refused(why, action=str(kind))
    places = {A.QUOTA: {"area": area}, A.MATCH: {"area": area, "source": source}}
    credit, debit = (account(fund, one, **places.get(one, {})) for one in way)
    entry = post(fund, kind, credit=credit, debit=debit, amount=amount, actor=actor, at=at, **words)
    take(FUND, fund, str(kind), actor=actor, at=at, note=told(entry))
    return entry


@act
def budget(fund, *, actor, at, amount, **words):
    """The year's money, by the document that gives it (`reference`, `on`)."""
    return _step(fund, E.BUDGET, (A.BUDGET, A.POOL), amount, actor, at, **words)


@act
def cut_budget(fund, *, actor, at, amount, **words):
    """Less money than was given, as far as it is not used."""
    return _step(fund, E.CUT_BUDGET, (A.POOL, A.BUDGET), amount, actor, at, **words)


@act
def carry_in(fund, *, actor, at, amount, **words):
    """What last year left; no more than last year's book carried out, where there is one."""
    if why := why_not_carried_in(fund, amount):
        raise Refused(why, action="carry_in")
    return _step(fund, E.CARRY_IN, (A.CARRIED_IN, A.POOL), amount, actor, at, **words)


@act
def allocate(fund, *, actor, at, area, amount, **words):
    """A quota for a place below."""
    return _step(fund, E.ALLOCATE, (A.POOL, A.QUOTA), amount, actor, at, area=area, **words)


@act
def take_back(fund, *, actor, at, area, amount, **words):
    """Unused quota goes back into the common money."""
    return _step(fund, E.TAKE_BACK, (A.QUOTA, A.POOL), amount, actor, at, area=area, **words)


@act
def add_match(fund, *, actor, at, area, source, amount, **words):
    """Money from elsewhere that a place promised in writing."""
    way, words = (A.MATCH_SOURCE, A.MATCH), words | {"area": area, "source": source}
    return _step(fund, E.ADD_MATCH, way, amount, actor, at, **words)


@act
def cut_match(fund, *, actor, at, area, source, amount, **words):
    """Less matching money than promised, as far as it is not used."""
    way, words = (A.MATCH, A.MATCH_SOURCE), words | {"area": area, "source": source}
    return _step(fund, E.CUT_MATCH, way, amount, actor, at, **words)


@act
def reverse(fund, *, actor, at, seq, note):
    """The opposite of an entry that was wrong; the entry itself stands for ever."""
    rows = Entry.objects.select_related("credit__area", "debit__area", "item", "reversal")
    entry = rows.filter(fund=fund, seq=seq).first()
    if entry is None:
        raise Refused(f"没有第{seq}笔分录", action="reverse")
    if why := why_not_reversed(E(entry.kind), hasattr(entry, "reversal")):
        raise Refused(why, action="reverse")
    FUND.step("reverse", actor, fund, local_day(at))
    entry.fund = fund
    made = write_reversal(entry, actor=actor, at=at, note=note)
    take(FUND, fund, "reverse", actor=actor, at=at, note=f"冲正第{seq}笔；{told(made)}"[:500])
    return made


@act
def close(fund, *, actor, at, note=""):
    """The end of the year: unused quotas return, what is left is carried over, nothing more is entered."""
    FUND.step("close", actor, fund, local_day(at))
    rows = Account.objects.filter(fund=fund, balance__gt=0).select_related("area", "item")
    _refuse_unfinished([row for row in rows if row.kind in (A.RESERVED, A.APPROVED)])
    pool = account(fund, A.POOL)
    words = {"actor": actor, "at": at, "note": "年终结账"}
    for row in rows:
        if row.kind == A.QUOTA:
            post(fund, E.TAKE_BACK, credit=row, debit=pool, amount=row.balance, **words)
    pool.refresh_from_db()
    if pool.balance:
        out = account(fund, A.CARRIED_OUT)
        post(fund, E.CARRY_OUT, credit=pool, debit=out, amount=pool.balance, **words)
    told_left = f"结转下年{yuan(pool.balance)}，末笔第{fund.last_seq}笔"
    take(FUND, fund, "close", actor=actor, at=at, note=f"{told_left}；{note}"[:500], closed_on=local_day(at))
    return fund


def _refuse_unfinished(rows):
    if rows:
        names = sorted({row.item.number for row in rows})
        listed = "、".join(names[:5]) + (f"等{len(names)}个" if len(names) > 5 else "")
        why = f"项目{listed}还有预留或者已批准未支付的资金，请先支付、调减或者取消"
        raise Refused(why, action="close")
