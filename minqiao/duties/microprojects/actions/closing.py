"""From the finished work to the closed file: accepted or mended, settled, asked about, reviewed."""

from minqiao.duties.microprojects.actions import money
from minqiao.duties.microprojects.actions.clocks import NO_CLOCK, day_of, until
from minqiao.duties.microprojects.documents import acceptance_form, performance_review, settlement
from minqiao.duties.microprojects.workflow import PROJECT
from minqiao.foundation.trail.actions import act, freshen, record, take
from minqiao.instruments.funds.rules import yuan
from minqiao.instruments.papers.actions import issue
from minqiao.kit.workflow import Refused


def _issue(project, paper, kind, actor, at):
    issue(paper, kind=kind, subject=project, case=project, actor=actor, at=at)


@act
def send_back(project, *, actor, at, defects, due_on):
    """验收不合格: the defects, and by when they are mended."""
    clock = until(due_on, "整改期限", day_of(at))
    take(PROJECT, project, "send_back", actor=actor, at=at, note=defects, defects=defects, **clock)
    return project


@act
def accept(project, *, actor, at, accepted_on, works_done, acceptors, defects=""):
    """验收合格: measured works, and the people who signed: unit, bureau, village, deputy, residents."""
    words = {"accepted_on": accepted_on, "works_done": works_done, "acceptors": acceptors, "defects": defects}
    take(PROJECT, project, "accept", actor=actor, at=at, note=f"{accepted_on}验收合格", **words, **NO_CLOCK)
    _issue(project, acceptance_form(project, list(project.visits.all())), "acceptance_form", actor, at)
    return project


@act
def settle(project, *, actor, at, final, note=""):
    """结算: all that is owed is paid, the rest goes back to the fund; never beyond the approval."""
    freshen(project)
    PROJECT.step("settle", actor, project, day_of(at))
    if final > project.approved:
        raise Refused(f"结算{yuan(final)}，超过批准的{yuan(project.approved)}", action="settle")
    if final != project.paid:
        why = f"已拨付{yuan(project.paid)}，与结算{yuan(final)}不符，请先登记拨付或者退回"
        raise Refused(why, action="settle")
    saving = money.settle(project, final=final, actor=actor, at=at, note=f"结算{yuan(final)}")
    words = f"结算{yuan(final)}，结余{yuan(saving)}收回" if saving else f"结算{yuan(final)}"
    changes = {"final": final, "settled_on": day_of(at)}
    take(PROJECT, project, "settle", actor=actor, at=at, note=f"{words}；{note}".strip("；")[:500], **changes)
    _issue(project, settlement(project, list(project.payments.all()), saving), "settlement", actor, at)
    place = {"actor": actor, "at": at, "subject": project.suggestion, "note": f"{project.title}：{words}"}
    record(action="fund_settled", label="微实事项目结算", **place)
    return project


@act
def survey(project, *, actor, at, surveyed, satisfied):
    """群众满意度: how many were asked, how many are content; no names are kept."""
    note = f"访问{surveyed}人，满意{satisfied}人"
    take(PROJECT, project, "survey", actor=actor, at=at, note=note, surveyed=surveyed, satisfied=satisfied)
    return project


@act
def review(project, *, actor, at, review_score, review_words):
    """绩效评价: required of public money; with it the file is closed."""
    words = {"review_score": review_score, "review_words": review_words, "reviewed_on": day_of(at)}
    take(PROJECT, project, "review", actor=actor, at=at, note=f"{review_score}分", **words)
    _issue(project, performance_review(project), "performance_review", actor, at)
    return project
