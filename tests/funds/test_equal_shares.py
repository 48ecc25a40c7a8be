"""Equal shares against its definition, and the written rule of its completion."""

from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minqiao.instruments.funds.rules import Unreadable, equal_shares
from minqiao.instruments.funds.rules.buying import Buying
from minqiao.instruments.funds.rules.election import Election
from minqiao.instruments.funds.rules.equal_shares import electorate_of
from tests.funds import naive

NAMES = "ABCDEF"


def vote(budget, costs, ballots, **more):
    """An election out of ballots written as words, each letter a project."""
    votes = {name: sum(name in ballot for ballot in ballots) for name in costs}
    groups = Counter(tuple(ballot) for ballot in ballots)
    return Election(budget, costs, votes, dict(groups), "", unit="", step=1, **more)


@st.composite
def votes(draw, sizes=(1,)):
    """Any small election; costs repeat, so that prices tie and purses run out exactly.

    In a size above one all amounts are that large, and some are a single unit more: floats take them
    for equal.
    """
    size = draw(st.sampled_from(sizes))
    costs = {name: draw(st.integers(1, 12)) * size + (size > 1 and draw(st.integers(0, 1)))
             for name in NAMES[: draw(st.integers(1, 6))]}  # fmt: skip
    ballot = st.sets(st.sampled_from(sorted(costs)), max_size=4).map(lambda named: "".join(sorted(named)))
    return vote(draw(st.integers(0, 25)) * size, costs, draw(st.lists(ballot, min_size=1, max_size=9)))


def voters(election):
    return [ballot for ballot, count in election.ballots.items() for _ in range(count)]


@settings(max_examples=300, deadline=None)
@given(votes(sizes=(1, 10**16)))
def test_one_pass_is_the_definition(election):
    order = election.order
    buying = Buying(electorate_of(election, order), election.budget)
    names = [order[place] for place in buying.run()]
    costs = {name: election.costs[name] for name in order}
    want, purses = naive.bought(election.budget, costs, voters(election))
    assert names == want
    classes = [
        klass
        for klass, count in zip(buying.klass, election.ballots.values(), strict=True)
        for _ in range(count)
    ]
    exact = [Fraction(buying.exact_balance(klass), buying.scale * len(classes)) for klass in classes]
    assert exact == purses
    for place, name in enumerate(order):
        left = sum(purse for purse, ballot in zip(purses, voters(election), strict=True) if name in ballot)
        assert buying.left(place) == left // 1


@settings(deadline=None)
@given(votes())
def test_the_completion_is_its_written_rule(election):
    costs = {name: election.costs[name] for name in election.order}
    (want, _), steps = naive.completed(election.budget, costs, voters(election), election.step)
    found = equal_shares(election)
    assert (list(found.selected), found.more["steps"]) == (want, steps)
    assert found.spent == sum(election.costs[name] for name in want) <= election.budget
    assert set(found.why) == set(election.costs)


@settings(deadline=None)
@given(votes(), st.randoms(use_true_random=False))
def test_order_of_the_input_changes_nothing(election, chance):
    names, ballots = list(election.costs), voters(election)
    chance.shuffle(names)
    chance.shuffle(ballots)
    again = vote(election.budget, {name: election.costs[name] for name in names}, ballots)
    assert equal_shares(again).selected == equal_shares(election).selected


def test_ties_go_to_more_votes_then_smaller_cost_then_number():
    assert equal_shares(vote(4, {"B": 2, "A": 2}, ["AB"])).selected == ("A", "B")
    assert equal_shares(vote(4, {"A": 3, "B": 1}, ["AB"])).selected == ("B", "A")


def test_the_completion_goes_on_past_the_first_outcome_nothing_fits_into():
    """One pass buys A and C and leaves 3, too little for B (4): many a program stops there."""
    election = vote(5, {"A": 1, "B": 4, "C": 1}, ["AB", "B", "C"])
    first = Buying(electorate_of(election, election.order), 5)
    assert ([election.order[place] for place in first.run()], first.spent) == (["A", "C"], 2)
    found = equal_shares(election)
    assert (found.selected, found.spent, found.more["steps"]) == (("B", "C"), 5, 1)


def test_sentences():
    found = equal_shares(vote(30, {"A": 10, "B": 20, "C": 25, "D": 1}, ["AB", "B", "C"]))
    assert found.why == {
        "A": "1票支持，第2个列入：需10，每位支持者至多分担10",
        "B": "2票支持，第1个列入：需20，每位支持者至多分担10",
        "C": "1票支持，未列入：需25，支持者的份额合计余24；还差1",
        "D": "0票支持，未列入",
    }


def test_without_ballots_there_is_nothing_to_share():
    with pytest.raises(Unreadable) as caught:
        equal_shares(Election(5, {"A": 1}, {"A": 3}, {}, ""))
    assert caught.value.lines == ("没有选票，不能按公平份额分配",)
