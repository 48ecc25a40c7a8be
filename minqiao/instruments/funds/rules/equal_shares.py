"""The Method of Equal Shares with its completion, whose stopping rule is written here (pure).

The budget is divided equally among the voters and one pass of buying is made. As the shares of voters
who back nothing affordable stay unused, every share is then raised by one step and the pass is made
anew from the start, as long as what is bought costs no more than the true budget; the last outcome
within it stands. It ends earlier when every backed project is bought. It does not end at the first
outcome that no further project fits into: that rule gives another result (Wieliczka 2023: 31 projects
instead of the published 30).
"""

from minqiao.instruments.funds.rules.answer import Allocation, Unreadable, decimal
from minqiao.instruments.funds.rules.buying import Buying, Electorate
from minqiao.instruments.funds.rules.election import FEN, Election

RULE = "equal-shares-1"


def equal_shares(election: Election) -> Allocation:
    """The outcome of the completed method, and one sentence for every project."""
    if not election.ballots:
        raise Unreadable("没有选票，不能按公平份额分配")
    order = election.order
    electorate = electorate_of(election, order)
    buying, steps = completed(electorate, election.budget, election.step)
    why = dict(election.out)
    for turn, place in enumerate(buying.bought):
        why[order[place]] = _listed(election, order[place], buying, turn)
    for place, number in enumerate(order):
        if number not in why:
            why[number] = _left_out(election, number, buying.left(place) if electorate.votes[place] else 0)
    return Allocation(
        method="equal_shares",
        rule=RULE,
        digest=election.digest,
        unit=election.unit,
        selected=tuple(order[place] for place in buying.bought),
        spent=election.plain(buying.spent),
        budget=election.plain(election.budget),
        why=why,
        notes=election.notes,
        more={"voters": electorate.voters, "steps": steps},
    )


def electorate_of(election: Election, order) -> Electorate:
    """The election by places in the order that breaks ties."""
    places = {number: place for place, number in enumerate(order)}
    groups = [([places[number] for number in ballot], count) for ballot, count in election.ballots.items()]
    return Electorate([election.costs[number] for number in order], groups)


def completed(electorate: Electorate, budget: int, step: int) -> tuple[Buying, int]:
    """The last pass that stays within the budget, and by how many steps the shares were raised."""
    best, steps, backed = Buying(electorate, budget), 0, sum(votes > 0 for votes in electorate.votes)
    best.run()
    while len(best.bought) < backed:
        following = Buying(electorate, budget + (steps + 1) * step * electorate.voters)
        following.run(limit=budget)
        if following.spent > budget:
            break
        best, steps = following, steps + 1
    return best, steps


def _price(election, buying, turn):
    """What a backer paid at most, cut to a hundredth of the unit."""
    if election.unit == FEN:
        return election.told(buying.prices[turn] // (buying.scale * buying.who.voters))
    hundredths = buying.prices[turn] * 100 // (buying.scale * buying.who.voters * election.scale)
    return decimal(hundredths)


def _listed(election, number, buying, turn):
    told, needs = f"{election.told_votes(number)}支持", f"需{election.told(election.costs[number])}"
    return f"{told}，第{turn + 1}个列入：{needs}，每位支持者至多分担{_price(election, buying, turn)}"


def _left_out(election, number, left):
    told, cost = f"{election.told_votes(number)}支持", election.costs[number]
    if not election.votes[number]:
        return f"{told}，未列入"
    return (
        f"{told}，未列入：需{election.told(cost)}，支持者的份额合计余{election.told(left)}；"
        f"还差{election.told(cost - left)}"
    )
