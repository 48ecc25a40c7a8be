"""Who learns what of a vote, and when. A new act is told to the congress staff and officials only."""

from minqiao.foundation.accounts.choices import CONGRESS_STAFF
from minqiao.instruments.ballots.choices import KNOWN, RoundState

TOLD_TO_ALL = frozenset(
    {
        "prepare",
        "settle",
        "open",
        "close",
        "vote_again",
        "announce",
        "declare_void",
        "call_off",
        "issue_paper",
    }
)
SECRET_PAPERS = frozenset({"count_sheet"})  # until the result is announced


def is_official(actor, round_):
    """Whether the actor is a teller or scrutineer of this vote."""
    return actor.user_id in round_.teller_ids | round_.scrutineer_ids | round_.chief_ids


def result(actor, round_):
    """Why the counted result is not for this actor now, or "".

    What is to be signed is seen by those who sign; the sealed result also by the staff; the announced by all.
    """
    official = is_official(actor, round_)
    if round_.announced_on or (official and round_.state == RoundState.AGREED):
        return ""
    inside = official or actor.role in CONGRESS_STAFF
    return "" if inside and round_.state in KNOWN else "计票结果在宣布以前不公开"


def differences(actor, round_):
    """Why the differences between the tellers are not for this actor, or ""."""
    return "" if is_official(actor, round_) else "录入的数字只供计票人、监票人核对"


def paper(actor, round_, kind):
    """Why a paper of this kind is not for this actor now, or ""."""
    return result(actor, round_) if kind in SECRET_PAPERS else ""


def event(actor, round_, happened):
    """Why a line of the trail is not for this actor, or ""."""
    if actor.role in CONGRESS_STAFF or is_official(actor, round_):
        return ""
    return "" if happened.action in TOLD_TO_ALL else "只供计票工作人员查看"
