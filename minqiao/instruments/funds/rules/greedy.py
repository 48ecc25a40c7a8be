"""The rule of most participatory budgets (pure): most votes first, as long as the money reaches.

Ties: the smaller cost, then the number. `greedy-no-skip` ends at the first that does not fit; every
other rule of the family passes it over. A least number of votes counts wherever the file states one.
"""

from minqiao.instruments.funds.rules.answer import Allocation
from minqiao.instruments.funds.rules.election import Election

RULE = "greedy-1"
NO_SKIP = "greedy-no-skip"


def greedy(election: Election) -> Allocation:
    """The projects with the most votes that fit, in order, and one sentence for every project."""
    left, ended, selected, why = election.budget, "", [], dict(election.out)
    for place, number in enumerate(election.order, start=1):
        cost, votes = election.costs[number], election.votes[number]
        told = f"{election.told_votes(number)}，列第{place}位，需{election.told(cost)}"
        if votes < election.threshold:
            why[number] = f"{told}，未列入：不到最低票数{_least(election)}票"
        elif ended:
            why[number] = f"{told}，未列入：排在前面的{ended}放不下，按规则到此为止"
        elif cost <= left:
            left -= cost
            selected.append(number)
            why[number] = f"{told}，列入：列后余{election.told(left)}"
        else:
            ended = number if election.rule == NO_SKIP else ""
            why[number] = f"{told}，未列入：余{election.told(left)}；再有{election.told(cost - left)}即可列入"
    return Allocation(
        method="greedy",
        rule=RULE,
        digest=election.digest,
        unit=election.unit,
        selected=tuple(selected),
        spent=election.plain(election.budget - left),
        budget=election.plain(election.budget),
        why=why,
        notes=election.notes,
        more={"file_rule": election.rule},
    )


def _least(election):
    return f"{election.threshold / election.votes_scale:g}"
