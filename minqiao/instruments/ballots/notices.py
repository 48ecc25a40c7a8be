"""Who is told of which act of a vote. No message ever holds a number of votes."""

from minqiao.foundation.accounts.choices import CONGRESS_STAFF
from minqiao.foundation.accounts.queries import user_ids_for_realm
from minqiao.kit.notices import Notice


def to_officials(round_, on):
    """Tellers and scrutineers."""
    return set(round_.teller_ids | round_.scrutineer_ids | round_.chief_ids)


def to_chief(round_, on):
    return set(round_.chief_ids)


def to_office(round_, on):
    """The staff of the congress."""
    return set().union(*(user_ids_for_realm(role, round_.congress_id, on) for role in sorted(CONGRESS_STAFF)))


NOTICES = {
    "ballots.round": {
        "settle": Notice(to_officials, "您是“{title}”票决的工作人员，请按时到场", urgent=True),
        "recount": Notice(to_officials, "“{title}”退回重新核对，请两名计票人核对票堆", urgent=True),
        "agree": Notice(to_officials, "“{title}”计票核对一致，请签字", urgent=True),
        "seal": Notice(to_office, "“{title}”计票结果已封存，可以宣布或者组织再次投票", urgent=True),
        "declare_void": Notice(to_office, "“{title}”本次投票无效", urgent=True),
    }
}
