"""Allocations: a fund's list, one with its projects. Amounts are in fen."""

import datetime as dt
from typing import Any

from ninja import Schema

from minqiao.instruments.funds.api.root import router
from minqiao.instruments.funds.queries import allocations as queries
from minqiao.instruments.funds.queries.ledger import fund_of
from minqiao.kit.api import read_answers, told


class AllocationRow(Schema):
    id: int
    round: int
    state: str
    sha256: str
    rules: str
    made_at: dt.datetime
    made_by: str
    decided_on: dt.date | None
    meeting: str


class AllocatedProject(Schema):
    number: str
    title: str
    county: str
    fund_amount: int
    is_proposed: bool
    source: str
    why: str
    others: dict[str, bool]
    is_decided: bool | None
    reason: str


class AllocationDetail(AllocationRow):
    decision_note: str
    methods: list[dict[str, Any]]
    projects: list[AllocatedProject]


def show_allocation(actor, pk):
    """An allocation with every project's reason."""
    run = queries.run_of(actor, pk)
    projects = [told(AllocatedProject, line) for line in queries.lines_of(run)]
    return told(AllocationDetail, run, methods=queries.compared(run), projects=projects)


@router.get(
    "/{int:pk}/allocations/",
    response=read_answers(list[AllocationRow]),
    operation_id="funds_allocations",
    summary="一本台账的分配方案",
)
def list_allocations(request, pk: int):
    """A fund's allocations, the latest first."""
    return [told(AllocationRow, run) for run in queries.runs_of(fund_of(request.actor, pk))]


@router.get(
    "/allocations/{int:pk}",
    response=read_answers(AllocationDetail),
    operation_id="funds_allocation_read",
    summary="一个分配方案",
)
def read_allocation(request, pk: int):
    """One allocation: methods side by side, every project, what was decided."""
    return show_allocation(request.actor, pk)
