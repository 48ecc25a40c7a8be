"""A pool out of the ledger, and all methods on it side by side (pure): proposal, bound, second opinions."""

from importlib import import_module

from minqiao.instruments.funds.choices import AccountKind
from minqiao.instruments.funds.rules.election import election_of
from minqiao.instruments.funds.rules.equal_shares import equal_shares
from minqiao.instruments.funds.rules.greedy import greedy
from minqiao.instruments.funds.rules.pool import Pool
from minqiao.instruments.funds.rules.ranked import ranked

SOLVER = "minqiao.instruments.funds.rules.optimum"
SECONDS = 5  # the longest a stored run lets the solver look; its bound holds all the same


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


def solver():
    """The module of the exact bound; it loads a solver, so it is asked for only when wanted."""
    return import_module(SOLVER)


def side_by_side(pool: Pool, seconds: float = SECONDS) -> dict:
    """{method: answer as plain facts}; a bound that could not be had has only `unsolved`, the reason.

    `equal_shares` and `greedy` are there when deputies named projects (the pool has ballots).
    """
    answers = {"ranked": ranked(pool).as_dict(), "optimum": _bound(pool, seconds)}
    if pool.ballots:
        election = election_of(pool)
        answers |= {"equal_shares": equal_shares(election).as_dict(), "greedy": greedy(election).as_dict()}
    return answers


def rules_of(answers) -> str:
    """The versions of the rules that answered, in one text."""
    return " ".join(sorted(answer["rule"] for answer in answers.values() if "rule" in answer))


def _bound(pool, seconds):
    exact = solver()
    try:
        return exact.optimum(pool, seconds).as_dict()
    except exact.Unsolved as unsolved:
        return {"unsolved": str(unsolved)}


def unexplained(proposed, chosen, reasons) -> list[str]:
    """The numbers decided otherwise than proposed without a reason, in order."""
    differing = set(proposed) ^ set(chosen)
    return sorted(number for number in differing if not reasons.get(number, "").strip())
