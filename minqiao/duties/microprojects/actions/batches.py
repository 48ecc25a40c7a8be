"""The pool as a batch: the rule proposes, the working group decides, the chairs' council gives the money."""

from minqiao.duties.microprojects.actions.deciding import approve
from minqiao.duties.microprojects.choices import ProjectState
from minqiao.duties.microprojects.documents import batch_decision
from minqiao.duties.microprojects.models import Project
from minqiao.duties.microprojects.queries.projects import RELATED
from minqiao.foundation.trail.actions import act
from minqiao.instruments.funds.actions.allocating import propose
from minqiao.instruments.funds.choices import RunState
from minqiao.instruments.funds.queries.allocations import lines_of
from minqiao.instruments.funds.queries.ledger import position
from minqiao.instruments.papers.actions import issue
from minqiao.kit.workflow import Refused

TESTED = ("suggestion", "negative_list", "double_funding", "land", "upkeep", "same_year")


def draw_up(fund, *, actor, at):
    """Compute and keep a proposal over the projects that wait in the pool; the run (funds.AllocationRun).

    What a county or others pay is named money: the fund's share alone is divided. The tests of the gate
    were answered by the steps that led into the pool.
    """
    rows = Project.objects.filter(fund=fund, state=ProjectState.POOLED).select_related("county")
    rows = list(rows.order_by("number"))
    if not rows:
        raise Refused("项目库里没有等待安排的项目", action="draw_up")
    titles = {row.number: row.title for row in rows}
    return propose(fund, actor=actor, at=at, projects=[_facts(row) for row in rows], titles=titles)


def _facts(project):
    """A project as a row of the pool's file; fen."""
    return {
        "number": project.number,
        "county": project.county.name,
        "tier": project.tier,
        "score": project.score,
        "cost": project.cost,
        "fund": project.requested,
        "other": project.county_share + project.other_share,
        "gates": dict.fromkeys(TESTED, True),
    }


@act
def approve_batch(run, *, actor, at, meeting, decided_on):
    """批准一批: every project the working group chose and that still waits; all of them, or none.

    The ledger refuses the whole batch when its money does not reach. Answers how many.
    """
    if run.state != RunState.DECIDED:
        raise Refused("工作组还没有研究这个方案，请先登记工作组的意见", action="approve_batch")
    lines = lines_of(run)
    chosen = {line.number: line.source for line in lines if line.is_decided}
    rows = Project.objects.filter(fund=run.fund, number__in=list(chosen), state=ProjectState.POOLED)
    held = rows.select_for_update(of=("self",))  # all projects before the fund, as every act does
    rows = list(held.select_related(*RELATED).order_by("number"))
    if not rows:
        raise Refused("方案中的项目都已经安排，或者已不在项目库", action="approve_batch")
    for row in rows:
        approve(row, actor=actor, at=at, meeting=meeting, decided_on=decided_on, source=chosen[row.number])
    differing = [line for line in lines if line.differs]
    left = position(run.fund).available
    paper = batch_decision(run.fund, run, rows, differing, meeting=meeting, on=decided_on, left=left)
    issue(paper, kind="batch_decision", subject=run, case=run.fund, actor=actor, at=at)
    return len(rows)
