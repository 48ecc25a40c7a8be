"""The most points the money can buy within the same limits, by HiGHS: a bound, not a proposal (pure).

The solver gives no reason for a project, so it decides nothing; what is published is how near the rule
comes. Points are the scores added up; tiers are the rule's own priority and bind the solver no more
than its reasons do.
"""

from importlib import import_module
from importlib.util import find_spec
from math import floor, gcd

from minqiao.instruments.funds.rules.answer import Allocation, yuan
from minqiao.instruments.funds.rules.pool import Pool
from minqiao.instruments.funds.rules.ranked import POOL, gate_of, points_of, ranked

RULE = "optimum-1"
SECONDS = 20  # the longest the solver may look; after that its bound still holds
highspy = import_module("highspy") if find_spec("highspy") else None


class Unsolved(Exception):
    """The solver is not there, or gave nothing that holds; the reason in words."""


class Knapsack:
    """Yes or no for each project and source (county's quota, city pool); rows are sums with a limit."""

    def __init__(self, pool: Pool):
        free = [one for one in pool.projects if not gate_of(one, pool.cap)]
        sources = [(one, one.county) for one in free] if pool.unused_quota == "keep" else []
        self.choices = [*sources, *((one, POOL) for one in free)]
        whole = pool.pool + (0 if sources else sum(county.quota for county in pool.counties.values()))
        self.rows = [(whole, self._sums(lambda one, source: one.fund if source == POOL else 0))]
        for name, county in pool.counties.items():
            self.rows += [
                (county.quota, self._sums(lambda one, source, name=name: one.fund if source == name else 0)),
                (county.match, self._sums(lambda one, _, name=name: one.match if one.county == name else 0)),
            ]
        if sources:
            pairs = zip(range(len(free)), range(len(free), 2 * len(free)), strict=True)
            self.rows += [(1, {one: 1, other: 1}) for one, other in pairs]
        self.rows = [(limit, row) for limit, row in self.rows if row]

    def _sums(self, amount):
        sums = {at: amount(one, source) for at, (one, source) in enumerate(self.choices)}
        return {at: number for at, number in sums.items() if number}

    def holds(self, chosen) -> bool:
        """Whether the choice keeps every limit, to the fen."""
        chosen = set(chosen)
        return all(
            sum(number for at, number in row.items() if at in chosen) <= limit for limit, row in self.rows
        )


def optimum(pool: Pool, seconds: float = SECONDS) -> Allocation:
    """The best choice found, the bound no choice can pass, the rule's points beside it. Raises Unsolved."""
    if highspy is None:
        raise Unsolved(
            "最优对照要用求解器 highspy，尚未安装。请在平台文件夹执行："
            "uv pip install --python .venv --require-hashes -r requirements/optimum.txt"
        )
    problem, ours = Knapsack(pool), ranked(pool)
    chosen, bound, is_proven = _solved(problem, seconds)
    if not problem.holds(chosen):
        raise Unsolved("求解器给出的组合逐分核对超出额度，不予采用")
    listed = sorted((problem.choices[at] for at in chosen), key=lambda pair: pair[0].order)
    sources = {one.number: source for one, source in listed}
    points, most = ours.more["points"], bound / 100
    return Allocation(
        method="optimum",
        rule=RULE,
        digest=pool.digest,
        unit="fen",
        selected=tuple(sources),
        spent=sum(one.fund for one, _ in listed),
        budget=pool.budget,
        why={one.number: _why(one, sources.get(one.number), pool.cap) for one in pool.projects},
        notes=(_compared(points, most, is_proven), "最优组合说不出逐个项目的理由，只作对照，不作方案"),
        more={
            "points": points_of(one for one, _ in listed),
            "bound": most,
            "proven": is_proven,
            "ranked": {"points": points, "spent": ours.spent, "selected": len(ours.selected)},
            "gap": round(1 - points / most, 6) if most else 0,
        },
    )  # fmt: skip


def _compared(points, most, is_proven):
    reached = f"{points / most:.1%}" if most else "100.0%"
    how = "已证明最优" if is_proven else "限时内未能证明最优，上限仍然成立"
    return f"按办法排序得{points:g}分，同样条件下至多{most:g}分（{how}），达到{reached}"


def _why(project, source, cap):
    if reason := gate_of(project, cap):
        return f"未列入：{reason}"
    if not source:
        return "不在最优组合内"
    return f"在最优组合内：用{source if source == POOL else f'{source}额度'}{yuan(project.fund)}"


def _solved(problem, seconds):
    """(choices taken, hundredths of points that cannot be passed, whether proven best)."""
    if not problem.choices:
        return [], 0, True
    # Without callbacks: installing them prints a banner on standard output.
    solver = type("Quiet", (highspy.Highs,), {"enableCallbacks": lambda self: None})()
    options = {"output_flag": False, "threads": 1, "random_seed": 0, "time_limit": float(seconds),
               "mip_rel_gap": 0.0, "mip_abs_gap": 0.5, "mip_feasibility_tolerance": 1e-9}  # fmt: skip
    for name, value in options.items():
        solver.setOptionValue(name, value)
    for at, (project, _) in enumerate(problem.choices):
        solver.addVar(0.0, 1.0)
        solver.changeColCost(at, -float(project.score))
        solver.changeColIntegrality(at, highspy.HighsVarType.kInteger)
    for limit, row in problem.rows:
        common = gcd(*row.values())
        numbers = [float(number // common) for number in row.values()]
        solver.addRow(-highspy.kHighsInf, float(limit // common), len(row), list(row), numbers)
    solver.run()
    is_proven = solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
    values = solver.getSolution().col_value
    chosen = [at for at, value in enumerate(values) if value > 0.5]
    found = sum(problem.choices[at][0].score for at in chosen)
    bound = found if is_proven else floor(-solver.getInfo().mip_dual_bound + 1e-6)
    return chosen, bound, is_proven
