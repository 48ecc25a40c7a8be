"""From the pool to the public notice: approved, announced, complained of, struck out, cancelled."""

from minqiao.duties.microprojects.actions import money
from minqiao.duties.microprojects.actions.checking import tell_decision
from minqiao.duties.microprojects.actions.clocks import NO_CLOCK, day_of, year_end
from minqiao.duties.microprojects.choices import ComplaintState
from minqiao.duties.microprojects.documents import money_notice, project_notice
from minqiao.duties.microprojects.models import Complaint, Project
from minqiao.duties.microprojects.workflow import PROJECT
from minqiao.foundation.rulebook.queries import due
from minqiao.foundation.trail.actions import act, freshen, record, take
from minqiao.instruments.funds.rules import yuan
from minqiao.instruments.papers.actions import issue
from minqiao.kit.workflow import Refused

NO_MONEY = {"approved": 0, "approved_on": None, "meeting": ""}


@act
def approve(project, *, actor, at, meeting, decided_on, source=""):
    """批准安排: the ledger gives the money or refuses, and then the project stays in the pool.

    `source`: out of which money a proposal pays it, where there is one.
    """
    PROJECT.step("approve", actor, project, day_of(at))
    hold(project)  # before the fund, as every act does that moves its money
    words = {"reference": meeting, "on": decided_on, "source": source}
    item = money.grant(project, amount=project.requested, actor=actor, at=at, **words)
    decision = {"approved": project.requested, "approved_on": decided_on, "meeting": meeting, "item": item}
    note = f"{meeting}：{yuan(project.requested)}"
    clock = year_end(project, decided_on)
    take(PROJECT, project, "approve", actor=actor, at=at, note=note, **decision, **clock)
    _issue(project, money_notice(project, on=day_of(at)), "money_notice", actor, at)
    label, words = "安排专项资金", f"{project.title}：{yuan(project.requested)}"
    record(actor=actor, action="fund_granted", label=label, subject=project.suggestion, at=at, note=words)
    return project


def hold(project):
    """Lock the project's row; what was read with the page stays, so that `take` tells who was first."""
    Project.objects.select_for_update().filter(pk=project.pk).values_list("pk").first()


def _issue(project, paper, kind, actor, at):
    """A paper of a decision that may come again when a project was sent back to the pool."""
    place = {"subject": project, "case": project, "edition": project.times_pooled + 1}
    issue(paper, kind=kind, actor=actor, at=at, **place)


@act
def announce(project, *, actor, at):
    """公示: what is built where, for how much, by whom, whom to call; so many days before work begins."""
    until = due("fund.notice_days", day_of(at), place=project.fund.area_id)
    take(PROJECT, project, "announce", actor=actor, at=at, note=f"公示至{until.due}", notice_until=until.due)
    _issue(project, project_notice(project, on=day_of(at)), "project_notice", actor, at)
    return project


@act
def complain(project, *, actor, at, received_on, way, words):
    """登记投诉: the matter, never the person."""
    freshen(project)
    counts = {name: getattr(project, name) + 1 for name in ("complaints_made", "complaints_open")}
    take(PROJECT, project, "complain", actor=actor, at=at, note=words, **counts)
    Complaint.objects.create(project=project, received_on=received_on, way=way, words=words)
    return project


def _close_complaints(project, state, answer, on, complaint=None):
    rows = Complaint.objects.filter(project=project, state=ComplaintState.OPEN)
    rows = rows.filter(pk=complaint.pk) if complaint else rows
    if not rows.update(state=state, answer=answer, answered_on=on):
        raise Refused("这件投诉已经处理，请刷新后再看", action="answer_complaint")


@act
def answer_complaint(project, *, actor, at, complaint, answer):
    """核实不属实: looked into, answered; the work goes on."""
    freshen(project)
    left = project.complaints_open - 1
    take(PROJECT, project, "answer_complaint", actor=actor, at=at, note=answer, complaints_open=left)
    _close_complaints(project, ComplaintState.UNFOUNDED, answer, day_of(at), complaint)
    return project


@act
def back_to_pool(project, *, actor, at, note):
    """投诉属实: the money goes back, the project may be put in order and approved again."""
    _stop(project, "back_to_pool", actor, at, note, {"times_pooled": project.times_pooled + 1})
    _close_complaints(project, ComplaintState.UPHELD, note, day_of(at))
    return project


@act
def strike(project, *, actor, at, note):
    """投诉属实: the money goes back, and the project is out."""
    _stop(project, "strike", actor, at, note)
    _close_complaints(project, ComplaintState.UPHELD, note, day_of(at))
    tell_decision(project, actor, at, "不再安排", note)
    return project


@act
def cancel(project, *, actor, at, meeting, decided_on, note):
    """取消: other money was found, the land fell through; what was approved goes back to the fund."""
    _stop(project, "cancel", actor, at, f"{meeting}（{decided_on}）：{note}")
    Complaint.objects.filter(project=project, state=ComplaintState.OPEN).update(
        state=ComplaintState.UNFOUNDED, answer=f"项目已取消：{note}"[:500], answered_on=day_of(at)
    )
    tell_decision(project, actor, at, "取消", note)
    return project


def _stop(project, action, actor, at, note, more=None):
    """Take the step that ends a grant, and give the money back."""
    freshen(project)
    PROJECT.step(action, actor, project, day_of(at))
    money.release(project, actor=actor, at=at, note=note)
    changes = {"office_note": note[:500], "notice_until": None, "complaints_open": 0}
    changes |= NO_CLOCK | NO_MONEY | (more or {})
    take(PROJECT, project, action, actor=actor, at=at, note=note[:500], **changes)
