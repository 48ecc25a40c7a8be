"""Writing the trail: acts record what happened; the chain is closed as the last thing before the commit.

Closing it last means every transaction takes the chain's lock after all others, so two acts can
never wait for each other in a circle.
"""

import functools
import threading

from django.db import transaction
from django.dispatch import Signal
from django.utils import timezone

from minqiao.foundation.trail.models import Event, Head
from minqiao.foundation.trail.rules import by_auditor, digest
from minqiao.kit.prepared import Prepared
from minqiao.kit.workflow import Refused

# Sent once per transaction with `records`: a list of Record. The only signal of the house.
recorded = Signal()
_pending = threading.local()
SOME_PK = 9007199254740993  # stands for any row while a query is compiled


class Record:
    """An event before it is bound to the chain, with its subject still in hand for the listeners."""

    def __init__(self, event, subject, case):
        self.event, self.subject, self.case = event, subject, case


def act(function):
    """One act, one transaction: whatever it records is chained and told at its outermost end."""

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        if getattr(_pending, "records", None) is not None:
            with transaction.atomic():
                return _keeping_what_stands(function, args, kwargs)
        _pending.records = []
        try:
            with transaction.atomic():
                result = function(*args, **kwargs)
                _close(_pending.records)
                return result
        finally:
            _pending.records = None

    return wrapper


def _keeping_what_stands(function, args, kwargs):
    """Run an inner act; when it fails, its savepoint goes back and so do its records."""
    mark = len(_pending.records)
    try:
        return function(*args, **kwargs)
    except BaseException:
        del _pending.records[mark:]
        raise


def record(*, actor, action, label, subject, at, case=None, from_state="", to_state="", note=""):
    """Note an act on `subject`, which belongs to `case` (itself when none is named). Inside an @act only."""
    if getattr(_pending, "records", None) is None:
        raise RuntimeError("record() is called inside a function marked @act")
    case = case or subject
    event = Event(
        at=at,
        user_id=actor.user_id,
        name=actor.name,
        capacity=actor.capacity,
        action=action,
        label=label,
        subject_type=subject._meta.label_lower,
        subject_id=subject.pk,
        case_type=case._meta.label_lower,
        case_id=case.pk,
        from_state=from_state,
        to_state=to_state,
        note=note,
    )
    _pending.records.append(Record(event, subject, case))


@act
def note_export(*, actor, at, asked):
    """Notes that the auditor took a copy of the trail, and of what part (`asked`, in words)."""
    if why := by_auditor(actor):
        raise Refused(why)
    head = Head.objects.get_or_create(pk=1)[0]
    record(actor=actor, action="export_trail", label="导出留痕", subject=head, at=at, note=asked)


def _close(records):
    if not records:
        return
    recorded.send(sender=None, records=records)
    seq, last = _end_of_chain()
    for item in records:
        event = item.event
        event.seq, event.prev_hash = seq + 1, last
        event.hash = digest(last, event)
        seq, last = event.seq, event.hash
    Event.objects.bulk_create([item.event for item in records])
    Head.objects.filter(pk=1).update(last_seq=seq, last_hash=last)


def _end_of_chain():
    """The number and hash of the last event, its row locked until the transaction ends."""
    rows = _row_now(Head)(1)
    if not rows:
        Head.objects.get_or_create(pk=1)
        rows = _row_now(Head)(1)
    return rows[0]["last_seq"], rows[0]["last_hash"]


def take(workflow, subject, action, *, actor, at, case=None, note="", **changes):
    """Take one step of a lifecycle, and only if nobody took one meanwhile. Inside an @act only.

    Locks the row and judges it as it is now, by the table; moves it by compare-and-set on the state the
    page was loaded with, writes `changes` with it and records the act. Returns the Step; raises Refused
    with the reason.
    """
    loaded = subject.state
    freshen(subject)
    if subject.state != loaded:
        raise Refused("他人刚刚处理了这一件，请刷新页面后再看", action=action)
    step = workflow.step(action, actor, subject, timezone.localtime(at).date())
    before = subject.state
    changes["state"] = step.target or before
    untouched = type(subject).objects.filter(pk=subject.pk, state=before)
    if not untouched.update(**changes):
        raise Refused("他人刚刚处理了这一件，请刷新页面后再看", action=action)
    for name, value in changes.items():
        setattr(subject, name, value)
    states = {"from_state": before, "to_state": changes["state"]}
    record(
        actor=actor, action=action, label=step.label, subject=subject, at=at, case=case, note=note, **states
    )
    return step


def freshen(subject):
    """Lock a row and bring what was loaded with the page up to what it is now, caches of it cleared."""
    rows = _row_now(type(subject))(subject.pk)
    if not rows:
        raise Refused("这一件已经不存在，请刷新页面后再看")
    for name, now in rows[0].items():
        if getattr(subject, name) != now:
            setattr(subject, name, now)
    for memory in ("_signer_ids", "_where", "_prefetched_objects_cache"):
        subject.__dict__.pop(memory, None)


@functools.cache
def _row_now(model):
    """The query that locks and reads one whole row of a table: compiled once, asked at every step."""
    names = [field.attname for field in model._meta.concrete_fields]
    return Prepared(lambda pk: model.objects.select_for_update().filter(pk=pk).values(*names), (SOME_PK,))
