"""Allocation (pure): the pool or the election, what each method proposes, and why."""

from minqiao.instruments.funds.rules.answer import Allocation, Unreadable, yuan
from minqiao.instruments.funds.rules.election import Election, election_of
from minqiao.instruments.funds.rules.equal_shares import equal_shares
from minqiao.instruments.funds.rules.greedy import greedy
from minqiao.instruments.funds.rules.pabulib import election_from, method_of
from minqiao.instruments.funds.rules.pool import County, Pool, Project
from minqiao.instruments.funds.rules.pool_file import pool_from
from minqiao.instruments.funds.rules.ranked import gate_of, points_of, ranked

__all__ = [
    "Allocation",
    "County",
    "Election",
    "Pool",
    "Project",
    "Unreadable",
    "election_from",
    "election_of",
    "equal_shares",
    "gate_of",
    "greedy",
    "method_of",
    "points_of",
    "pool_from",
    "ranked",
    "yuan",
]
