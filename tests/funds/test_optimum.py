"""The bound: exact on every small pool, never below the rule; and what is said without the solver."""

from itertools import product

import pytest
from hypothesis import given, settings

from minqiao.instruments.funds.rules import optimum as module
from minqiao.instruments.funds.rules import pool_from, ranked
from minqiao.instruments.funds.rules.optimum import Unsolved, optimum
from minqiao.instruments.funds.rules.ranked import gate_of
from tests.funds.pools import pool, row, years


def best_points(read):
    """Every way of paying every project, tried."""
    free = [one for one in read.projects if not gate_of(one, read.cap)]
    best = 0
    for ways in product(("out", "quota", "pool"), repeat=len(free)):
        taken = [(one, way) for one, way in zip(free, ways, strict=True) if way != "out"]
        if is_lawful(read, taken):
            best = max(best, sum(one.score for one, _ in taken))
    return best / 100


def is_lawful(read, taken):
    by_quota, left_over = 0, 0
    for name, county in read.counties.items():
        ours = [(one, way) for one, way in taken if one.county == name]
        quota = sum(one.fund for one, way in ours if way == "quota")
        if quota > county.quota or sum(one.match for one, _ in ours) > county.match:
            return False
        by_quota, left_over = by_quota + quota, left_over + county.quota - quota
    shared = read.pool + (left_over if read.unused_quota == "pool" else 0)
    return sum(one.fund for one, way in taken if way == "pool") <= shared


@settings(max_examples=40, deadline=None)
@given(years(most=5))
def test_the_bound_is_the_best_of_all_ways(data):
    read = pool_from(data)
    found, ours = optimum(read), ranked(read)
    assert found.more["bound"] == found.more["points"] == best_points(read)
    assert found.more["proven"]
    assert found.spent <= read.budget
    assert ours.more["points"] <= found.more["bound"]
    assert set(found.why) == {one.number for one in read.projects}


def test_the_gap_is_said():
    found = optimum(pool(row("1", 60_000, score=60), row("2", 50_000, score=50), row("3", 50_000, score=50)))
    assert (found.selected, found.more["gap"], found.spent) == (("2", "3"), 0.4, 100_000_00)
    assert found.notes[0] == "按办法排序得60分，同样条件下至多100分（已证明最优），达到60.0%"
    assert found.why == {"1": "不在最优组合内", "2": "在最优组合内：用市级统筹5万元",
                         "3": "在最优组合内：用市级统筹5万元"}  # fmt: skip


def test_nothing_prints_on_its_own(capfd):
    optimum(pool(row("1", 60_000)))
    assert capfd.readouterr() == ("", "")


def test_without_the_solver_it_says_what_to_install(monkeypatch):
    monkeypatch.setattr(module, "highspy", None)
    with pytest.raises(Unsolved) as caught:
        optimum(pool(row("1", 60_000)))
    assert str(caught.value) == (
        "最优对照要用求解器 highspy，尚未安装。请在平台文件夹执行："
        "uv pip install --python .venv --require-hashes -r requirements/optimum.txt"
    )
