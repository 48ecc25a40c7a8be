"""Projects, what they cost and who backs them: what `greedy` and `equal_shares` count (pure)."""

from dataclasses import dataclass, field

from minqiao.instruments.funds.rules.answer import Unreadable, natural, trimmed, yuan
from minqiao.instruments.funds.rules.pool import Pool
from minqiao.instruments.funds.rules.ranked import gate_of

POOL_STEP = 100_00  # fen a deputy: 100 yuan
FEN = "fen"


@dataclass(frozen=True)
class Election:
    """`costs` and `votes` by project; equal `ballots` once. Amounts are `scale` to the file's unit.

    `threshold` is the least number of votes; `step` what every voter's share grows by in the completion;
    `out` the projects that may not be listed, each with its reason.
    """

    budget: int
    costs: dict[str, int]
    votes: dict[str, int]
    ballots: dict[tuple[str, ...], int]
    digest: str
    unit: str = FEN
    scale: int = 1
    votes_scale: int = 1  # to one vote or point
    rule: str = "greedy"
    threshold: int = 0
    step: int = POOL_STEP
    out: dict[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    @property
    def order(self) -> list[str]:
        """More votes first, then the smaller cost, then the number."""
        return sorted(
            self.costs, key=lambda number: (-self.votes[number], self.costs[number], natural(number))
        )

    def told(self, amount) -> str:
        """An amount in words."""
        if self.unit == FEN:
            return yuan(amount)
        return trimmed(amount, self.scale, len(str(self.scale)) - 1)

    def told_votes(self, number) -> str:
        """How many votes a project has, in words."""
        return f"{trimmed(self.votes[number], self.votes_scale, len(str(self.votes_scale)) - 1)}票"

    def plain(self, amount) -> int | float:
        """An amount in the unit of the file."""
        return amount // self.scale if amount % self.scale == 0 else amount / self.scale


def election_of(pool: Pool) -> Election:
    """The pool as an election by the deputies' ballots: a second opinion that knows neither quota nor match.

    Raises Unreadable when no deputy named a project.
    """
    if not pool.ballots:
        raise Unreadable("按支持人数分配须在 ballots 写明每位代表支持的项目：一人一份项目编号的清单")
    gates = {project.number: gate_of(project, pool.cap) for project in pool.projects}
    costs = {project.number: project.fund for project in pool.projects if not gates[project.number]}
    votes, ballots = dict.fromkeys(costs, 0), {}
    for ballot in pool.ballots:
        named = tuple(number for number in ballot if number in costs)
        ballots[named] = ballots.get(named, 0) + 1
        for number in named:
            votes[number] += 1
    out = {number: f"未列入：{reason}" for number, reason in gates.items() if reason}
    return Election(pool.budget, costs, votes, ballots, pool.digest, out=out)
