"""Allocations: computed from the ledger and a scored pool, stored, decided by the working group."""

from django.db.models import Max

from minqiao.foundation.rulebook.queries import value
from minqiao.foundation.trail.actions import act, record, take
from minqiao.instruments.funds.actions.posting import locked
from minqiao.instruments.funds.models import AllocationLine, AllocationRun
from minqiao.instruments.funds.queries.ledger import purses_of
from minqiao.instruments.funds.rules import Unreadable, pool_from, yuan
from minqiao.instruments.funds.rules.methods import pool_facts, rules_of, side_by_side, unexplained
from minqiao.instruments.funds.rules.people import by_keeper
from minqiao.instruments.funds.workflow import ALLOCATION
from minqiao.kit.clock import local_day
from minqiao.kit.money import FEN
from minqiao.kit.workflow import Refused


def propose(fund, *, actor, at, projects, titles=None, ballots=(), gates=None, unused_quota="keep"):
    """Compute and store an allocation of what the fund has left over scored projects; the run.

    `projects` are the rows of a pool file (docs/guide/fund-allocation.md; amounts in fen, county by name),
    `titles` {number: title}, `ballots` the numbers each deputy backs, `gates` the tests asked (all when
    none are named). The same input gives the run that is there already. The methods are computed before
    the transaction begins, for the exact bound may take seconds.
    """
    if why := by_keeper(actor, fund):
        raise Refused(why, action="propose_allocation")
    purses = [(one.kind, one.area and one.area.name, one.balance) for one in purses_of(fund)]
    cap = value("fund.cap", place=fund.area_id, on=local_day(at)) * FEN
    facts = pool_facts(purses, projects, cap=cap, unused_quota=unused_quota, ballots=ballots, gates=gates)
    try:
        pool = pool_from(facts)
    except Unreadable as unreadable:
        raise Refused("；".join(unreadable.lines[:5]), action="propose_allocation") from unreadable
    answers = side_by_side(pool)
    return _store(fund, pool, facts, answers, titles or {}, actor=actor, at=at)


@act
def _store(fund, pool, facts, answers, titles, *, actor, at):
    locked(fund)
    same = {"sha256": pool.digest, "rules": rules_of(answers)}
    runs = AllocationRun.objects.filter(fund=fund)
    if known := runs.filter(**same).first():
        return known
    last = runs.aggregate(last=Max("round"))["last"] or 0
    run = AllocationRun.objects.create(
        fund=fund, round=last + 1, facts=facts, answers=answers, made_at=at, made_by=actor.name, **same
    )
    AllocationLine.objects.bulk_create(_lines(run, pool, titles))
    chosen = answers["ranked"]["selected"]
    note = f"{len(pool.projects)}个项目中建议列入{len(chosen)}个；输入指纹{pool.digest[:16]}，规则{run.rules}"
    record(actor=actor, action="propose_allocation", label="计算分配方案", subject=run, case=fund, at=at,
           note=note)  # fmt: skip
    return run


def _lines(run, pool, titles):
    """The listed projects in the order in which the rule listed them, then the others by their order."""
    ours = run.answers["ranked"]
    place = {number: at for at, number in enumerate(ours["selected"])}
    others = {name: set(answer["selected"]) for name, answer in run.answers.items() if "selected" in answer}
    ordered = sorted(pool.projects, key=lambda one: (place.get(one.number, len(place)), one.order))
    for position, one in enumerate(ordered, 1):
        yield AllocationLine(
            run=run, position=position, number=one.number, title=titles.get(one.number, "")[:100],
            county=one.county, fund_amount=one.fund, is_proposed=one.number in place,
            source=ours["sources"].get(one.number, ""),
            why=ours["why"][one.number][:500],
            others={name: one.number in chosen for name, chosen in others.items() if name != "ranked"},
        )  # fmt: skip


@act
def decide(run, *, actor, at, chosen, meeting, decided_on, reasons=None, note=""):
    """What the working group decided: the numbers chosen, and why each that is not as proposed is not."""
    reasons, chosen = reasons or {}, set(chosen)
    lines = list(run.lines.all())
    proposed = {line.number for line in lines if line.is_proposed}
    if strangers := sorted((chosen | set(reasons)) - {line.number for line in lines}):
        raise Refused(f"方案中没有项目{'、'.join(strangers[:5])}", action="decide")
    if bare := unexplained(proposed, chosen, reasons):
        why = f"决定与方案不同的项目须逐个写明理由：{'、'.join(bare[:10])}"
        raise Refused(why, basis="分配办法：决定与方案不同的，记录理由", action="decide")
    asked = sum(line.fund_amount for line in lines if line.number in chosen)
    if asked > run.facts["budget"]:
        why = f"决定列入的项目合计{yuan(asked)}，超过可分配的{yuan(run.facts['budget'])}"
        raise Refused(why, action="decide")
    differing = proposed ^ chosen
    words = f"{meeting}（{decided_on}）决定列入{len(chosen)}个，与方案不同{len(differing)}个；{note}"
    decision = {"decided_on": decided_on, "meeting": meeting, "decision_note": note}
    take(ALLOCATION, run, "decide", actor=actor, at=at, case=run.fund, note=words[:500], **decision)
    for line in lines:
        line.is_decided = line.number in chosen
        line.reason = reasons.get(line.number, "").strip()[:300] if line.number in differing else ""
    AllocationLine.objects.bulk_update(lines, ["is_decided", "reason"], batch_size=200)
    return run
