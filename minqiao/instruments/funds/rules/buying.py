"""One pass of the Method of Equal Shares, decided exactly (pure).

Every voter gets the same share. A project is bought by those who back it, each paying the same price or
the rest of the share; bought next is the project with the lowest price for a unit of its cost (cost
utilities: Peters, Pierczyński and Skowron 2021). Floats with stated error bounds find the few projects
that can be next; which of them it is, and what is paid, is decided in integers over one common
denominator.
"""

import heapq
from collections import Counter
from math import gcd, inf
from operator import itemgetter

LOOSE = 1e-9  # relative to the cost: far above what a sum of a million floats loses
TINY = 1e-12  # relative to the share: the same for one balance


class Electorate:
    """Who backs what. `costs` are positive integers, in the order that breaks ties.

    `groups` holds each different ballot once: the places of the projects in it, and how many voters cast it.
    """

    def __init__(self, costs, groups):
        self.plain, self.voters = costs, sum(count for _, count in groups)
        self.costs = [cost * self.voters for cost in costs]  # all amounts are multiplied by the voters
        self.groups = len(groups)
        self.backers = [[] for _ in costs]
        voters = [[] for _ in costs]  # the same, a group as often as it has voters
        for group, (places, count) in enumerate(groups):
            for place in places:
                self.backers[place].append(group)
                voters[place] += [group] * count
        self.votes = [len(backers) for backers in voters]
        # A unit of cost costs a backer at least this: when all of them can pay alike. 0: nobody backs it.
        self.lowest = [votes and (1 - LOOSE) / votes for votes in self.votes]
        self.read = [_reader(backers) for backers in voters]


class Buying:
    """One pass in which the voters share `total` (in the unit of the costs) equally.

    Voters who took part in the same purchases have the same left: they are one class. Class 0 has
    bought nothing yet, class 1 has nothing left; `klass` holds the class of every group of ballots.
    """

    SPENT = 1

    def __init__(self, electorate: Electorate, total: int):
        self.who, self.total = electorate, total
        self.klass = [0] * electorate.groups
        self.balance, self.paid = (
            [float(total), 0.0],
            [(), ()],
        )  # by class: what is left, purchases paid in full
        if not total:
            self.klass = [self.SPENT] * electorate.groups
        self.prices, self.scale = [], 1  # purchase k costs every backer prices[k] / scale
        self.bought, self.spent = [], 0

    def run(self, limit=inf):
        """Buy until nothing is affordable, or more than `limit` is spent; the places in order."""
        heap = [(low, place) for place, low in enumerate(self.who.lowest) if low]
        heapq.heapify(heap)
        while heap and self.spent <= limit:
            priced = [(place, self._exact(place, *about)) for place, about in self._near(heap)]
            priced = [(place, price) for place, price in priced if price]
            if not priced:
                continue
            place, price = self._lowest(priced)
            for other, _ in priced:
                if other != place:
                    heapq.heappush(heap, (self.who.lowest[other], other))
            self._buy(place, *price)
        return self.bought

    def exact_balance(self, klass) -> int:
        """What a voter of the class has left, times the scale and the number of voters."""
        if klass == self.SPENT:
            return 0
        return self.total * self.scale - sum(self.prices[purchase] for purchase in self.paid[klass])

    def left(self, place) -> int:
        """What the backers of a project have left together, in the unit of the costs, cut to whole units."""
        classes = self._classes(place)
        left = sum(self.exact_balance(klass) * count for klass, count in classes.items())
        return left // (self.scale * self.who.voters)

    def _classes(self, place):
        """How many backers of a project are in each class."""
        return Counter(self.who.read[place](self.klass))

    def _near(self, heap):
        """Take from the heap all that can be next. Prices only rise, so what was too dear stays so."""
        near, highest = [], inf
        while heap and heap[0][0] <= highest:
            _, place = heapq.heappop(heap)
            if about := self._about(place):
                price, error, _ = about
                cost = self.who.costs[place]
                near.append(((price - error) / cost, place, about))
                highest = min(highest, (price + error) / cost)
        for low, place, _ in near:
            if low > highest:
                heapq.heappush(heap, (low, place))
        return [(place, about) for low, place, about in near if low <= highest]

    def _about(self, place):
        """Price, its error bound, and the classes; None when the backers certainly cannot afford it."""
        cost, classes = self.who.costs[place], self._classes(place)
        pairs = [(self.balance[klass], count) for klass, count in classes.items()]
        if sum(balance * count for balance, count in pairs) < cost * (1 - LOOSE):
            return None
        need, weight = cost, self.who.votes[place]
        while poor := [pair for pair in pairs if pair[0] * weight < need]:
            if len(poor) == len(pairs):
                return max(pairs)[0], LOOSE * cost + TINY * self.total, classes
            pairs = [pair for pair in pairs if pair[0] * weight >= need]
            need -= sum(balance * count for balance, count in poor)
            weight -= sum(count for _, count in poor)
        return need / weight, LOOSE * cost / weight + TINY * self.total, classes

    def _exact(self, place, price, error, classes):
        """The price as need ÷ (scale × weight), both integers; None when the backers cannot afford it."""
        need, weight, poor, unsure, purchases = self.who.costs[place] * self.scale, 0, 0, [], Counter()
        for klass, count in classes.items():
            balance = self.balance[klass]
            if balance > price + error:
                weight += count
            elif balance >= price - error:
                unsure.append((self.exact_balance(klass), count))
            elif klass != self.SPENT:
                poor += count
                for purchase in self.paid[klass]:
                    purchases[purchase] += count
        need -= poor * self.total * self.scale
        need += sum(self.prices[purchase] * count for purchase, count in purchases.items())
        return _settled(need, weight, sorted(unsure))

    def _lowest(self, priced):
        """The project with the lowest price for a unit of cost; of equal ones the first in place."""
        best = priced[0]
        for other in priced[1:]:
            (place, (need, weight)), (rival, (rival_need, rival_weight)) = best, other
            ours = need * rival_weight * self.who.costs[rival]
            theirs = rival_need * weight * self.who.costs[place]
            if (theirs, rival) < (ours, place):
                best = other
        return best

    def _buy(self, place, need, weight):
        common = gcd(need, weight)
        need, weight = need // common, weight // common
        if weight > 1:
            self.prices = [price * weight for price in self.prices]
            self.scale *= weight
        moved = self._moved(self._classes(place), need, need / self.scale)
        self.prices.append(need)
        klass = self.klass
        for group in self.who.backers[place]:
            klass[group] = moved[klass[group]]
        self.bought.append(place)
        self.spent += self.who.plain[place]

    def _moved(self, classes, need, price):
        """For each class of backers the class they are in once they paid the price, or all they have."""
        moved, slack, purchase = {}, TINY * self.total, len(self.bought)
        for klass in classes:
            rest = self.balance[klass] - price
            if rest <= slack:
                is_unsure = rest >= -slack and klass != self.SPENT
                rest = max(self.exact_balance(klass) - need, 0) / self.scale if is_unsure else 0.0
            if rest > 0.0:
                moved[klass] = len(self.balance)
                self.balance.append(rest)
                self.paid.append((*self.paid[klass], purchase))
            else:
                moved[klass] = self.SPENT
        return moved


def _settled(need, weight, unsure):
    """(need, weight) among those who do not pay all they have left; None if nobody remains."""
    weight += sum(count for _, count in unsure)
    for balance, count in unsure:
        if balance * weight >= need:
            break
        need -= balance * count
        weight -= count
    return (need, weight) if weight else None


def _reader(backers):
    """Reads the classes of these groups out of all classes, in one call."""
    if len(backers) == 1:
        (only,) = backers
        return lambda klass: (klass[only],)
    return itemgetter(*backers) if backers else lambda klass: ()
