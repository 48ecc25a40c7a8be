"""The scored pool (项目库) of a fund year: money, counties, projects (pure). All amounts in fen."""

from dataclasses import dataclass
from functools import cached_property

from minqiao.instruments.funds.rules.answer import digest_of, natural

# What must hold before a project is ranked (domain.md 2.5); the answer is true, or why it does not hold.
GATES = {
    "suggestion": "关联代表建议",
    "negative_list": "负面清单",
    "double_funding": "重复安排资金",
    "land": "用地",
    "upkeep": "管护单位",
    "same_year": "当年建成见效",
}
UNUSED = {"keep": "县区用不完的额度留给该县区", "pool": "县区用不完的额度并入市级统筹"}


@dataclass(frozen=True)
class County:
    """A county's share of the fund, and what it can add of its own (县级配套)."""

    quota: int
    match: int = 0


@dataclass(frozen=True)
class Project:
    """A project: `fund` of the fund, `other` from elsewhere, the rest of `cost` matched by its county.

    `tier` 1 comes first; `score` in hundredths of a point; `gates` holds the reason of each test not
    passed.
    """

    number: str
    county: str
    tier: int
    score: int
    cost: int
    fund: int
    other: int
    gates: tuple[str, ...] = ()

    @property
    def match(self) -> int:
        """What the county must add."""
        return self.cost - self.fund - self.other

    @cached_property
    def order(self):
        """Sorts: tier, then score (high first), then cost, then number."""
        return self.tier, -self.score, self.cost, natural(self.number)


@dataclass(frozen=True)
class Pool:
    """A fund year: `budget` in all, of it the counties' quotas, and `pool` for the city round."""

    budget: int
    pool: int
    cap: int
    unused_quota: str
    counties: dict[str, County]
    projects: tuple[Project, ...]  # by number
    ballots: tuple[tuple[str, ...], ...] = ()

    @cached_property
    def digest(self) -> str:
        """The fingerprint of the facts, whatever their order in the file."""
        counties = {name: [county.quota, county.match] for name, county in self.counties.items()}
        rows = [
            [one.number, one.county, one.tier, one.score, one.cost, one.fund, one.other, one.gates]
            for one in self.projects
        ]
        return digest_of([self.budget, self.pool, self.cap, self.unused_quota, counties, rows, self.ballots])
