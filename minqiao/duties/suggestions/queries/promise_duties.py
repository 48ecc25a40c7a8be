"""What waits for whom in the ledger of promises, and what the clock finds near or past its date."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse

from minqiao.duties.suggestions.choices import PromiseState as P
from minqiao.duties.suggestions.models import Commitment
from minqiao.duties.suggestions.queries.promises import with_voices
from minqiao.duties.suggestions.rules.telling import WAITS
from minqiao.duties.suggestions.workflow import COMMITMENT
from minqiao.foundation.accounts.choices import Role
from minqiao.kit.deadlines import AMBER_DAYS, ONE_DAY
from minqiao.kit.mechanism import LOOKED_AT, Waiting
from minqiao.kit.prepared import Sought

SOON = AMBER_DAYS * ONE_DAY


@dataclass(frozen=True)
class Duty:
    """In these states, `action` waits for this role, once `due` is so (a Q of the day)."""

    role: str
    states: tuple
    action: str
    due: object


def _near(on):
    return Q(due_on__lte=on + SOON)


def _late(on):
    return Q(due_on__lt=on)


def _report_near(on):
    return Q(report_due_on__lte=on + SOON)


def _always(on):
    return Q()


def _grading_over(on):
    return Q(step_due_on__lt=on)


# fmt: off
DUTIES = (
    Duty(Role.DEPUTY,          (P.REPORTED,),             "grade_fulfilment",   _always),
    Duty(Role.UNIT_OFFICER,    (P.TRACKING, P.DEFERRED),  "report_done",        _near),
    Duty(Role.UNIT_OFFICER,    (P.TRACKING, P.DEFERRED),  "report_progress",    _report_near),
    Duty(Role.UNIT_PRINCIPAL,  (P.UNMET,),                "explain_delay",      _always),
    Duty(Role.UNIT_PRINCIPAL,  (P.TRACKING, P.DEFERRED),  "explain_delay",      _late),
    Duty(Role.DEPUTY_AFFAIRS,  (P.GRADED,),               "release_fulfilment", _always),
    Duty(Role.DEPUTY_AFFAIRS,  (P.REPORTED,),             "verify_fulfilment",  _grading_over),
)
# fmt: on


def waiting_promises(actor, today):
    """What waits for the actor in the ledger, each promise once."""
    seen = set()
    for duty in DUTIES:
        if duty.role != actor.role:
            continue
        for row in _rows(actor, duty, today):
            if row.pk in seen or COMMITMENT.refusal(duty.action, actor, row, today):
                continue
            seen.add(row.pk)
            yield _waiting(duty.action, row)


def _rows(actor, duty, today):
    rows = Commitment.objects.visible_to(actor).filter(duty.due(today), state__in=duty.states)
    if actor.role == Role.DEPUTY:
        rows = rows.promised_to(actor.scope_id)
    linked = with_voices(rows).select_related("reply", "handling__unit", "handling__suggestion")
    linked = linked.prefetch_related("handling__suggestion__signings")
    return linked.order_by("due_on", "pk")[:LOOKED_AT]


def _waiting(action, row):
    clocks = {
        "report_progress": (row.report_due_on, row.report_due_facts.get("why", "")),
        "grade_fulfilment": (row.step_due_on, row.step_due_facts.get("why", "")),
        "verify_fulfilment": (row.step_due_on, row.step_due_facts.get("why", "")),
    }
    plain = "延期后的期限" if row.times_deferred else "答复承诺的期限"
    due_on, why = clocks.get(action, (row.due_on, plain))
    return Waiting(
        act=WAITS[action],
        title=row.text,
        number=row.handling.suggestion.number,
        url=reverse("suggestions:commitment_step", args=[row.pk, action]),
        due_on=due_on,
        why=why,
        note=row.handling.unit.short_name,
    )


# For the clock:

SOME_DAY = dt.date(1949, 10, 1)


def _linked():
    return Commitment.objects.select_related("reply", "handling__unit", "handling__suggestion__congress")


_NEAR = Sought(
    lambda last: Commitment.objects.still_open().filter(due_on__lte=last).exclude(reminded="black"),
    (SOME_DAY,),
    _linked,
)
_UNREPORTED = Sought(
    lambda today: Commitment.objects.still_open().filter(report_due_on__lt=today, report_chased_on=None),
    (SOME_DAY,),
    _linked,
)
_UNGRADED = Sought(
    lambda today: Commitment.objects.filter(state=P.REPORTED, step_due_on__lt=today, grade_chased_on=None),
    (SOME_DAY,),
    lambda: with_voices(_linked()),
)


def near_their_date(last):
    """Open promises due up to `last`, not told yet that they are late."""
    return _NEAR(last)


def unreported(today):
    """Open promises whose report is late and was not asked for."""
    return _UNREPORTED(today)


def ungraded(today):
    """Promises reported as done that the deputy has not graded in time, not chased yet."""
    return _UNGRADED(today)
