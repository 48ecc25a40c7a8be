"""Who may: the staff prepares and announces, tellers count, scrutineers watch, the chief closes."""

from minqiao.foundation.accounts.choices import CONGRESS_STAFF


def may_prepare(actor):
    """The deputy affairs committee or the secretariat of a session prepares a vote."""
    mine = actor.role in CONGRESS_STAFF and actor.realm_id
    return "" if mine else "票决由代表工作委员会或者大会秘书处准备"


def by_office(actor, round_):
    """The staff of the congress that votes."""
    mine = actor.works_in(round_.congress_id, *CONGRESS_STAFF)
    return "" if mine else "只有大会秘书处或者代表工作委员会可以进行此操作"


def by_teller(actor, round_):
    """One of the two tellers of this vote."""
    return "" if actor.user_id in round_.teller_ids else "只有本次投票的计票人可以录入"


def by_scrutineer(actor, round_):
    """A scrutineer of this vote, the chief among them."""
    mine = actor.user_id in round_.scrutineer_ids | round_.chief_ids
    return "" if mine else "只有本次投票的监票人可以进行此操作"


def by_signer(actor, round_):
    """A teller or a scrutineer; the chief signs last, by sealing."""
    mine = actor.user_id in round_.teller_ids | round_.scrutineer_ids
    return "" if mine else "只有本次投票的计票人、监票人可以签字"


def by_chief(actor, round_):
    """The chief scrutineer of this vote."""
    return "" if actor.user_id in round_.chief_ids else "只有总监票人可以进行此操作"


def by_chief_or_office(actor, round_):
    """The chief scrutineer, or the staff that enters what the meeting was told."""
    return "" if not by_chief(actor, round_) or not by_office(actor, round_) else (
        "只有总监票人或者大会秘书处可以进行此操作"
    )  # fmt: skip
