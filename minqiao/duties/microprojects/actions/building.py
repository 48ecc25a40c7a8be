"""On the site: begun, paid by stages, changed, looked at by deputies, finished."""

from minqiao.duties.microprojects.actions import money
from minqiao.duties.microprojects.actions.clocks import day_of, fund_value, until
from minqiao.duties.microprojects.choices import ChangeState
from minqiao.duties.microprojects.documents import change_form
from minqiao.duties.microprojects.models import Change, Payment, Visit
from minqiao.duties.microprojects.queries.people import signers_of
from minqiao.duties.microprojects.rules.matter import interest_of, is_large, within_year
from minqiao.duties.microprojects.workflow import PROJECT
from minqiao.foundation.trail.actions import act, freshen, take
from minqiao.instruments.funds.rules import yuan
from minqiao.instruments.papers.actions import issue
from minqiao.kit.workflow import Refused

MEDDLING = "《全国人民代表大会和地方各级人民代表大会代表法》第五十九条"


@act
def start(project, *, actor, at, contractor, contractor_person, started_on, planned_finish, **words):
    """开工: who builds, how it was let. A deputy who raised it, or his firm, may not build (art. 59)."""
    PROJECT.step("start", actor, project, day_of(at))
    if why := interest_of(contractor, contractor_person, signers_of(project)):
        raise Refused(why, MEDDLING, action="start")
    same_year = fund_value("fund.same_year", project.fund, started_on)
    if why := within_year(planned_finish, started_on, project.fund.year if same_year else None):
        raise Refused(why, action="start")
    words |= {"contractor": contractor, "contractor_person": contractor_person, "started_on": started_on}
    clock = until(planned_finish, "计划完工日", started_on)
    note = f"{contractor}，计划{planned_finish}完工"
    take(PROJECT, project, "start", actor=actor, at=at, note=note, **words, **clock)
    return project


@act
def pay(project, *, actor, at, reference, amount, paid_on, stage, proof):
    """登记拨付: what the treasury paid, by voucher and proof of progress; never beyond the approval."""
    freshen(project)  # locked: what is left is counted from what was paid by now
    PROJECT.step("pay", actor, project, day_of(at))
    if project.paid + amount > project.approved:
        left = yuan(project.approved - project.paid)
        raise Refused(f"批准{yuan(project.approved)}，已拨付{yuan(project.paid)}，只余{left}", action="pay")
    money.pay(project, amount=amount, actor=actor, at=at, reference=reference, on=paid_on)
    note = f"{stage} {yuan(amount)}，凭证{reference}；{proof}"
    take(PROJECT, project, "pay", actor=actor, at=at, note=note[:500], paid=project.paid + amount)
    words = {"reference": reference, "amount": amount, "paid_on": paid_on, "stage": stage, "proof": proof}
    Payment.objects.create(project=project, **words)
    return project


@act
def request_change(project, *, actor, at, works, village, new_amount, reason):
    """申请调整: content, place or amount; a large one, or another place, is for the chairs' council."""
    freshen(project)
    if new_amount < project.paid:
        why = f"已拨付{yuan(project.paid)}，调整后的金额不能更少"
        raise Refused(why, action="request_change")
    percent = fund_value("fund.change_threshold", project.fund, day_of(at))
    large = is_large(project.approved, new_amount, village != project.village, percent)
    count = project.changes_made + 1
    changes = {"change_is_large": large, "changes_made": count}
    note = f"{yuan(project.approved)}→{yuan(new_amount)}：{reason}"
    take(PROJECT, project, "request_change", actor=actor, at=at, note=note[:500], **changes)
    row = Change.objects.create(
        project=project, works=works, village=village, old_amount=project.approved, new_amount=new_amount,
        reason=reason, is_large=large, asked_on=day_of(at),
    )  # fmt: skip
    paper = change_form(project, row, percent)
    issue(paper, kind="change_form", subject=project, case=project, actor=actor, at=at, edition=count)
    return project


@act
def agree_change(project, *, actor, at, decision):
    """同意调整: the ledger gives or takes the difference, or refuses."""
    freshen(project)
    PROJECT.step("agree_change", actor, project, day_of(at))
    row = _decide(project, ChangeState.AGREED, decision, at)
    if row.new_amount < project.paid:
        why = f"申请以后又拨付了，现已拨付{yuan(project.paid)}，调整后的金额不能更少"
        raise Refused(why, action="agree_change")
    money.change(project, amount=row.new_amount, actor=actor, at=at, note=decision)
    changes = {"works": row.works, "village": row.village, "approved": row.new_amount}
    changes["change_is_large"] = False
    take(PROJECT, project, "agree_change", actor=actor, at=at, note=decision, **changes)
    return project


@act
def refuse_change(project, *, actor, at, decision):
    """不同意调整: the work goes on as approved."""
    take(PROJECT, project, "refuse_change", actor=actor, at=at, note=decision, change_is_large=False)
    _decide(project, ChangeState.REFUSED, decision, at)
    return project


def _decide(project, state, decision, at):
    row = Change.objects.filter(project=project, state=ChangeState.ASKED).first()
    if row is None:
        raise Refused("没有等待决定的调整申请", action="agree_change")
    row.state, row.decision, row.decided_on = state, decision, day_of(at)
    row.save(update_fields=["state", "decision", "decided_on"])
    return row


@act
def visit(project, *, actor, at, on, stage, people, findings, demand=""):
    """代表察看: the deputies who raised it look at the site, at each stage."""
    freshen(project)
    count = project.visits_made + 1
    take(PROJECT, project, "visit", actor=actor, at=at, note=f"{on} {findings}"[:500], visits_made=count)
    words = {"on": on, "stage": stage, "people": people, "findings": findings, "demand": demand}
    Visit.objects.create(project=project, **words)
    return project


@act
def finish(project, *, actor, at, finished_on, works_done):
    """报告完工: what was built, measured; the acceptance follows."""
    words = {"finished_on": finished_on, "works_done": works_done}
    take(PROJECT, project, "finish", actor=actor, at=at, note=f"{finished_on}完工", **words)
    return project
