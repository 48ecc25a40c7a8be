"""The fund's own rule: S-6 to the fen, the sentences, and what must hold of every pool."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minqiao.instruments.funds.rules import pool_from, ranked
from tests.funds.pools import pool, row, year, years

# S-6: 23 projects, 9,864,000 yuan together.
APPROVED = [row(f"{number}", 428_000, score=90) for number in range(1, 23)] + [row("23", 448_000, score=90)]


def test_s6_what_is_left_is_too_little():
    found = ranked(pool(*APPROVED, row("24", 180_000), budget=10_000_000, cap=500_000_00))
    assert (len(found.selected), found.spent, found.budget) == (23, 9_864_000_00, 10_000_000_00)
    assert found.why["24"] == (
        "第1档80分，未列入：需18万元，甲县额度余0元，市级统筹余13.6万元；再有4.4万元即可列入"
    )
    assert (found.more["short"], found.more["left"]["pool"]) == ({"24": 44_000_00}, 136_000_00)


def test_s6_the_cap_binds_the_share_of_the_fund():
    alone = ranked(pool(row("1", 620_000), budget=1_000_000, cap=500_000_00))
    assert alone.why == {"1": "未列入：申请62万元，超过单个项目上限50万元，另行落实12万元后才能列入"}
    helped = ranked(pool(row("1", 620_000, other=120_000_00), budget=1_000_000, cap=500_000_00))
    assert (helped.selected, helped.spent) == (("1",), 500_000_00)


def test_s6_money_from_elsewhere_shuts_the_gate():
    gates = {**row("1", 1)["gates"], "double_funding": "2025年已由以工代赈资金安排"}
    found = ranked(pool(row("1", 86_000, gates=gates)))
    assert found.why == {"1": "未列入：未通过审查：重复安排资金（2025年已由以工代赈资金安排）"}


def test_a_test_without_answer_is_not_passed():
    found = ranked(pool(row("1", 50, gates={"suggestion": True, "land": True}), gates=["land", "upkeep"]))
    assert found.why == {"1": "未列入：未通过审查：管护单位（未作审查）"}


def test_tier_then_score_then_cost_then_number():
    rows = [
        row("10", 10, score=90, tier=2), row("9", 10, score=80), row("8", 9, score=80.5),
        row("7", 10, score=80), row("6", 8, score=80), row("11", 10, score=80),
    ]  # fmt: skip
    assert ranked(pool(*rows)).selected == ("8", "6", "7", "9", "11", "10")


def test_quota_first_then_the_pool_with_a_sentence_each():
    counties = {"甲县": {"quota": 50_000_00, "match": 10_000_00}, "乙县": {"quota": 20_000_00}}
    rows = [
        row("1", 40_000, score=95),
        row("2", 30_000.5, score=90.25, fund=30_000_50),
        row("3", 40_000, score=85, fund=20_000_00),
        row("4", 20_000, score=70, county="乙县"),
    ]
    rows[1]["cost"] = 30_000_50
    data = year(*rows, budget=102_000) | {"counties": counties}
    found = ranked(pool_from(data))
    assert found.selected == ("1", "4", "2")
    assert found.why == {
        "1": "第1档95分，列入：用甲县额度4万元，列后余1万元",
        "2": "第1档90.25分，列入：用市级统筹30000.5元，列后余1999.5元",
        "3": "第1档85分，未列入：需2万元，甲县额度余1万元，市级统筹余1999.5元，需县级配套2万元，余1万元；"
        "再有2万元即可列入",
        "4": "第1档70分，列入：用乙县额度2万元，列后余0元",
    }
    assert found.more["left"] == {
        "pool": 1_999_50, "quota": {"甲县": 10_000_00, "乙县": 0}, "match": {"甲县": 10_000_00, "乙县": 0},
    }  # fmt: skip


def test_unused_quota_goes_where_the_rule_says():
    rows = [row("1", 60_000, score=90), row("2", 45_000)]
    assert ranked(pool(*rows, quota=80_000)).selected == ("1",)
    assert ranked(pool(*rows, quota=80_000, budget=105_000, unused_quota="pool")).selected == ("1", "2")


@given(years())
def test_no_limit_is_ever_passed_and_whoever_is_out_does_not_fit(data):
    read = pool_from(data)
    found = ranked(read)
    projects = {one.number: one for one in read.projects}
    listed = [projects[number] for number in found.selected]
    left = found.more["left"]
    for name, county in read.counties.items():
        ours = [one for one in listed if one.county == name]
        assert county.match - sum(one.match for one in ours) == left["match"][name] >= 0
        by_quota = [one for one in ours if f"用{name}额度" in found.why[one.number]]
        assert sum(one.fund for one in by_quota) <= county.quota
    by_pool = [one for one in listed if "用市级统筹" in found.why[one.number]]
    assert left["pool"] >= 0
    assert read.unused_quota == "pool" or sum(one.fund for one in by_pool) <= read.pool
    assert found.spent == sum(one.fund for one in listed) <= found.budget
    assert found.spent + left["pool"] + sum(left["quota"].values()) == read.budget
    for number in found.more["short"]:
        out = projects[number]
        assert out.match > left["match"][out.county] or out.fund > max(
            left["pool"], left["quota"][out.county]
        )
    assert set(found.why) == set(projects)


@given(years(), st.randoms(use_true_random=False))
def test_order_of_the_input_changes_nothing(data, chance):
    again = data | {"projects": chance.sample(data["projects"], len(data["projects"]))}
    again["counties"] = dict(reversed(data["counties"].items()))
    assert ranked(pool_from(again)).as_dict() == ranked(pool_from(data)).as_dict()


@given(years(), st.data())
def test_a_higher_score_never_drops_a_project(data, draw):
    for number in ranked(pool_from(data)).selected:
        better = draw.draw(st.integers(1, 5))
        rows = [one | {"score": one["score"] + better} if one["number"] == number else one
                for one in data["projects"]]  # fmt: skip
        assert number in ranked(pool_from(data | {"projects": rows})).selected


def listed_with(data, number, more):
    """Whether so much more from elsewhere lists the project, however it is shared between fund and match."""
    (one,) = (one for one in data["projects"] if one["number"] == number)
    match = one["cost"] - one["fund"] - one["other"]
    for fund in range(min(more, one["fund"]) + 1):
        helped = one | {"fund": one["fund"] - fund, "other": one["other"] + more}
        rows = [helped if row is one else row for row in data["projects"]]
        if more - fund <= match and number in ranked(pool_from(data | {"projects": rows})).selected:
            return True
    return False


@settings(deadline=None)
@given(years())
def test_as_much_more_as_the_sentence_says_lists_it_and_less_does_not(data):
    for number, short in ranked(pool_from(data)).more["short"].items():
        assert [listed_with(data, number, more) for more in (short - 1, short)] == [False, True]


@pytest.mark.parametrize("changes", [{"budget": 99_999}, {"cap": 1}, {"unused_quota": "pool"}])
def test_the_fingerprint_follows_the_facts(changes):
    one, other = pool(row("1", 5)), pool(row("1", 5), **changes)
    assert len(one.digest) == 64
    assert one.digest != other.digest
    assert one.digest == pool(row("1", 5)).digest
