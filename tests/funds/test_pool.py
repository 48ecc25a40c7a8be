"""What may stand in a pool, and a line for what may not."""

import pytest

from minqiao.instruments.funds.rules import Unreadable, pool_from
from tests.funds.pools import row, year


def test_what_is_left_out_is_as_usual():
    read = pool_from(year(row("1", 80), row("2", 90, fund=50_00, other=30_00), quota=40_000))
    one, two = read.projects
    assert (read.pool, read.cap, read.unused_quota, read.counties["甲县"].match) == (60_000_00, 0, "keep", 0)
    assert (one.fund, one.other, one.match, one.score) == (80_00, 0, 0, 80_00)
    assert (two.fund, two.other, two.match) == (50_00, 30_00, 10_00)


TESTS = "suggestion、negative_list、double_funding、land、upkeep、same_year"
HEADS = {
    "no list": ([], ["应为一份项目库（JSON 对象）"]),
    "no money": ({"budget": "1"}, ["budget应为不小于零的整数，单位是分"]),
    "a fraction": ({"cap": 1.5}, ["cap应为不小于零的整数，单位是分"]),
    "unknown": ({"buget": 1}, ["没有“buget”这一项"]),
    "a choice": ({"unused_quota": "spend"}, ["unused_quota 不能是 'spend'，可以是：keep、pool"]),
    "no county": ({"counties": {}}, ['counties 应为“县区: {"quota": 额度, "match": 配套}”，至少一个']),
    "a county": (
        {"counties": {"甲县": {"match": 1}}},
        ["“甲县”应写明 quota，可以有 match，都是不小于零的整数，单位是分"],
    ),
    "no project": ({"projects": []}, ["projects 至少写一个项目"]),
    "too much": ({"pool": 1}, ["各县区额度合计10000000分，加市级统筹1分，超过资金总额10000000分"]),
    "twice": ({"projects": [row("1", 5), row("1", 6)]}, ["项目“1”出现了2次"]),
    "a ballot": ({"ballots": [["1"], ["1", "2"]]}, ["ballots 第2份读不出来：应为项目编号的清单，不重复"]),
    "a test": (
        {"gates": ["lucky"]},
        [f"gates 应为要审查的各项的清单，可以是：{TESTS}"],
    ),
}


@pytest.mark.parametrize("name", HEADS)
def test_faults_of_the_whole(name):
    change, lines = HEADS[name]
    data = change if isinstance(change, list) else year(row("1", 5), quota=100_000) | change
    with pytest.raises(Unreadable) as caught:
        pool_from(data)
    assert list(caught.value.lines) == lines


AMOUNTS = "总投资（cost）、申请资金（fund）、其他资金（other）应为不小于零的整数，单位是分，总投资不为零"
GATE = f"gates 应为“审查项: true 或者不通过的理由”，审查项有：{TESTS}"
ROWS = {
    "county": ({"county": "丙县"}, "县区（county）'丙县'不在 counties 中"),
    "tier": ({"tier": 0}, "档次（tier）应为从1起的整数"),
    "score": ({"score": 80.125}, "得分（score）应为不小于零的数，至多两位小数"),
    "true is no score": ({"score": True}, "得分（score）应为不小于零的数，至多两位小数"),
    "cost": ({"cost": 0}, AMOUNTS),
    "fund": ({"fund": -1}, AMOUNTS),
    "too much": ({"fund": 400, "other": 101}, "申请资金与其他资金合计多于总投资"),
    "a gate without a reason": ({"gates": {"land": False}}, GATE),
    "unknown": ({"name": "桥"}, "没有“name”这一项"),
}


@pytest.mark.parametrize("name", ROWS)
def test_faults_of_a_project(name):
    change, line = ROWS[name]
    with pytest.raises(Unreadable) as caught:
        pool_from(year(row("1", 5) | change))
    assert list(caught.value.lines) == [f"项目“1”：{line}"]


@pytest.mark.parametrize(
    ("rows", "line"), [([3], "第1个项目应为一组数据"), ([{"number": 7}], "第1个项目没有编号（number，文字）")]
)
def test_what_is_no_project(rows, line):
    with pytest.raises(Unreadable) as caught:
        pool_from(year(*rows))
    assert list(caught.value.lines) == [line]
