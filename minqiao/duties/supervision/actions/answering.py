"""What the unit does, and what the chairs' council decides on its report."""

from minqiao.duties.supervision.actions.proposing import day_of
from minqiao.duties.supervision.choices import ProblemState
from minqiao.duties.supervision.documents import supervision_report
from minqiao.duties.supervision.models import UnitReport
from minqiao.duties.supervision.workflow import KEY_ITEM
from minqiao.foundation.trail.actions import act, freshen, take
from minqiao.instruments.papers.actions import issue
from minqiao.instruments.papers.rules import series_of_year
from minqiao.kit.workflow import Refused


@act
def answer_problem(item, *, actor, at, problem, words):
    """The unit says how a problem was mended; it counts once the supervisor has looked."""
    take(KEY_ITEM, item, "answer_problem", actor=actor, at=at, note=f"{problem.text}：{words}"[:500])
    changes = {"state": ProblemState.ANSWERED, "answer": words, "answered_on": day_of(at)}
    if not item.problems.filter(pk=problem.pk, state=ProblemState.OPEN).update(**changes):
        raise Refused("这个问题已经报送整改情况", action="answer_problem")
    return item


@act
def report(item, *, actor, at, text, left=""):
    """The unit's principal reports to the chairs' council."""
    freshen(item)
    on, count = day_of(at), item.reports_made + 1
    take(KEY_ITEM, item, "report", actor=actor, at=at, reports_made=count, reported_on=on)
    words = {"round": count, "text": text, "left": left, "signer": actor.name[:60], "reported_on": on}
    row = UnitReport.objects.create(item=item, **words)
    members = list(item.members.select_related("suggestion").order_by("suggestion__number", "pk"))
    paper = supervision_report(item, row, members, list(item.problems.all()))
    place = {"subject": item, "case": item, "edition": count}
    series = series_of_year(f"{item.unit.reply_word or item.unit.short_name}呈", on.year)
    issue(paper, kind="supervision_report", actor=actor, at=at, series=series, **place)
    return item


@act
def send_back(item, *, actor, at, note, report_due_on):
    """The report does not say enough: what is missing, by when."""
    changes = {"report_due_on": report_due_on, "reported_on": None, "reminded": ""}
    words = f"{note}（{report_due_on}前补充报告）"
    take(KEY_ITEM, item, "send_back", actor=actor, at=at, note=words, **changes)
    item.reports.filter(round=item.reports_made).update(returned_note=note)
    return item


@act
def accept(item, *, actor, at, meeting, decided_on, note=""):
    """The chairs' council takes the item as done."""
    words = "：".join(filter(None, (meeting, note)))
    changes = {"decided_on": decided_on, "decision_note": words[:500]}
    take(KEY_ITEM, item, "accept", actor=actor, at=at, note=words, **changes)
    item.members.update(stands=False)
    return item


@act
def carry_over(item, *, actor, at, meeting, decided_on, note, report_due_on):
    """跨年度滚动督办: what is not done is supervised on in the next year, with a new date of report."""
    until = max(item.until_year, decided_on.year) + 1
    words = f"{meeting}：{note}"
    changes = {
        "until_year": until,
        "decided_on": decided_on,
        "decision_note": words[:500],
        "report_due_on": report_due_on,
        "reported_on": None,
        "reminded": "",
    }
    take(KEY_ITEM, item, "carry_over", actor=actor, at=at, note=f"结转{until}年；{words}", **changes)
    return item


@act
def cancel(item, *, actor, at, note):
    """Supervision ends without a decision: the suggestions were withdrawn, or came under another item."""
    take(KEY_ITEM, item, "cancel", actor=actor, at=at, note=note)
    item.members.update(stands=False)
    return item
