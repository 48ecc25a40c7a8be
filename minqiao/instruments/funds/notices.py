"""Who is told of which act, in which words."""

from minqiao.foundation.accounts.choices import UNIT_ROLES, Role
from minqiao.foundation.accounts.queries import user_ids_for_realm, user_ids_in
from minqiao.kit.notices import Notice


def to_keeper(fund, on):
    """The deputy affairs committee that keeps the book."""
    return user_ids_for_realm(Role.DEPUTY_AFFAIRS, fund.congress_id, on)


def to_finance(fund, on):
    """Everyone who speaks for the finance department."""
    return set().union(*(user_ids_in(role, [fund.finance_unit_id], on) for role in UNIT_ROLES))


def to_both(fund, on):
    return to_keeper(fund, on) | to_finance(fund, on)


def to_group(run, on):
    """The working group: the chairs' council and the deputy affairs committee."""
    chairs = user_ids_for_realm(Role.CHAIRS_COUNCIL, run.fund.congress_id, on)
    return chairs | to_keeper(run.fund, on)


def to_group_and_finance(run, on):
    return to_group(run, on) | to_finance(run.fund, on)


NOTICES = {
    "funds.fund": {
        "budget": Notice(to_finance, "专项资金台账登记了预算：{title}"),
        "allocate": Notice(to_finance, "专项资金下达了额度：{title}"),
        "reverse": Notice(to_both, "专项资金台账有一笔冲正，理由见内：{title}", urgent=True),
        "close": Notice(to_both, "专项资金台账已年终结账：{title}"),
    },
    "funds.allocationrun": {
        "propose_allocation": Notice(to_group, "资金分配方案已算出，请研究：{title}"),
        "decide": Notice(to_group_and_finance, "资金分配已作决定：{title}"),
    },
}
