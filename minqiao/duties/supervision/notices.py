"""Who is told of which act, in which words."""

from minqiao.duties.supervision.choices import ChaseLevel
from minqiao.duties.supervision.queries.people import chased_unit_ids, other_unit_ids
from minqiao.duties.supervision.rules.inquiries import owing
from minqiao.foundation.accounts.choices import UNIT_ROLES, Role
from minqiao.foundation.accounts.queries import user_ids_for_realm, user_ids_in
from minqiao.kit.notices import Notice


def to_affairs(item, on):
    """The deputy affairs committee."""
    return user_ids_for_realm(Role.DEPUTY_AFFAIRS, item.congress_id, on)


def to_chairs(item, on):
    """The chairs' council."""
    return user_ids_for_realm(Role.CHAIRS_COUNCIL, item.congress_id, on)


def to_proposer(item, on):
    """The committee that proposed it."""
    return user_ids_in(Role.SPECIAL_COMMITTEE, [item.proposed_by_id], on)


def to_leader(item, on):
    return user_ids_in(Role.CHAIRS_COUNCIL, [item.leader_id], on)


def to_committee(item, on):
    """The supervising committee."""
    return user_ids_in(Role.SPECIAL_COMMITTEE, [item.committee_id], on)


def to_unit(item, on):
    """Everyone who speaks for the leading unit."""
    return _speakers([item.unit_id], on)


def to_other_units(item, on):
    """Everyone who speaks for the units that handle its suggestions beside the leading one."""
    return _speakers(other_unit_ids(item), on)


def to_gov_office(item, on):
    return user_ids_for_realm(Role.GOV_OFFICE, item.congress_id, on)


def to_signers(item, on):
    """Those who raised or joined its suggestions."""
    return user_ids_in(Role.DEPUTY, item.signer_ids, on)


def _speakers(unit_ids, on):
    return set().union(*(user_ids_in(role, unit_ids, on) for role in UNIT_ROLES))


def of_item(to):
    """Those whom `to` names for the item of a visit or a problem."""
    return lambda row, on: to(row.item, on)


def together(*groups):
    """All of these."""
    return lambda subject, on: set().union(*(to(subject, on) for to in groups))


def to_counterpart(counterpart, on):
    """The committee that oversees a suggestion."""
    return user_ids_in(Role.SPECIAL_COMMITTEE, [counterpart.committee_id], on)


def to_county(check, on):
    """The deputy affairs committee of the county that was asked."""
    return user_ids_for_realm(Role.DEPUTY_AFFAIRS, check.asked_of_id, on)


def to_delegating(check, on):
    """The committee that asked."""
    return user_ids_in(Role.SPECIAL_COMMITTEE, [check.committee_id], on)


def to_chased(chase, on):
    """The unit written to: the case officer and the deputy head first, the second time the principal too."""
    roles = UNIT_ROLES if chase.level != ChaseLevel.FIRST else UNIT_ROLES - {Role.UNIT_PRINCIPAL}
    return set().union(*(user_ids_in(role, chased_unit_ids(chase), on) for role in roles))


def to_chasing_offices(chase, on):
    return to_affairs(chase, on) | to_gov_office(chase, on)


def to_asked_units(inquiry, on):
    """Everyone who speaks for a unit that is asked."""
    return _speakers([one.unit_id for one in inquiry.units.all()], on)


def to_short_units(inquiry, on):
    """The principals of units found wanting that have not reported."""
    return user_ids_in(Role.UNIT_PRINCIPAL, [one.unit_id for one in owing(inquiry)], on)


def to_members(inquiry, on):
    """The members of the standing committee."""
    return user_ids_for_realm(Role.COMMITTEE_MEMBER, inquiry.congress_id, on)


ASKED = together(to_asked_units, to_gov_office)
HANDLERS = together(to_unit, to_other_units, to_gov_office)
SUPERVISORS = together(to_leader, to_committee)
NOTICES = {
    "supervision.keyitem": {
        "propose": Notice(together(to_chairs, to_affairs), "提请列为重点督办：{title}"),
        "choose": Notice(
            together(to_proposer, to_affairs, to_gov_office, to_signers),
            "已列为重点督办建议：{number} {title}",
            urgent=True,
        ),
        "not_choose": Notice(together(to_proposer, to_affairs), "没有列为重点督办，意见见内：{title}"),
        "arrange": Notice(
            together(SUPERVISORS, HANDLERS, to_signers), "督办方案已印发：{number} {title}", urgent=True
        ),
        "rearrange": Notice(
            together(SUPERVISORS, HANDLERS, to_signers), "督办安排有调整：{number} {title}", urgent=True
        ),
        "announce": Notice(
            together(SUPERVISORS, HANDLERS, to_signers),
            "督办活动已定时间地点，请参加：{number} {title}",
            urgent=True,
        ),
        "record_visit": Notice(together(to_unit, to_signers, to_affairs), "督办活动已登记：{number} {title}"),
        "send_letter": Notice(
            together(to_unit, to_gov_office), "收到督办函，请按期整改：{number} {title}", urgent=True
        ),
        "answer_problem": Notice(SUPERVISORS, "承办单位报送了整改情况，请核查：{number} {title}"),
        "settle_problem": Notice(to_unit, "整改情况已核查，结果见内：{number} {title}"),
        "report": Notice(
            together(to_chairs, to_committee, to_affairs), "承办单位报告了办理情况：{number} {title}"
        ),
        "send_back": Notice(to_unit, "报告退回补充，意见见内：{number} {title}", urgent=True),
        "accept": Notice(
            together(SUPERVISORS, HANDLERS, to_signers, to_affairs), "重点督办已办结：{number} {title}"
        ),
        "carry_over": Notice(
            together(SUPERVISORS, HANDLERS, to_signers, to_affairs),
            "结转下年继续督办：{number} {title}",
            urgent=True,
        ),
        "cancel": Notice(
            together(SUPERVISORS, HANDLERS, to_signers), "已终止督办，理由见内：{number} {title}"
        ),
        "remind_report": Notice(
            together(to_unit, to_affairs), "重点督办报告期限已近或者已过：{number} {title}", urgent=True
        ),
    },
    "supervision.visit": {
        "remind_visit": Notice(of_item(SUPERVISORS), "督办活动计划日期已近或者已过：{number} {title}"),
    },
    "supervision.problem": {
        "remind_problem": Notice(
            together(of_item(to_unit), of_item(to_committee)),
            "督办问题整改期限已近或者已过：{number} {title}",
            urgent=True,
        ),
    },
    "supervision.counterpart": {
        "change_committee": Notice(to_counterpart, "改由贵委对口督办：{number} {title}"),
    },
    "supervision.delegatedcheck": {
        "ask_check": Notice(to_county, "市人大委托核查代表建议办理情况：{number} {title}", urgent=True),
        "check_again": Notice(to_county, "核查结果退回，请重新核查：{number} {title}", urgent=True),
        "recall": Notice(to_county, "委托核查已撤销：{number} {title}"),
        "record_check": Notice(to_delegating, "县级人大报送了核查结果：{number} {title}"),
        "remind_check": Notice(to_county, "委托核查报送期限已近或者已过：{number} {title}"),
    },
    "supervision.inquiry": {
        "plan_inquiry": Notice(
            together(ASKED, to_chairs, to_members), "常委会会议将开展专题询问，方案见内：{title}", urgent=True
        ),
        "change_inquiry": Notice(
            together(ASKED, to_chairs, to_members), "专题询问安排有调整：{title}", urgent=True
        ),
        "call_off": Notice(together(ASKED, to_chairs, to_members), "专题询问已取消：{title}", urgent=True),
        "record_inquiry": Notice(together(ASKED, to_chairs), "专题询问记录已登记：{title}"),
        "record_vote": Notice(together(ASKED, to_chairs), "满意度测评结果已登记：{title}", urgent=True),
        "report_mended": Notice(together(to_affairs, to_chairs), "承办单位报送了测评后的整改情况：{title}"),
        "end_inquiry": Notice(ASKED, "专题询问已办结：{title}"),
        "remind_mending": Notice(
            together(to_short_units, to_affairs), "测评后的整改期限已近或者已过：{title}", urgent=True
        ),
    },
    "supervision.chase": {
        "chase": Notice(to_chased, "收到代表建议催办通知，请回复并抓紧办理：{title}", urgent=True),
        "circulate": Notice(to_chased, "代表建议逾期情况通报点名贵单位：{title}", urgent=True),
        "answer_chase": Notice(to_chasing_offices, "承办单位回复了催办：{title}"),
    },
}
