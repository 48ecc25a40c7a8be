"""Reading the trail: of one case for its page, of everything for the auditor and for `verify`."""

import csv
import datetime as dt

from django.apps import apps
from django.db.models import Max
from django.utils import timezone

from minqiao.foundation.trail.choices import COLUMNS
from minqiao.foundation.trail.models import Event, Head
from minqiao.foundation.trail.rules import GENESIS, by_auditor, first_fault, first_missing, readable_note

ROWS = 50  # on one page of the auditor's list
CHUNK = 5000  # rows read at a time from a long chain


def events_of(case_type, case_id):
    """All acts on a case and on what belongs to it, oldest first."""
    return Event.objects.filter(case_type=case_type, case_id=case_id).order_by("seq")


def last_of(case_type):
    """The number of the last act on any case of a type; 0 before the first."""
    return Event.objects.filter(case_type=case_type).aggregate(last=Max("seq"))["last"] or 0


def own_acts(user_id):
    """What a person did, for the copy of the own data: when, what, in which capacity."""
    rows = Event.objects.filter(user_id=user_id).order_by("seq").values("at", "label", "capacity")
    return [{"时间": row["at"], "动作": row["label"], "身份": row["capacity"]} for row in rows]


def audited(actor, *, first=None, last=None, person="", action=""):
    """The events the auditor asks for, newest first: days from `first` to `last`, a name, an act."""
    if by_auditor(actor):
        return Event.objects.none()
    rows = Event.objects.order_by("-seq")
    rows = rows.filter(at__gte=_midnight(first)) if first else rows
    rows = rows.filter(at__lt=_midnight(last + dt.timedelta(days=1))) if last else rows
    rows = rows.filter(name__icontains=person) if person else rows
    return rows.filter(label__icontains=action) if action else rows


def stretch(events, before=0, after=0):
    """One page of `events` (newest first) older than `before` or newer than `after`: (rows, newer, older).

    `newer` and `older` are the numbers to go on from, 0 where nothing follows. No row is skipped or seen
    twice while new ones arrive.
    """
    if after:
        rows = list(events.filter(seq__gt=after).order_by("seq")[: ROWS + 1])
        more, rows = len(rows) > ROWS, rows[:ROWS][::-1]
        return rows, rows[0].seq if more else 0, rows[-1].seq if rows else 0
    rows = list((events.filter(seq__lt=before) if before else events)[: ROWS + 1])
    more, rows = len(rows) > ROWS, rows[:ROWS]
    return rows, rows[0].seq if before and rows else 0, rows[-1].seq if more else 0


def lines(events):
    """Events as the auditor reads them: words for kinds and states, no remarks of cases."""
    return [_line(event) for event in events]


def _line(event):
    return {
        **{name: getattr(event, name) for name, _ in COLUMNS if hasattr(event, name)},
        "subject": _kind(event.subject_type),
        "case": _kind(event.case_type),
        "from_state": _state(event.subject_type, event.from_state),
        "to_state": _state(event.subject_type, event.to_state),
        "note": readable_note(event),
    }


def _model(label):
    try:
        return apps.get_model(label)
    except (LookupError, ValueError):
        return None


def _kind(label):
    model = _model(label)
    return str(model._meta.verbose_name) if model else label


def _state(label, state):
    fields = {field.name: field for field in _model(label)._meta.fields} if state and _model(label) else {}
    return dict(fields["state"].flatchoices).get(state, state) if "state" in fields else state


def _midnight(day):
    return timezone.make_aware(dt.datetime.combine(day, dt.time()))


def fault_in_trail(file=""):
    """The first fault of the whole chain in words, or "". `file`: an auditor's export to hold it against.

    Raises OSError or ValueError when the file cannot be read as an export.
    """
    head = Head.objects.filter(pk=1).first()
    events = Event.objects.order_by("pk").iterator(chunk_size=CHUNK)
    fault = first_fault(events, head.last_seq if head else 0, head.last_hash if head else GENESIS)
    return fault or (_fault_against(file) if file else "")


def _fault_against(file):
    with open(file, encoding="utf-8-sig", newline="") as source:
        rows = csv.DictReader(source)
        if not {"序号", "摘要"} <= set(rows.fieldnames or ()):
            raise ValueError(f"{file}：不是留痕导出文件，缺少“序号”“摘要”两列")
        anchors = {int(row["序号"]): row["摘要"] for row in rows}
    span = (min(anchors, default=0), max(anchors, default=0))
    chain = Event.objects.filter(seq__range=span).values_list("seq", "hash").iterator(chunk_size=CHUNK)
    return first_missing(anchors, chain)


def last_moment():
    """The time of the latest act, or None."""
    return Event.objects.order_by("-seq").values_list("at", flat=True).first()
