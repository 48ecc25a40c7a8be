"""Who is told of which act, in which words."""

from minqiao.duties.microprojects.choices import ProjectState
from minqiao.foundation.accounts.choices import UNIT_ROLES, Role
from minqiao.foundation.accounts.queries import user_ids_for_realm, user_ids_in
from minqiao.kit.notices import Notice


def to_group(project, on):
    """The working group: the deputy affairs committee whose assembly pays."""
    return user_ids_for_realm(Role.DEPUTY_AFFAIRS, project.congress_id, on)


def to_county(project, on):
    """The county's deputy affairs committee; where it is not on the platform, the working group."""
    realm = project.county_congress_id or project.congress_id
    return user_ids_for_realm(Role.DEPUTY_AFFAIRS, realm, on)


def to_chairs(project, on):
    return user_ids_for_realm(Role.CHAIRS_COUNCIL, project.congress_id, on)


def to_finance(project, on):
    """The finance bureau; where it is not on the platform, the working group."""
    if project.finance_unit_id is None:
        return to_group(project, on)
    return _speakers(project.finance_unit_id, on)


def to_unit(project, on):
    """Everyone who speaks for the unit in charge."""
    return _speakers(project.unit_id, on) if project.unit_id else set()


def to_applicant(project, on):
    """Who applied."""
    if project.applicant_role == Role.DEPUTY_AFFAIRS:
        return user_ids_for_realm(Role.DEPUTY_AFFAIRS, project.applicant_scope_id, on)
    return user_ids_in(project.applicant_role, [project.applicant_scope_id], on)


def to_signers(project, on):
    """Those who raised or joined the suggestion: they watch the work."""
    return user_ids_in(Role.DEPUTY, project.signer_ids, on)


def _speakers(unit_id, on):
    return set().union(*(user_ids_in(role, [unit_id], on) for role in UNIT_ROLES))


def to_whose_turn(project, on):
    """Those whose work the date is about."""
    if project.state == ProjectState.APPLIED:
        return to_county(project, on)
    if project.state == ProjectState.COUNTY_CHECKED:
        return to_finance(project, on)
    return to_unit(project, on) | to_county(project, on) | to_group(project, on)


def together(*groups):
    """All of these."""
    return lambda project, on: set().union(*(to(project, on) for to in groups))


WATCHING = together(to_signers, to_applicant)
HANDLING = together(to_unit, to_county)
NOTICES = {
    "microprojects.project": {
        "apply": Notice(to_county, "新申报的微实事项目，请现场核查：{title}"),
        "mend": Notice(to_county, "补正后重新申报，请核查：{title}"),
        "withdraw": Notice(together(to_group, to_county), "申报已撤回：{title}"),
        "ask_to_mend": Notice(to_applicant, "申报退回补正，意见见内：{title}", urgent=True),
        "check_site": Notice(together(to_finance, WATCHING), "现场核查合格，转资金审核：{title}"),
        "reject": Notice(together(WATCHING, to_county), "申报没有通过，理由见内：{title}"),
        "check_funding": Notice(to_group, "资金审核通过，请评分入库：{title}"),
        "score": Notice(WATCHING, "已评分入库：{number} {title}"),
        "approve": Notice(
            together(WATCHING, HANDLING, to_finance), "已批准安排专项资金：{number} {title}", urgent=True
        ),
        "announce": Notice(together(WATCHING, HANDLING), "开始公示，期满即可开工：{number} {title}"),
        "complain": Notice(
            together(to_group, to_unit), "项目收到投诉，请核实：{number} {title}", urgent=True
        ),
        "answer_complaint": Notice(together(WATCHING, HANDLING), "投诉已核实答复：{number} {title}"),
        "back_to_pool": Notice(
            together(WATCHING, HANDLING, to_finance), "投诉属实，退回项目库：{number} {title}"
        ),
        "strike": Notice(together(WATCHING, HANDLING, to_finance), "投诉属实，不再安排：{number} {title}"),
        "start": Notice(together(to_signers, to_group, to_finance), "已开工，请察看进度：{number} {title}"),
        "pay": Notice(together(to_unit, to_group), "已登记拨付：{number} {title}"),
        "request_change": Notice(together(to_group, to_chairs), "申请调整，请决定：{number} {title}"),
        "agree_change": Notice(together(HANDLING, to_signers, to_finance), "调整已同意：{number} {title}"),
        "refuse_change": Notice(HANDLING, "调整没有同意，意见见内：{number} {title}"),
        "visit": Notice(together(to_group, HANDLING), "代表到现场察看，情况见内：{number} {title}"),
        "finish": Notice(
            together(to_signers, to_county, to_group), "已报告完工，请组织验收：{number} {title}"
        ),
        "send_back": Notice(
            together(HANDLING, to_signers), "验收不合格，请按期整改：{number} {title}", urgent=True
        ),
        "accept": Notice(
            together(WATCHING, HANDLING, to_finance, to_group), "验收合格，请结算：{number} {title}"
        ),
        "settle": Notice(together(to_group, HANDLING, to_signers), "已结算：{number} {title}"),
        "review": Notice(together(WATCHING, HANDLING), "绩效评价已完成：{number} {title}"),
        "cancel": Notice(
            together(WATCHING, HANDLING, to_finance), "项目已取消，理由见内：{number} {title}", urgent=True
        ),
        "remind_step": Notice(to_whose_turn, "本环节期限将到或者已过：{number} {title}"),
    }
}
