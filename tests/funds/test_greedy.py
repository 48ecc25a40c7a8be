"""By votes: the order, what is passed over, where it ends; and the pool as an election."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minqiao.instruments.funds.rules import Unreadable, election_of, greedy, pool_from
from minqiao.instruments.funds.rules.election import Election
from tests.funds.pools import row, year


def vote(budget, projects, **more):
    """{number: (cost, votes)} as an election."""
    costs, votes = ({number: pair[at] for number, pair in projects.items()} for at in (0, 1))
    return Election(budget, costs, votes, {}, "", unit="", step=1, **more)


FIVE = {"1": (40, 90), "2": (70, 80), "3": (50, 70), "4": (5, 9), "5": (5, 70)}


@pytest.mark.parametrize(
    ("more", "selected"),
    [({}, ["1", "5", "3", "4"]), ({"rule": "greedy-no-skip"}, ["1"]), ({"threshold": 70}, ["1", "5", "3"])],
    ids=["passed over", "no skip", "least votes"],
)
def test_the_family(more, selected):
    assert list(greedy(vote(100, FIVE, **more)).selected) == selected


def test_sentences():
    assert greedy(vote(100, FIVE, threshold=10)).why == {
        "1": "90票，列第1位，需40，列入：列后余60",
        "2": "80票，列第2位，需70，未列入：余60；再有10即可列入",
        "5": "70票，列第3位，需5，列入：列后余55",
        "3": "70票，列第4位，需50，列入：列后余5",
        "4": "9票，列第5位，需5，未列入：不到最低票数10票",
    }
    ended = greedy(vote(100, FIVE, rule="greedy-no-skip")).why["3"]
    assert ended == "70票，列第4位，需50，未列入：排在前面的2放不下，按规则到此为止"


PROJECTS = st.dictionaries(
    st.sampled_from([str(number) for number in range(1, 8)]),
    st.tuples(st.integers(1, 9), st.integers(0, 4)),
    min_size=1,
)


@given(PROJECTS, st.integers(0, 25))
def test_it_is_the_best_of_all_affordable_sets_in_the_order_of_votes(projects, budget):
    """The oracle: of all sets that can be paid, the first in the lexicographic order of votes."""
    election = vote(budget, projects)
    ranked = sorted(projects, key=lambda number: (-projects[number][1], projects[number][0], int(number)))
    sets = [set(some) for size in range(len(ranked) + 1) for some in combinations(ranked, size)]
    paid = [some for some in sets if sum(projects[number][0] for number in some) <= budget]
    best = max(paid, key=lambda some: [number in some for number in ranked])
    found = greedy(election)
    assert (set(found.selected), found.spent) == (best, sum(projects[number][0] for number in best))


@given(PROJECTS, st.integers(0, 25))
def test_as_much_more_as_the_sentence_says_lists_it(projects, budget):
    for number, why in greedy(vote(budget, projects)).why.items():
        if "再有" not in why:
            continue
        short, (cost, votes) = int(why.split("再有")[1].removesuffix("即可列入")), projects[number]
        if cost > short:
            assert number in greedy(vote(budget, projects | {number: (cost - short, votes)})).selected


def test_the_pool_by_the_ballots_of_deputies():
    rows = [row("1", 40_000), row("2", 30_000), row("3", 30_000, gates={})]
    data = year(*rows, budget=60_000, ballots=[["2", "1"], ["2", "3"], ["3"]])
    election = election_of(pool_from(data))
    assert (election.votes, election.ballots) == ({"1": 1, "2": 2}, {("1", "2"): 1, ("2",): 1, (): 1})
    found = greedy(election)
    assert (found.selected, found.spent, found.unit) == (("2",), 30_000_00, "fen")
    assert found.why["1"] == "1票，列第2位，需4万元，未列入：余3万元；再有1万元即可列入"
    assert found.why["3"].startswith("未列入：未通过审查：关联代表建议（未作审查）；")


def test_a_pool_without_ballots_says_what_is_missing():
    with pytest.raises(Unreadable) as caught:
        election_of(pool_from(year(row("1", 5))))
    assert caught.value.lines == (
        "按支持人数分配须在 ballots 写明每位代表支持的项目：一人一份项目编号的清单",
    )
