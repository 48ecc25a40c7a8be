"""The Method of Equal Shares written from its definition: fractions, one voter at a time, no tricks."""

from fractions import Fraction


def bought(total, costs, ballots):
    """(projects in the order bought, what each voter has left). Ties: the first in `costs`."""
    purse = [Fraction(total, len(ballots))] * len(ballots)
    order, names = [], list(costs)
    while True:
        offers = []
        for place, name in enumerate(names):
            backers = [voter for voter, ballot in enumerate(ballots) if name in ballot]
            if name not in order and backers and sum(purse[voter] for voter in backers) >= costs[name]:
                offers.append((price(costs[name], [purse[v] for v in backers]) / costs[name], place, name))
        if not offers:
            return order, purse
        _, _, name = min(offers)
        most = price(costs[name], [purse[v] for v, ballot in enumerate(ballots) if name in ballot])
        order.append(name)
        for voter, ballot in enumerate(ballots):
            if name in ballot:
                purse[voter] -= min(purse[voter], most)


def price(cost, purses):
    """The amount that, paid by each as far as the purse reaches, makes up the cost."""
    for poor, purse in enumerate(sorted(purses)):
        each = (cost - sum(sorted(purses)[:poor])) / Fraction(len(purses) - poor)
        if each <= purse:
            return each
    raise AssertionError("not affordable")


def completed(budget, costs, ballots, step):
    """Shares raised step by step; the last outcome within the budget."""
    backed = {name for ballot in ballots for name in ballot}
    last, steps = bought(budget, costs, ballots), 0
    while set(last[0]) != backed:
        following = bought(budget + (steps + 1) * step * len(ballots), costs, ballots)
        if sum(costs[name] for name in following[0]) > budget:
            break
        last, steps = following, steps + 1
    return last, steps
