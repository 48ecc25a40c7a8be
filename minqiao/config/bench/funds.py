"""How fast money is shared out, beside the least a program must do: sort the projects, count the votes."""

import random
from collections import Counter
from itertools import accumulate
from time import process_time

from minqiao.config.bench.figures import Figure, median
from minqiao.instruments.funds.rules import pool_from, ranked
from minqiao.instruments.funds.rules.buying import Buying, Electorate
from minqiao.instruments.funds.rules.pool import GATES

ROUNDS = 5
AIMED = 10_000  # projects, and nine times as many voters: the size the goals are set for
RANKED_MOST, SHARES_MOST = 200, 300  # milliseconds
VOTERS, PROJECTS = 9, 160  # voters for each project ranked; projects voted on
COUNTIES = ("七星关区", "大方县", "黔西市", "金沙县", "织金县", "纳雍县", "威宁县", "赫章县")
YEAR, CAP = 10_000_000_00, 500_000_00  # fen


def measured(sizes, say):
    """Figures at each size: ranking so many projects, equal shares for nine times as many voters."""
    figures = []
    for size in sizes:
        say(f"资金分配：{size:,} 个项目排序，{VOTERS * size:,} 人投票")
        figures += [_ranking(size), _sharing(size * VOTERS, size <= AIMED)]
    return figures


def _ranking(size):
    """Gates, order, both rounds, a sentence for each and the fingerprint of the input."""
    ours, floor = [], []
    for _ in range(ROUNDS):
        pool = pool_from(year(size))
        keys = [(one.tier, -one.score, one.cost, one.number) for one in pool.projects]
        floor.append(_timed(lambda keys=keys: sorted(keys)))
        ours.append(_timed(lambda pool=pool: ranked(pool)))
    most = RANKED_MOST if size <= AIMED else 0
    note = "审查、两轮、逐项理由和输入指纹，处理器用时"
    return _figure("排序分配", size, ours, {"裸排序": median(floor)}, most, note)


def _sharing(voters, is_aimed):
    """Equal ballots grouped and one pass of buying, decided exactly."""
    costs, ballots = vote(voters)
    budget, ours, floor = sum(costs) // 3, [], []
    for _ in range(ROUNDS):
        floor.append(_timed(lambda: Counter(place for ballot in ballots for place in ballot)))
        ours.append(_timed(lambda: _shared(costs, ballots, budget)))
    kinds, bought = len(set(ballots)), len(_shared(costs, ballots, budget))
    note = f"{PROJECTS} 个项目，{kinds:,} 种选票，列入 {bought} 个，处理器用时"
    return _figure("公平份额，一遍", voters, ours, {"裸计票": median(floor)}, SHARES_MOST * is_aimed, note)


def _shared(costs, ballots, budget):
    return Buying(Electorate(costs, list(Counter(ballots).items())), budget).run()


def year(size, seed=5):
    """A fund year that so many projects ask for, far more than it has."""
    chance = random.Random(seed)
    rows = []
    for number in range(size):
        cost = chance.randrange(20_000_00, 600_000_00, 100_00)
        rows.append({
            "number": f"{number:05}", "county": chance.choice(COUNTIES), "tier": chance.randint(1, 3),
            "score": chance.randint(5000, 10_000) / 100, "cost": cost,
            "fund": min(cost * chance.randint(50, 100) // 100, CAP), "gates": dict.fromkeys(GATES, True),
        })  # fmt: skip
    counties = {name: {"quota": 750_000_00, "match": 300_000_00} for name in COUNTIES}
    return {"budget": YEAR, "cap": CAP, "counties": counties, "projects": rows}


def vote(voters, seed=5):
    """(costs, ballots): one to five projects a ballot, a few liked by many and many by a few."""
    chance = random.Random(seed)
    costs = [chance.randrange(10_000, 900_000, 500) for _ in range(PROJECTS)]
    liked = list(accumulate(1 / (place + 5) for place in range(PROJECTS)))
    draws = (
        chance.choices(range(PROJECTS), cum_weights=liked, k=chance.randint(1, 5)) for _ in range(voters)
    )
    return costs, [tuple(sorted(set(draw))) for draw in draws]


def _timed(work):
    """Milliseconds of this process's time."""
    began = process_time()
    work()
    return (process_time() - began) * 1000


def _figure(what, size, values, floors, most, note):
    return Figure(what, "不用", size, median(values), "毫秒", floors, most=most, note=note)
