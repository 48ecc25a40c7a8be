"""The fund's own rule: gate, then tier → score → cost → number in the county's quota, then the pool (pure).

A project is paid wholly out of one of the two. Whoever does not fit is passed over and the next is
looked at; in both rounds the county's own match money is a second limit. The reason of every project is
one sentence. "再有…元 即可列入" is exact: that much more from elsewhere (another source, or the county), all
else unchanged, lists it and a fen less does not. `short` of the answer holds the same figures, `sources`
out of which of the two each listed project is paid.
"""

from minqiao.instruments.funds.rules.answer import Allocation, decimal, yuan
from minqiao.instruments.funds.rules.pool import Pool, Project

RULE = "ranked-1"
POOL = "市级统筹"
QUOTA, CITY = "quota", "pool"  # out of which of the two a project is paid


class Listing:
    """What is left, what is listed and why, while one project after another is looked at; fen."""

    def __init__(self, pool: Pool):
        self.quota = {name: county.quota for name, county in pool.counties.items()}
        self.match = {name: county.match for name, county in pool.counties.items()}
        self.pool = pool.pool
        self.listed, self.why, self.lacking, self.sources = [], {}, {}, {}

    def short(self, project: Project, left: int) -> int:
        """How much more a project needs, with so much left where it is looked at (0: it fits)."""
        fund, match = project.fund - left, project.match - self.match[project.county]
        return (fund if fund > 0 else 0) + (match if match > 0 else 0)

    def from_quota(self, project: Project):
        """Pay a project out of its county's quota."""
        self.quota[project.county] -= project.fund
        self._list(project, f"{project.county}额度", self.quota[project.county])
        self.sources[project.number] = QUOTA

    def from_pool(self, project: Project):
        """Pay a project out of the city pool."""
        self.pool -= project.fund
        self._list(project, POOL, self.pool)
        self.sources[project.number] = CITY

    def leave_out(self, project: Project, quota_left: int, short: int):
        """Say what was left where it was looked at, and how much more would have been enough."""
        match = self.match[project.county]
        needs = f"需{yuan(project.fund)}，{project.county}额度余{yuan(quota_left)}，{POOL}余{yuan(self.pool)}"
        if project.match > match:
            needs += f"，需县级配套{yuan(project.match)}，余{yuan(match)}"
        self.lacking[project.number] = short
        self.why[project.number] = f"{_place(project)}，未列入：{needs}；再有{yuan(short)}即可列入"

    def _list(self, project, source, left):
        self.match[project.county] -= project.match
        self.listed.append(project)
        match = f"，县级配套{yuan(project.match)}" if project.match else ""
        paid = f"用{source}{yuan(project.fund)}{match}"
        self.why[project.number] = f"{_place(project)}，列入：{paid}，列后余{yuan(left)}"


def gate_of(project: Project, cap: int) -> str:
    """Why a project may not be ranked, or "". A cap of 0 is none; it binds the fund's share alone."""
    if project.gates:
        return f"未通过审查：{'；'.join(project.gates)}"
    if cap and project.fund > cap:
        more = yuan(project.fund - cap)
        return f"申请{yuan(project.fund)}，超过单个项目上限{yuan(cap)}，另行落实{more}后才能列入"
    return ""


def ranked(pool: Pool) -> Allocation:
    """The proposal of the rule: what is listed in which round, and one sentence for every project."""
    listing, waiting = Listing(pool), []
    gates = {project.number: gate_of(project, pool.cap) for project in pool.projects}
    order = sorted((one for one in pool.projects if not gates[one.number]), key=lambda one: one.order)
    for project in order:
        left = listing.quota[project.county]
        if short := listing.short(project, left):
            waiting.append((project, left, short))
        else:
            listing.from_quota(project)
    if pool.unused_quota == "pool":
        listing.pool += sum(listing.quota.values())
        listing.quota = dict.fromkeys(listing.quota, 0)
    for project, left, first_short in waiting:
        if short := listing.short(project, listing.pool):
            listing.leave_out(project, left, min(short, first_short))
        else:
            listing.from_pool(project)
    left_out = {number: f"未列入：{reason}" for number, reason in gates.items() if reason}
    why = listing.why | left_out
    return Allocation(
        method="ranked",
        rule=RULE,
        digest=pool.digest,
        unit="fen",
        selected=tuple(project.number for project in listing.listed),
        spent=sum(project.fund for project in listing.listed),
        budget=pool.budget,
        why={project.number: why[project.number] for project in pool.projects},
        more={
            "points": points_of(listing.listed),
            "short": listing.lacking,
            "sources": listing.sources,
            "left": {"pool": listing.pool, "quota": listing.quota, "match": listing.match},
        },
    )


def points_of(projects) -> float:
    """The points of these projects added up."""
    return sum(project.score for project in projects) / 100


def _place(project):
    return f"第{project.tier}档{decimal(project.score)}分"
