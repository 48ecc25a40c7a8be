"""Stored allocations: computed from the ledger, the same for the same input, decided with reasons."""

import pytest

from minqiao.foundation.rulebook.queries import value
from minqiao.instruments.funds.actions import allocating, years
from minqiao.instruments.funds.choices import MatchSource
from minqiao.instruments.funds.models import AllocationRun
from minqiao.instruments.funds.queries.allocations import chosen_numbers, compared, lines_of
from minqiao.instruments.funds.queries.waiting import waiting
from minqiao.kit.workflow import Refused
from minqiao.overviews.notifications.models import Message
from tests.factories import day
from tests.funds.books import PAPER, WHEN, YUAN, a_county, a_fund, approved
from tests.funds.pools import PASSED

pytestmark = pytest.mark.django_db


def row(number, cost, score=80, **more):
    """A project of 七星关区 that passed every test; `cost` in yuan."""
    facts = {"number": number, "county": "七星关区", "tier": 1, "score": score, "cost": cost * YUAN}
    return facts | {"gates": PASSED} | more


ROWS = [row("2026-010", 60_000, 90), row("2026-011", 50_000, 85), row("2026-012", 30_000, 80)]
DECISION = {"meeting": "项目管理工作组第2次会议", "decided_on": day("2026-04-10")}


@pytest.fixture
def fund(world):
    """Fifty thousand of common money left, and a quota of sixty thousand."""
    fund, county = a_fund(world, 160_000), a_county()
    office = {"actor": world.affairs, "at": WHEN}
    years.allocate(fund, area=county, amount=60_000 * YUAN, **PAPER, **office)
    years.add_match(fund, area=county, source=MatchSource.COUNTY, amount=5_000 * YUAN, **PAPER, **office)
    approved(world, fund, 50_000, "2026-001")
    return fund


def propose(world, fund, rows=ROWS, **more):
    return allocating.propose(fund, projects=rows, actor=world.affairs, at=WHEN, **more)


def test_what_is_shared_out_is_what_the_ledger_has_left(world, fund):
    run = propose(world, fund, titles={"2026-010": "晒坝硬化"})
    facts = {name: run.facts[name] for name in ("budget", "pool", "cap", "counties")}
    assert facts == {
        "budget": 110_000 * YUAN,
        "pool": 50_000 * YUAN,
        "cap": value("fund.cap", place="520500000000", on=day("2026-03-20")) * YUAN,
        "counties": {"七星关区": {"quota": 60_000 * YUAN, "match": 5_000 * YUAN}},
    }
    assert [(line.number, line.title, line.source, line.why) for line in lines_of(run)] == [
        ("2026-010", "晒坝硬化", "quota", "第1档90分，列入：用七星关区额度6万元，列后余0元"),
        ("2026-011", "", "pool", "第1档85分，列入：用市级统筹5万元，列后余0元"),
        ("2026-012", "", "",
         "第1档80分，未列入：需3万元，七星关区额度余0元，市级统筹余0元；再有3万元即可列入"),
    ]  # fmt: skip


def test_the_methods_stand_side_by_side_with_the_bound_and_its_gap(world, fund):
    run = propose(world, fund, ballots=[["2026-012"], ["2026-012", "2026-011"]])
    assert [(one["name"], one["listed"]) for one in compared(run)] == [
        ("ranked", 2), ("optimum", 2), ("equal_shares", 2), ("greedy", 2)
    ]  # fmt: skip
    assert (run.answers["optimum"]["proven"], run.answers["optimum"]["gap"]) == (True, 0.0)
    others = {line.number: line.others for line in lines_of(run)}
    assert others["2026-012"] == {"optimum": False, "equal_shares": True, "greedy": True}


def test_the_same_input_gives_the_run_that_is_there(world, fund):
    first = propose(world, fund)
    again = propose(world, fund, list(reversed(ROWS)))
    assert (again.pk, again.round, AllocationRun.objects.count()) == (first.pk, 1, 1)
    other = propose(world, fund, ROWS[:2])
    assert (other.round, other.sha256 == first.sha256, other.rules == first.rules) == (2, False, True)


def refused(call, *args, **words):
    with pytest.raises(Refused) as caught:
        call(*args, **words)
    return caught.value.why


def test_a_decision_that_differs_has_its_reasons(world, fund):
    run = propose(world, fund)
    step = {"actor": world.chairs, "at": WHEN, **DECISION}
    chosen = ["2026-010", "2026-012"]
    why = refused(allocating.decide, run, chosen=chosen, reasons={"2026-012": "汛期排危"}, **step)
    assert why == "决定与方案不同的项目须逐个写明理由：2026-011"
    why = refused(allocating.decide, run, chosen=["2026-099"], **step)
    assert why == "方案中没有项目2026-099"
    everything = [line.number for line in lines_of(run)]
    why = refused(allocating.decide, run, chosen=everything, reasons={"2026-012": "汛期排危"}, **step)
    assert why == "决定列入的项目合计14万元，超过可分配的11万元"
    reasons = {"2026-011": "地块有争议", "2026-012": "汛期排危", "2026-010": "与方案相同，不记"}
    allocating.decide(run, chosen=chosen, reasons=reasons, note="其余不变", **step)
    assert (run.state, run.meeting, run.decided_on) == ("decided", DECISION["meeting"], day("2026-04-10"))
    assert [(line.number, line.differs, line.reason) for line in lines_of(run)] == [
        ("2026-010", False, ""),
        ("2026-011", True, "地块有争议"),
        ("2026-012", True, "汛期排危"),
    ]
    assert chosen_numbers(run) == chosen
    assert refused(allocating.decide, run, chosen=chosen, reasons=reasons, **step) == (
        "当前环节是“已作决定”，不能登记研究决定"
    )


def test_the_latest_proposal_waits_for_the_working_group_until_it_decides(world, fund):
    propose(world, fund, ROWS[:1])
    run = propose(world, fund)
    people = (world.affairs, world.chairs, world.gov, world.deputy)
    assert [[one.title for one in waiting(actor, None)] for actor in people] == [
        [run.title],
        [run.title],
        [],
        [],
    ]
    assert waiting(world.chairs, None)[0].url == f"/funds/allocations/{run.pk}/steps/decide/"
    words = {"chosen": ["2026-010", "2026-011"], "actor": world.chairs, "at": WHEN}
    allocating.decide(run, **words, **DECISION)
    assert waiting(world.chairs, None) == []
    heard = Message.objects.filter(user__username__in=("affairs", "chairs")).order_by("pk")
    assert list(heard.values_list("user__username", "words")) == [
        ("chairs", f"资金分配方案已算出，请研究：{fund.name}"),
        ("chairs", f"资金分配方案已算出，请研究：{fund.name}"),
        ("affairs", f"资金分配已作决定：{fund.name}"),
    ]


def test_who_may_propose_and_what_cannot_be_read(world, fund):
    assert refused(allocating.propose, fund, projects=ROWS, actor=world.gov, at=WHEN) == (
        "台账由本级代表工作委员会记录"
    )
    why = refused(propose, world, fund, [row("2026-010", 1, tier=0)])
    assert why == "项目“2026-010”：档次（tier）应为从1起的整数"
