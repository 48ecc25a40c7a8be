"""The pool drawn up and a decided proposal approved; figures of a fund year. Amounts are in fen."""

from typing import Any

from django.http import Http404
from ninja import Schema

from minqiao.duties.microprojects.actions.batches import approve_batch, draw_up
from minqiao.duties.microprojects.api.root import router
from minqiao.duties.microprojects.figures.counts import year_of
from minqiao.duties.microprojects.forms.fields import Meeting
from minqiao.duties.microprojects.queries.batches import open_funds
from minqiao.duties.microprojects.rules.people import may_keep_pool
from minqiao.duties.microprojects.rules.sight import may_count
from minqiao.instruments.funds.queries.allocations import run_of
from minqiao.instruments.funds.queries.ledger import fund_of
from minqiao.kit.api import answers, body_of, read_answers, refuse
from minqiao.kit.clock import now, today
from minqiao.kit.schema import bind, payload_of


class PoolProposal(Schema):
    """The run that was computed; what it says is read in the room of funds."""

    allocation: int
    round: int


class BatchApproved(Schema):
    approved: int


class FundFigures(Schema):
    """A fund year: `total`, by county code and by kind; `agrees` with the ledger."""

    fund: int
    name: str
    agrees: bool
    suggestions: int
    turned: int
    total: dict[str, Any]
    by_county: dict[str, dict[str, Any]]
    by_kind: dict[str, dict[str, Any]]


@router.post(
    "/pool/{int:fund}/proposal",
    response=answers(PoolProposal),
    operation_id="microprojects_draw_up",
    summary="按规则计算项目库的安排建议",
)
def propose_pool(request, fund: int):
    """A proposal over what waits in the pool."""
    refuse(may_keep_pool(request.actor), "draw_up")
    found = next((row for row in open_funds(request.actor) if row.pk == fund), None)
    if found is None:
        raise Http404("没有这个专项资金，或者不由您管理")
    run = draw_up(found, actor=request.actor, at=now())
    return {"allocation": run.pk, "round": run.round}


@router.post(
    "/pool/allocations/{int:pk}/approve",
    response=answers(BatchApproved),
    operation_id="microprojects_approve_batch",
    summary="批准工作组决定列入的项目；资金不够时整批不予批准",
    openapi_extra=body_of(Meeting),
)
def approve_allocation(request, pk: int):
    """All the projects of a decided proposal that still wait, or none."""
    run = run_of(request.actor, pk)
    words = bind(Meeting, payload_of(request), actor=request.actor, on=today()).arguments
    return {"approved": approve_batch(run, actor=request.actor, at=now(), **words)}


@router.get(
    "/figures/{int:fund}",
    response=read_answers(FundFigures),
    operation_id="microprojects_figures",
    summary="专项资金使用情况：分县、分类",
)
def figures(request, fund: int):
    """A fund year counted."""
    refuse(may_count(request.actor), "count")
    row = fund_of(request.actor, fund)
    found = year_of(row, today())
    return {
        "fund": row.pk,
        "name": row.name,
        "agrees": found.agrees(),
        "suggestions": found.suggestions,
        "turned": found.turned,
        "total": vars(found.total),
        "by_county": {code: vars(one) for code, one in found.by_county.items()},
        "by_kind": {kind: vars(one) for kind, one in found.by_kind.items()},
    }
