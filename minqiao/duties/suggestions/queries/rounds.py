"""What came before the current round, and after the last: earlier replies, joint study, calls back."""

import datetime as dt

from minqiao.duties.suggestions.choices import HandlingState
from minqiao.duties.suggestions.models import Callback, Handling, JointStudy, Reply
from minqiao.duties.suggestions.rules import sight
from minqiao.foundation.accounts.choices import Role
from minqiao.kit.prepared import Sought

STUDYING = (HandlingState.JOINT_STUDY, HandlingState.STUDIED)
CHASE_AGAIN_DAYS = 7  # the clock's second chaser; the committee may chase sooner by hand


def add_rounds(actor, parts):
    """Give each part its earlier rounds, its study and its call back; no query where there is none."""
    earlier = _earlier([part.row for part in parts if part.row.round > 1])
    studies = _of(JointStudy, [part.row for part in parts if part.row.state in STUDYING])
    called = _of(Callback, [part.row for part in parts if part.row.callback_drawn_on])
    for part in parts:
        replies = [one for one in earlier if one.handling_id == part.row.pk and one.round < part.row.round]
        part.earlier = [_as_seen(actor, part.row, one) for one in replies]
        part.study = studies.get(part.row.pk) if not sight.contacts(actor, part.row) else None
        part.callback = called.get(part.row.pk) if actor.role == Role.DEPUTY_AFFAIRS else None
    return parts


def _earlier(handlings):
    ids = [row.pk for row in handlings]
    rows = Reply.objects.filter(handling_id__in=ids).select_related("evaluation").order_by("round")
    return list(rows) if ids else []


def _of(model, handlings):
    ids = [row.pk for row in handlings]
    return {row.handling_id: row for row in model.objects.filter(handling_id__in=ids)} if ids else {}


def _as_seen(actor, handling, reply):
    evaluation = getattr(reply, "evaluation", None)
    seen = evaluation is not None and not sight.evaluation(
        actor, handling, evaluation.released_at is not None
    )
    return {"reply": reply, "evaluation": evaluation if seen else None}


_UNGRADED = Sought(
    lambda today, before: Handling.objects.filter(
        state=HandlingState.REPLIED, step_due_on__lt=today, second_chased_on=None
    ).exclude(first_chased_on__gt=before),
    (dt.date(1949, 10, 1), dt.date(1949, 10, 2)),
    lambda: Handling.objects.select_related("suggestion__congress", "unit"),
)


def evaluations_to_chase(today):
    """Replied handlings whose evaluation is late, not chased yet, or a week ago for the first time."""
    return _UNGRADED(today, today - dt.timedelta(days=CHASE_AGAIN_DAYS))
