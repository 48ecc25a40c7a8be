"""Promises of a reply: when a report is due, how each came out, what must be said (domain.md 2.1; pure)."""

import calendar as gregorian
import datetime as dt
import re

from minqiao.duties.suggestions.choices import OPEN_PROMISES, Fulfilment, LedgerKind, Outcome, PromiseState
from minqiao.foundation.accounts.choices import Role
from minqiao.kit.deadlines import BLUE_DAYS, Light, add_months, light

QUARTER = 3  # months, where an older case keeps no rule
LIGHTS = ("black", "red", "amber", "blue", "green")
LAST_DAY = dt.date(2100, 12, 31)


def is_issued(actor, promise):
    """A promise binds from the day its letter is signed."""
    return "" if promise.reply.issued_on else "答复还没有签发，承诺事项还没有生效"


def promised_to(promise):
    """The lead signers whom the letter promised it, by mandate: of a merged file those of every item."""
    handling = promise.handling
    signers = [handling.suggestion.lead_signer_id]
    if handling.leads_file and promise.reply.round == 1:
        rows = [row for row in handling.followers.all() if row.reply_id and not row.is_ended]
        signers += [row.suggestion.lead_signer_id for row in rows]
    return list(dict.fromkeys(signers))


def voices(promise):
    """What was said of the last report and is not released: {mandate: line of the ledger}; None: verified."""
    said = [one for one in promise.entries.all() if one.kind == LedgerKind.GRADE and not one.released_on]
    return {one.mandate_id: one for one in said}


def awaited(promise):
    """The lead signers who have not said yet whether it was kept."""
    said = voices(promise)
    return [one for one in promised_to(promise) if one not in said]


def least(grades):
    """Of several voices the least good one counts: kept is what all of them call kept."""
    return max(grades, key=list(Fulfilment).index)


def has_not_said(actor, promise):
    """Each lead signer speaks once; later he changes what he said."""
    own = actor.role == Role.DEPUTY
    return "您已经评价，可以修改评价" if own and actor.scope_id not in awaited(promise) else ""


def others_are_awaited(actor, promise):
    """More lead signers of the file are to be heard."""
    return "" if len(awaited(promise)) > 1 else "没有其他领衔代表要等"


def nobody_else_is_awaited(actor, promise):
    return "" if len(awaited(promise)) <= 1 else "并案的其他领衔代表还没有评价"


def has_said(actor, promise):
    """There is something to change: the deputy's own word, or what the committee found in his place."""
    said = voices(promise)
    own = actor.scope_id in said or None in said if actor.role == Role.DEPUTY else bool(said)
    return "" if own else "还没有评价，不能修改"


def was_graded_met(actor, promise):
    """The deputy said that it was kept in full."""
    return "" if promise.grade == Fulfilment.MET else "代表没有评价为已兑现"


def was_graded_short(actor, promise):
    """The deputy said that it was kept in part, or not."""
    return "" if promise.grade in (Fulfilment.PARTLY, Fulfilment.UNMET) else "代表评价为已兑现"


def after_the_grading_date(promise, on):
    """The committee finds out for itself only when the deputy's own time is over."""
    if promise.step_due_on and on <= promise.step_due_on:
        return f"代表评价兑现情况的期限是{promise.step_due_on}，还没有到，请等待代表评价"
    return ""


def new_date_fault(promise, new_due_on, on):
    """Why a promise cannot be put off to this day, or ""."""
    if new_due_on <= on:
        return f"新的兑现期限应当晚于今天（{on}）"
    if new_due_on <= promise.due_on:
        return f"新的兑现期限应当晚于现在的期限（{promise.due_on}）"
    return "兑现期限太远，请核对" if new_due_on > LAST_DAY else ""


def done_day_fault(promise, done_on, on):
    """Why a promise cannot have been done on this day, or ""."""
    if done_on > on:
        return f"完成日期不能晚于今天（{on}）"
    issued = promise.reply.issued_on
    return f"完成日期不能早于答复日（{issued}）" if issued and done_on < issued else ""


def report_number(issued_on, on, months=QUARTER):
    """Which report falls on a day: the first is due so many months after the reply, the next after that."""
    number = 1
    while add_months(issued_on, number * months) < on:
        number += 1
    return number


def next_report(issued_on, due_on, on, months=QUARTER):
    """The number of the report that is due after one given on `on`, while `due_on` was awaited.

    A report serves the quarter that was awaited. Given early it counts for that quarter; given once more
    within a quarter that has its report it changes nothing; given late, the next is that of the running
    quarter, so nobody is silent for longer by being late.
    """
    awaited = report_number(issued_on, due_on, months)
    if on > due_on:
        return report_number(issued_on, on + dt.timedelta(days=1), months)
    begins = add_months(issued_on, (awaited - 1) * months) if awaited > 1 else issued_on
    return awaited if awaited > 1 and on <= begins else awaited + 1


def lamp_of(state, due_on, today, days) -> Light | None:
    """The light of a promise that is still to be kept; none once it is reported as done or settled."""
    return light(due_on, today, days) if state in OPEN_PROMISES else None


def days_of_light(key, today, days):
    """The due dates that show this light today: (first, last), None where there is no end.

    Taken from the light itself, day by day, so that a filtered list and the lights in it cannot differ.
    """
    if key == "black":
        return None, today - dt.timedelta(days=1)
    if key == "green":
        return today + dt.timedelta(days=BLUE_DAYS + 1), None
    ahead = [today + dt.timedelta(days=step) for step in range(BLUE_DAYS + 1)]
    lit = [day for day in ahead if light(day, today, days).key == key]
    return (lit[0], lit[-1]) if lit else (today, today - dt.timedelta(days=1))


def outcome_of(state, *, first_due_on, done_on, on):
    """How a promise came out, judged by the day it was first promised for."""
    if state == PromiseState.MET:
        return Outcome.KEPT if done_on and done_on <= first_due_on else Outcome.KEPT_LATE
    plain = {
        PromiseState.FAILED: Outcome.FAILED,
        PromiseState.ENDED: Outcome.ENDED,
        PromiseState.DEFERRED: Outcome.DEFERRED,
        PromiseState.REPORTED: Outcome.AWAITING,
        PromiseState.GRADED: Outcome.AWAITING,
        PromiseState.UNMET: Outcome.UNSETTLED,
    }
    if state in plain:
        return plain[state]
    return Outcome.UNSETTLED if first_due_on < on else Outcome.RUNNING


def month_of(text, on):
    """The first day of the month named as 2026-11; of the running one where the text is none."""
    found = re.fullmatch(r"(20\d\d)-(0[1-9]|1[0-2])", text or "")
    return dt.date(int(found[1]), int(found[2]), 1) if found else on.replace(day=1)


def weeks_of(month):
    """The weeks of a month from Monday to Sunday; the days of its neighbours are None."""
    weeks = gregorian.Calendar().monthdatescalendar(month.year, month.month)
    return [[day if day.month == month.month else None for day in week] for week in weeks]
