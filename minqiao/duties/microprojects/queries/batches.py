"""The pool of a fund, and a decided proposal with the projects that still wait."""

from dataclasses import dataclass

from minqiao.duties.microprojects.choices import ProjectState
from minqiao.duties.microprojects.models import Project
from minqiao.instruments.funds.models import AllocationRun, Fund
from minqiao.instruments.funds.queries.allocations import lines_of, run_of, runs_of
from minqiao.instruments.funds.queries.ledger import position


def open_funds(actor):
    """The funds whose pool the actor keeps, the latest year first."""
    rows = Fund.objects.visible_to(actor).filter(congress_id=actor.realm_id, state="open")
    return list(rows.select_related("area", "congress").order_by("-year", "area_id"))


@dataclass
class Pool:
    """What waits for money: projects in the rule's order, their sum, what is left (fen), the runs."""

    rows: list
    asked: int
    left: int
    runs: list


def pool_of(fund):
    """The pool of a fund: three queries."""
    rows = Project.objects.filter(fund=fund, state=ProjectState.POOLED).select_related("county", "township")
    rows = list(rows.order_by("tier", "-score", "cost", "number"))
    return Pool(rows, sum(row.requested for row in rows), position(fund).available, runs_of(fund))


@dataclass
class RunFile:
    """A proposal on its way to the approval; amounts in fen."""

    run: AllocationRun
    rows: list  # projects chosen that still wait
    differing: list
    asked: int
    left: int


def run_with_projects(actor, pk):
    """One run the actor may see, with the projects it would approve; 404 otherwise."""
    run = run_of(actor, pk)
    lines = lines_of(run)
    chosen = [line.number for line in lines if line.is_decided]
    rows = Project.objects.filter(fund=run.fund, number__in=chosen, state=ProjectState.POOLED)
    rows = list(rows.select_related("county", "township").order_by("number"))
    asked = sum(row.requested for row in rows)
    differing = [line for line in lines if line.differs]
    return RunFile(run, rows, differing, asked, position(run.fund).available)
