"""Which places and years can have a fund, and what an allocation shares out of one (pure)."""

from minqiao.instruments.funds.choices import AccountKind, FundLevel
from minqiao.registry.areas.choices import Level

LEVELS = {
    Level.CITY: FundLevel.CITY,
    Level.COUNTY: FundLevel.COUNTY,
    Level.ZONE: FundLevel.COUNTY,
    Level.TOWNSHIP: FundLevel.TOWNSHIP,
}
FIRST_YEAR = 2021  # Bijie set aside the first money in 2021


def level_of(area_level) -> FundLevel:
    """The level of a fund of such a place; a management zone counts as a county."""
    return LEVELS[area_level]


def name_of(place, year) -> str:
    """How a fund is named."""
    return f"{place}{year}年代表建议办理专项资金"


def why_no_year(area_level, year, on) -> str:
    """Why such a place can have no fund for this year, or ""."""
    if area_level not in LEVELS:
        return "专项资金按市、县、乡三级设立"
    last = on.year + 1
    return "" if FIRST_YEAR <= year <= last else f"年度应在{FIRST_YEAR}至{last}之间"


def pool_facts(purses, projects, *, cap, unused_quota, ballots, gates) -> dict:
    """The pool file of an allocation from what the ledger has: (kind, place, balance in fen) of every purse.

    A place without quota has nothing of it; `gates` None: all tests are asked.
    """
    counties = {project["county"]: {"quota": 0, "match": 0} for project in projects}
    for kind, place, balance in purses:
        if place:
            name = "match" if kind == AccountKind.MATCH else "quota"
            counties.setdefault(place, {"quota": 0, "match": 0})[name] += balance
    pool = sum(balance for kind, _, balance in purses if kind == AccountKind.POOL)
    budget = pool + sum(county["quota"] for county in counties.values())
    return {
        "budget": budget,
        "pool": pool,
        "cap": cap,
        "unused_quota": unused_quota,
        "counties": counties,
        "projects": list(projects),
        "ballots": [list(ballot) for ballot in ballots],
    } | ({} if gates is None else {"gates": list(gates)})


# The lines of a position, for page, paper and spreadsheet alike: (name in Position, words).
OWN = (
    ("budget", "预算安排"),
    ("carried_in", "上年结转"),
    ("carried_out", "结转下年"),
    ("reserved", "已预留"),
    ("committed", "已批准"),
    ("paid", "其中已支付"),
    ("approved", "其中待支付"),
    ("available", "可安排余额"),
)
MATCHING = (
    ("matched", "落实配套资金"),
    ("match_reserved", "配套已预留"),
    ("match_committed", "配套已安排"),
    ("match_paid", "其中已支付"),
    ("match_left", "配套可安排余额"),
)
