"""The same act on a selection: what would happen to each, and what cannot and why."""

from dataclasses import dataclass, field

from minqiao.duties.suggestions import choices as c
from minqiao.duties.suggestions.models import Handling, Suggestion
from minqiao.duties.suggestions.workflow import HANDLING, SUGGESTION
from minqiao.foundation.accounts.choices import CONGRESS_STAFF, Role

# Acts that need no words of their own, and so may be done to a selection: who does them, on which rows.
MANY = {
    "register": (CONGRESS_STAFF, (c.State.SUBMITTED,)),
    "release": (frozenset({Role.DEPUTY_AFFAIRS}), (c.State.EVALUATED,)),
    "close": (frozenset({Role.DEPUTY_AFFAIRS}), (c.State.EVALUATED,)),
}
LABELS = {"register": "登记", "release": "向承办单位反馈评价", "close": "办结"}
MOST = 500  # of one selection


@dataclass
class Planned:
    """One suggestion of a selection: on what the act falls, in words what will happen, or why it cannot."""

    suggestion: Suggestion
    subjects: list = field(default_factory=list)
    words: str = ""
    why_not: str = ""


def acts_on(role, row):
    """Which acts on a selection a row of the list is open to."""
    acts = [act for act, (roles, states) in MANY.items() if role in roles and row["state"] in states]
    graded = row["evaluation_state"] == c.EvaluationState.RETURNED
    return [act for act in acts if act == "register" or graded == (act == "release")]


def planned(actor, action, ids, today):
    """What the act would do to each of these suggestions the actor may see."""
    rows = Suggestion.objects.visible_to(actor).filter(pk__in=ids[:MOST]).order_by("number", "pk")
    rows = rows.select_related("congress", "session", "lead_signer__deputy", "delegation")
    rows = rows.prefetch_related("signings", "handlings__unit", "handlings__reply__evaluation")
    return [_PLANS[action](actor, row, today) for row in rows]


def _register(actor, row, today):
    why = SUGGESTION.refusal("register", actor, row, today)
    return Planned(row, [row], f"登记，编定下一个编号；类别：{row.get_topic_display()}", why)


def _close(actor, row, today):
    tracking = row.commitment_state == c.CommitmentState.TRACKING
    words = "办结；承诺事项继续跟踪" if tracking else "办结"
    return Planned(row, [row], words, SUGGESTION.refusal("close", actor, row, today))


def _release(actor, row, today):
    fellows = [one for one in row.handlings.all() if one.role in c.ANSWERING and not one.is_ended]
    for one in fellows:
        one.suggestion, one.fellows = row, fellows
    why = {one.pk: HANDLING.refusal("release", actor, one, today) for one in fellows}
    ready = [one for one in fellows if not why[one.pk]]
    words = "；".join(f"向{one.unit.short_name}反馈：{_grades(one)}" for one in ready)
    reasons = dict.fromkeys(f"{one.unit.short_name}：{why[one.pk]}" for one in fellows if why[one.pk])
    return Planned(row, ready, words, "" if ready else "；".join(reasons) or "还没有承办单位")


def _grades(handling: Handling):
    evaluation = getattr(handling.reply, "evaluation", None)
    if evaluation is None:
        return "经催促未反馈"
    said = f"办理态度{evaluation.get_attitude_display()}，办理结果{evaluation.get_result_display()}"
    return f"{said}，附具体意见" if evaluation.words else said


_PLANS = {"register": _register, "release": _release, "close": _close}
