"""Pools of the tests: written facts, and any small pool there can be."""

from hypothesis import strategies as st

from minqiao.instruments.funds.rules import pool_from
from minqiao.instruments.funds.rules.pool import GATES

PASSED = dict.fromkeys(GATES, True)


def row(number, cost, score=80, tier=1, county="甲县", **more):
    """A project that passed every test; `cost` in yuan."""
    return {"number": number, "county": county, "tier": tier, "score": score, "cost": cost * 100,
            "gates": PASSED, **more}  # fmt: skip


def year(*projects, budget=100_000, quota=0, **more):
    """A fund year with one county; amounts in yuan."""
    counties = {"甲县": {"quota": quota * 100, "match": 0}}
    return {"budget": budget * 100, "counties": counties, "projects": list(projects), **more}


def pool(*projects, **more):
    """The same, read."""
    return pool_from(year(*projects, **more))


@st.composite
def years(draw, most=7):
    """Any small fund year, as it would be handed in; figures so small that every limit is met often."""
    counties = {
        name: {"quota": draw(st.integers(0, 12)), "match": draw(st.integers(0, 5))} for name in "甲乙"
    }
    shared = draw(st.integers(0, 12))
    rows = [_any_row(draw, number, counties) for number in range(draw(st.integers(1, most)))]
    return {
        "budget": shared + sum(county["quota"] for county in counties.values()),
        "cap": draw(st.sampled_from([0, 6])),
        "unused_quota": draw(st.sampled_from(["keep", "pool"])),
        "counties": counties,
        "projects": rows,
    }


def _any_row(draw, number, counties):
    fund, other, match = draw(st.integers(1, 8)), draw(st.integers(0, 2)), draw(st.integers(0, 2))
    return {
        "number": f"{number + 8}",
        "county": draw(st.sampled_from(sorted(counties))),
        "tier": draw(st.integers(1, 2)),
        "score": draw(st.integers(1, 5)),
        "cost": fund + other + match,
        "fund": fund,
        "other": other,
        "gates": PASSED if draw(st.integers(0, 5)) else {**PASSED, "land": "林地手续未办"},
    }
