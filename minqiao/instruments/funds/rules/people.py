"""Who may keep a fund's book, and who decides an allocation (domain.md 2.5). "" or the reason."""

from minqiao.foundation.accounts.choices import UNIT_ROLES, Role


def may_open(actor):
    """The deputy affairs committee opens the book of a year."""
    return "" if actor.role == Role.DEPUTY_AFFAIRS else "专项资金台账由代表工作委员会设立"


def by_keeper(actor, fund):
    """The deputy affairs committee of the fund's congress keeps the book."""
    mine = actor.works_in(fund.congress_id, Role.DEPUTY_AFFAIRS)
    return "" if mine else "台账由本级代表工作委员会记录"


def by_keeper_or_finance(actor, fund):
    """The keeper of the book, or whoever speaks for the finance department that pays."""
    finance = actor.speaks_for(fund.finance_unit_id, *UNIT_ROLES)
    return "" if finance or not by_keeper(actor, fund) else "由代表工作委员会或者财政部门办理"


def by_working_group(actor, run):
    """The working group decides; the deputy affairs committee or the chairs' council enters it."""
    mine = actor.works_in(run.fund.congress_id, Role.DEPUTY_AFFAIRS, Role.CHAIRS_COUNCIL)
    return "" if mine else "分配由项目管理工作组决定，由代表工作委员会或者主任会议成员登记"
