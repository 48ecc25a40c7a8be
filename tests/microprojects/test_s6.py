"""Scenario S-6 (domain.md): the fund year, to the fen."""

import pytest

from minqiao.duties.microprojects.actions import building, checking, closing, deciding
from minqiao.duties.microprojects.actions.elsewhere import save_funded_work
from minqiao.duties.microprojects.actions.seeding import Seed, seed_projects
from minqiao.duties.microprojects.choices import Kind
from minqiao.duties.microprojects.figures.counts import year_of
from minqiao.duties.microprojects.figures.report import fund_report
from minqiao.foundation.accounts.rules import SERVER
from minqiao.instruments.funds.queries.checking import fault_in_ledger
from minqiao.instruments.funds.queries.ledger import position
from minqiao.kit.workbook import shown
from minqiao.kit.workflow import Refused
from tests.factories import a_world, at, day
from tests.microprojects import stages

pytestmark = pytest.mark.django_db
YUAN = 100
WORKS = dict(
    zip(
        Kind.values,
        ("道路硬化", "路灯", "便民桥", "公厕", "集市", "饮水管网", "排水沟", "学校围墙"),
        strict=True,
    )
)
VILLAGES = ("青山", "白岩", "红星", "大寨", "小坝", "龙洞", "凤凰", "石桥")


def in_the_pool(world, amounts, first=0):
    """Scored projects waiting in the pool: each in another village, counties and kinds in turn."""
    rows = []
    for place, amount in enumerate(amounts, first):
        kind = Kind.values[place // 3 % 8]
        village = f"{VILLAGES[(place * 3 + place // 8) % 8]}村{place}组"
        words = {"title": f"{village}{WORKS[kind]}", "kind": kind, "village": village, "state": "pooled"}
        words |= {"cost": amount * YUAN, "requested": amount * YUAN}
        row = stages.a_row(world, county=place % 8, tier=2, score=87, points=stages.POINTS, **words)
        rows.append(Seed(row))
    return seed_projects(rows, actor=SERVER, at=at("2026-04-20"))


@pytest.fixture(scope="module")
def year(module_db):
    """A city with 22 approved projects, and the threshing ground approved as the 23rd: 9 864 000 yuan."""
    world = stages.ready(a_world())
    for project in in_the_pool(world, [460_000] * 21 + [118_000]):
        deciding.approve(project, actor=world.chairs, at=at("2026-05-11"), **stages.MEETING)
    world.ground = stages.accepted(world)
    return world


def test_what_is_left_decides(year):
    assert position(year.fund).committed == 9_864_000 * YUAN
    assert position(year.fund).available == 136_000 * YUAN
    (late,) = in_the_pool(year, [180_000], first=40)
    with pytest.raises(Refused) as refusal:
        deciding.approve(late, actor=year.chairs, at=at("2026-06-01"), **stages.MEETING)
    assert refusal.value.why == "统筹资金余13.6万元，不足18万元，还差4.4万元"
    late.refresh_from_db()
    assert (late.state, late.approved) == ("pooled", 0)


@pytest.mark.parametrize(
    ("county_share", "why"),
    [
        (0, "申请62万元，超过单个项目上限50万元，须另行落实县级配套等资金12万元以上"),
        (119_999, "申请500001元，超过单个项目上限50万元，须另行落实县级配套等资金1元以上"),
        (120_000, ""),
    ],
)
def test_over_the_cap_only_with_money_of_the_county(year, county_share, why):
    words = {"title": "骔岭镇坪山村便民桥", "kind": "bridge", "village": "坪山村"}
    words |= {"requested": (620_000 - county_share) * YUAN, "county_share": county_share * YUAN}
    project = stages.county_checked(year, county=1, **words)
    opinion = {"actor": year.finance, "at": at("2026-04-15"), "finance_opinion": "造价合理"}
    try:
        checking.check_funding(project, **opinion)
        found = ""
    except Refused as refusal:
        found = refusal.why
    assert found == why
    assert project.state == ("county_checked" if why else "finance_checked")


def test_paid_elsewhere_is_stopped_with_the_source_shown(year):
    work = {
        "source": "中央财政衔接推进乡村振兴补助资金", "year": 2025, "county": year.counties[2].pk,
        "place": "岩孔街道板桥村", "title": "板桥村饮水管网改造", "amount": 300_000 * YUAN,
        "reference": "金财农〔2025〕8号",
    }  # fmt: skip
    assert save_funded_work(work, actor=year.affairs, at=at("2026-03-01")) == "created"
    words = {"title": "板桥村饮水管网新建工程", "kind": "water", "village": "板桥村一组"}
    project = stages.county_checked(year, county=2, **words)
    opinion = {"actor": year.finance, "at": at("2026-04-15"), "finance_opinion": "待核"}
    with pytest.raises(Refused) as refusal:
        checking.check_funding(project, **opinion)
    assert refusal.value.why == (
        "疑似重复安排：“板桥村饮水管网改造”（岩孔街道板桥村）已由中央财政衔接推进乡村振兴补助资金安排30万元，金财农〔2025〕8号"
    )
    told = {"note": "同一条管网已由衔接资金安排"}
    assert checking.reject(project, actor=year.finance, at=at("2026-04-16"), **told).state == "rejected"


def test_the_threshing_ground_is_settled_and_its_saving_returns(year):
    ground = year.ground
    look = {"stage": "after", "people": "代表1", "findings": "已建成使用。"}
    assert ground.visits_made == 1 and ground.suggestion_id == year.suggestion.pk
    assert set(ground.acceptors) == {"builder", "bureau", "village", "deputy", "residents"}
    words = stages.PAID | {"amount": 83_500 * YUAN}
    building.pay(ground, actor=year.finance, at=at("2026-05-30"), **words)
    before = position(year.fund)
    with pytest.raises(Refused, match=r"已拨付8\.35万元，与结算8\.3万元不符"):
        closing.settle(ground, actor=year.finance, at=at("2026-05-31"), final=83_000 * YUAN)
    closing.settle(ground, actor=year.finance, at=at("2026-05-31"), final=83_500 * YUAN)
    after = position(year.fund)
    assert after.available - before.available == 2_500 * YUAN
    assert (ground.approved, ground.paid, ground.final) == (86_000 * YUAN, 83_500 * YUAN, 83_500 * YUAN)
    with pytest.raises(Refused, match="当前环节"):
        building.visit(ground, actor=year.deputy, at=at("2026-06-01"), on=day("2026-06-01"), **look)


def test_the_table_by_county_and_kind_sums_to_the_ledger(year):
    found = year_of(year.fund, day("2026-12-31"))
    assert found.agrees()
    assert len(found.places) == 8 and len(found.by_kind) == 8
    cells = sum(found.cell(place, kind).committed for place in found.places for kind in Kind.values)
    assert cells == sum(one.committed for one in found.by_county.values()) == found.position.committed
    report = fund_report(year.affairs, year.fund, day("2026-12-31"))
    grid = next(page for page in report.pages if page.name == "分县分类")
    rows = [[cell for cell in row[1:]] for row in grid.rows]
    assert [sum(column) for column in zip(*rows[:-1], strict=True)] == rows[-1]
    assert rows[-1][-1] == position(year.fund).committed
    assert shown(rows[-1][-1]) == f"{position(year.fund).committed // 100:,}.00"
    assert fault_in_ledger() == ""
