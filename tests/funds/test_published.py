"""Known results: what cities published is what the rules give."""

import pytest

from minqiao.instruments.funds.rules import election_from, equal_shares, greedy, method_of
from minqiao.instruments.funds.rules.buying import Buying
from minqiao.instruments.funds.rules.equal_shares import electorate_of
from tests.funds.published import GREEDY, named, text_of, winners


@pytest.mark.parametrize("file", GREEDY)
def test_greedy_gives_the_published_winners(file):
    election = election_from(text_of(GREEDY[file]))
    assert method_of(election) == "greedy"
    assert set(greedy(election).selected) == winners(GREEDY[file])


def test_there_are_twenty_two_of_them():
    assert len(GREEDY) == 22


def test_wieliczka_2023():
    vote = named("wieliczka_2023")
    election = election_from(text_of(vote))
    found = equal_shares(election)
    assert method_of(election) == "equal_shares"
    assert (len(found.selected), found.spent, found.budget) == (30, 995_079, 1_000_000)
    assert set(found.selected) == winners(vote)
    assert found.more == {"voters": 6586, "steps": 164}
    assert found.notes == ("文件的 rule 还要与得票法比较满意人数，此处只算公平份额",)
    assert found.why["24"] == "720票支持，第1个列入：需5000，每位支持者至多分担6.94"
    assert found.why["21"] == "496票支持，未列入：需100000，支持者的份额合计余75286；还差24714"


def test_wieliczka_by_the_other_stopping_rule_has_31_projects():
    """After 150 steps nothing fits into what is left; the written rule goes on to 164 (0021)."""
    election = election_from(text_of(named("wieliczka_2023")))
    buying = Buying(electorate_of(election, election.order), election.budget + 150 * 6586)
    bought = buying.run()
    waiting = [cost for place, cost in enumerate(buying.who.plain) if place not in bought]
    assert (len(buying.bought), buying.spent) == (31, 984_579)
    assert min(waiting) > election.budget - buying.spent


def test_assen_2024():
    vote = named("assen_2024")
    found = equal_shares(election_from(text_of(vote)))
    assert (set(found.selected), found.spent, found.more["steps"]) == (winners(vote), 76_700, 843)
