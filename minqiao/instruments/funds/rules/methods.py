"""All methods on one pool, side by side (pure): the rule's proposal, the bound, the second opinions."""

from importlib import import_module

from minqiao.instruments.funds.rules.election import election_of
from minqiao.instruments.funds.rules.equal_shares import equal_shares
from minqiao.instruments.funds.rules.greedy import greedy
from minqiao.instruments.funds.rules.pool import Pool
from minqiao.instruments.funds.rules.ranked import ranked

SOLVER = "minqiao.instruments.funds.rules.optimum"
SECONDS = 5  # the longest a stored run lets the solver look; its bound holds all the same


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
