"""Amounts, changes, interests, twins: judgements without a database."""

import pytest

from minqiao.duties.microprojects.choices import SCORING
from minqiao.duties.microprojects.rules import matter
from minqiao.duties.microprojects.rules.twins import is_like
from minqiao.instruments.funds.rules import yuan
from tests.factories import day


@pytest.mark.parametrize(
    ("cost", "county", "other", "source", "why"),
    [
        (8_600_000, 0, 0, "", ""),
        (8_600_000, 8_600_000, 0, "", "费用估算合计应大于县级配套与其他资金之和，差额就是申请的专项资金"),
        (8_600_000, 0, 100, " ", "其他资金请写明来源"),
        (8_600_000, 0, 100, "村集体", ""),
    ],
)
def test_amounts_of_an_application(cost, county, other, source, why):
    assert matter.amounts_add_up(cost, county, other, source) == why


@pytest.mark.parametrize(
    ("old", "new", "moves", "large"),
    [
        (10_000, 11_000, False, False),  # exactly ten in a hundred is within the threshold
        (10_000, 11_001, False, True),
        (10_000, 9_000, False, False),
        (10_000, 8_999, False, True),
        (10_000, 10_000, True, True),
    ],
)
def test_a_change_over_the_threshold(old, new, moves, large):
    assert matter.is_large(old, new, moves, 10) is large


def test_the_cap_binds_the_funds_share_and_names_what_is_missing():
    class Project:
        requested = 62_000_000

    why = "申请62万元，超过单个项目上限50万元，须另行落实县级配套等资金12万元以上"
    assert matter.over_cap(Project, 50_000_000, yuan) == why
    Project.requested = 50_000_000
    assert matter.over_cap(Project, 50_000_000, yuan) == ""


@pytest.mark.parametrize(
    ("contractor", "person", "why"),
    [
        ("华丰村村民委员会", "王某", ""),
        ("某某建筑公司", "张代表", "张代表是提出建议的代表，不能承包由它申请资金的工程"),
        ("毕节宏达建筑公司", "李某", "“毕节宏达建筑公司”是提出建议的代表张代表任职的单位，不能承包这项工程"),
    ],
)
def test_a_proposing_deputy_builds_nothing(contractor, person, why):
    signers = [("张代表", "毕节宏达建筑公司总经理"), ("赵代表", "")]
    assert matter.interest_of(contractor, person, signers) == why


@pytest.mark.parametrize(
    ("finish", "year", "why"),
    [
        ("2026-12-31", 2026, ""),
        ("2027-01-01", 2026, "须在2026年12月31日前建成见效"),
        ("2027-01-01", None, ""),
        ("2026-05-19", 2026, "计划完工日早于开工日"),
    ],
)
def test_built_within_the_year(finish, year, why):
    assert matter.within_year(day(finish), day("2026-05-20"), year) == why


def test_the_scoring_sheet_adds_up_to_a_hundred_and_refuses_what_is_out_of_range():
    full = {key: most for key, _, most in SCORING}
    assert matter.score_of(full) == 100
    with pytest.raises(ValueError, match="“管护责任落实”应为0至15分"):
        matter.score_of(full | {"upkeep": 16})


@pytest.mark.parametrize(
    ("title", "place", "like"),
    [
        ("华丰村打谷场硬化工程", "维新镇华丰村", True),
        ("打谷场硬化", "维新镇华丰村三组", True),
        ("华丰村打谷场硬化工程", "骔岭镇坪山村", False),
        ("华丰村卫生厕所新建", "维新镇华丰村", False),
    ],
)
def test_the_same_work_under_other_money(title, place, like):
    assert is_like("维新镇华丰村打谷场硬化", "维新镇华丰村三组晒坝", title, place) is like
