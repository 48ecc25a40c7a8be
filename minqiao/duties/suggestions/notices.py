"""Who is told of which act, in which words."""

from minqiao.duties.suggestions.choices import HandlingRole, HandlingState
from minqiao.duties.suggestions.queries.people import (
    invited_ids,
    next_unit_ids,
    unit_ids,
    withdrawn_unit_ids,
)
from minqiao.duties.suggestions.rules.steps import LIGHTS, reminder
from minqiao.foundation.accounts.choices import UNIT_ROLES, Role
from minqiao.foundation.accounts.queries import user_ids_for_realm, user_ids_in
from minqiao.kit.notices import Notice


def to_signers(suggestion, on):
    """The lead signer and those who joined or are asked to."""
    return user_ids_in(Role.DEPUTY, suggestion.signer_ids, on)


def to_lead_signer(suggestion, on):
    return user_ids_in(Role.DEPUTY, [suggestion.lead_signer_id], on)


def to_invited(suggestion, on):
    """Those whose word on a co-signature is awaited."""
    return user_ids_in(Role.DEPUTY, invited_ids(suggestion), on)


def to_affairs(suggestion, on):
    """The deputy affairs committee."""
    return user_ids_for_realm(Role.DEPUTY_AFFAIRS, suggestion.congress_id, on)


def to_staff(suggestion, on):
    """The deputy affairs committee; for what is raised in session also the secretariat."""
    if not suggestion.session_id:
        return to_affairs(suggestion, on)
    return to_affairs(suggestion, on) | user_ids_for_realm(Role.SECRETARIAT, suggestion.congress_id, on)


def to_gov_office(subject, on):
    """The government office of a suggestion's or a batch's congress."""
    return user_ids_for_realm(Role.GOV_OFFICE, subject.congress_id, on)


def to_gov_office_if_assigned(suggestion, on):
    """The government office, of what has been assigned: of the rest it knows nothing."""
    return to_gov_office(suggestion, on) if suggestion.assigned_on else set()


def to_units(suggestion, on):
    """Everyone who speaks for a unit that handles it."""
    units = unit_ids(suggestion)
    return set().union(*(user_ids_in(role, units, on) for role in UNIT_ROLES))


def to_gov_leaders(subject, on):
    """The government leaders of a suggestion's congress."""
    return user_ids_for_realm(Role.GOV_LEADER, subject.congress_id, on)


def to_next_unit(handling, on):
    """Everyone who speaks for the unit a returned matter went to, and for the one that gave it back."""
    units = [handling.unit_id, *next_unit_ids(handling)]
    return set().union(*(user_ids_in(role, units, on) for role in UNIT_ROLES))


def to_withdrawn_units(suggestion, on):
    """Everyone who speaks for a unit that handled it until it was withdrawn."""
    units = withdrawn_unit_ids(suggestion)
    return set().union(*(user_ids_in(role, units, on) for role in UNIT_ROLES))


def to_lead_unit(handling, on):
    """The case officers of the unit that leads."""
    leads = [row.unit_id for row in handling.fellows if row.role == HandlingRole.LEAD and not row.is_ended]
    return user_ids_in(Role.UNIT_OFFICER, leads, on)


def of_unit(*roles):
    """Those who speak for the handling unit in these roles."""
    return lambda handling, on: set().union(*(user_ids_in(role, [handling.unit_id], on) for role in roles))


def to_next_reader(handling, on):
    """Whom a checked draft goes to: the government office to pre-review, or straight to the principal."""
    if handling.state == HandlingState.REPLY_SIGNING:
        return user_ids_in(Role.UNIT_PRINCIPAL, [handling.unit_id], on)
    return to_gov_office(handling.suggestion, on)


def of_suggestion(to):
    """Those whom `to` names for the suggestion of a handling."""
    return lambda handling, on: to(handling.suggestion, on)


def together(*groups):
    """All of these."""
    return lambda subject, on: set().union(*(to(subject, on) for to in groups))


def to_deciders(handling, on):
    """Whose word on a return is awaited: who assigned it, after a second objection a government leader."""
    disputed = handling.state == HandlingState.RETURN_DISPUTED
    return (of_suggestion(to_gov_leaders) if disputed else together(*OFFICES))(handling, on)


# Both may decide on a return: whoever did not, hears that it is decided.
OFFICES = (of_suggestion(to_affairs), of_suggestion(to_gov_office))
# By the rule of a step's clock: what is to be done, who is told early, and who when it presses.
OFFICER, PRESSED = of_unit(Role.UNIT_OFFICER), of_unit(Role.UNIT_OFFICER, Role.UNIT_PRINCIPAL)
STEPS = {
    "sign_for": ("签收", OFFICER, PRESSED),
    "first_contact": ("首次联系代表", OFFICER, PRESSED),
    "assist_rewrite": ("重写会办意见", OFFICER, PRESSED),
    "evaluate": ("评价答复", of_suggestion(to_lead_signer), of_suggestion(to_lead_signer)),
    "reassign": ("决定退办申请", to_deciders, to_deciders),
}
PRESSING = {"amber": "的期限在15天之内", "red": "的期限快到了", "black": "已经超过期限"}
OF_STEPS = {
    reminder(rule, key): Notice(
        early if key == "amber" else pressed,
        f"{what}{PRESSING[key]}：{{number}} {{title}}",
        urgent=key != "amber",
    )
    for rule, (what, early, pressed) in STEPS.items()
    for key in LIGHTS[rule]
}

NOTICES = {
    "suggestions.suggestion": {
        "invite": Notice(to_invited, "邀请您联名：{title}"),
        "ask_again": Notice(to_invited, "内容有修改，请重新确认联名：{title}"),
        "confirm_cosign": Notice(to_lead_signer, "有代表确认联名：{title}"),
        "decline_cosign": Notice(to_lead_signer, "有代表谢绝联名：{title}"),
        "submit": Notice(to_staff, "收到代表提交的建议：{title}"),
        "send_back": Notice(to_signers, "请修改后重新提交：{title}", urgent=True),
        "screen_out": Notice(to_signers, "不作为建议处理，理由见内：{title}", urgent=True),
        "sort": Notice(to_lead_signer, "请确认您的审议发言整理稿：{title}"),
        "set_aside": Notice(to_lead_signer, "审议发言不单独交办，理由见内：{title}"),
        "confirm_remark": Notice(to_staff, "发言人确认了审议发言整理稿：{title}"),
        "escalate_up": Notice(to_signers, "已转送上级，去向见内：{title}", urgent=True),
        "send_as_letter": Notice(to_signers, "已作为来信转送：{title}"),
        "ask_withdraw": Notice(to_signers, "领衔代表申请撤回，请表示是否同意：{number} {title}", urgent=True),
        "agree_withdraw": Notice(to_lead_signer, "联名代表同意撤回：{number} {title}"),
        "keep_on": Notice(to_signers, "领衔代表不再撤回，继续办理：{number} {title}"),
        "withdraw": Notice(
            together(to_signers, to_staff, to_gov_office_if_assigned, to_withdrawn_units),
            "代表已撤回：{number} {title}",
            urgent=True,
        ),
        "merge": Notice(to_signers, "与内容相近的建议并案办理，将单独答复您：{number} {title}"),
        "split": Notice(to_signers, "取消并案，单独办理：{number} {title}"),
        "register": Notice(to_signers, "已登记，编号{number}：{title}"),
        "assign": Notice(to_signers, "已交办，答复期限见内：{number} {title}", urgent=True),
        "dispatch": Notice(to_units, "有一件代表建议交贵单位办理：{number} {title}", urgent=True),
        "close": Notice(to_signers, "已办结：{number} {title}"),
    },
    "suggestions.handling": {
        "request_return": Notice(
            together(*OFFICES), "承办单位申请退办，请决定：{number} {title}", urgent=True
        ),
        "agree_return": Notice(
            together(to_next_unit, *OFFICES), "退办已同意，改由其他单位承办：{number} {title}", urgent=True
        ),
        "refuse_return": Notice(
            together(of_unit(*UNIT_ROLES), *OFFICES),
            "退办没有同意，由原单位继续办理：{number} {title}",
            urgent=True,
        ),
        "object_return": Notice(
            of_suggestion(to_gov_leaders), "承办单位再次提出异议，请裁定：{number} {title}", urgent=True
        ),
        "order_other_unit": Notice(
            together(to_next_unit, *OFFICES), "已裁定改由其他单位承办：{number} {title}", urgent=True
        ),
        "order_to_handle": Notice(
            together(of_unit(*UNIT_ROLES), *OFFICES), "已裁定由原单位承办：{number} {title}", urgent=True
        ),
        "contact": Notice(
            of_suggestion(to_lead_signer), "承办单位登记了与您的联系，请确认：{number} {title}"
        ),
        "confirm_contact": Notice(of_unit(Role.UNIT_OFFICER), "代表对联系记录作了答复：{number} {title}"),
        "send_opinion": Notice(to_lead_unit, "收到会办意见：{number} {title}"),
        "reject_opinion": Notice(
            of_unit(Role.UNIT_OFFICER), "会办意见被退回，请重写：{number} {title}", urgent=True
        ),
        "request_extension": Notice(of_suggestion(to_affairs), "承办单位申请延期：{number} {title}"),
        "approve_extension": Notice(
            together(of_suggestion(to_signers), of_unit(Role.UNIT_OFFICER)),
            "办理期限已同意延长，新期限见内：{number} {title}",
            urgent=True,
        ),
        "refuse_extension": Notice(of_unit(Role.UNIT_OFFICER), "延期没有同意：{number} {title}", urgent=True),
        "submit_reply": Notice(of_unit(Role.UNIT_DEPUTY_HEAD), "答复稿待核：{number} {title}"),
        "check_format": Notice(to_next_reader, "核稿通过，等您办理：{number} {title}"),
        "pass_review": Notice(of_unit(Role.UNIT_PRINCIPAL), "答复待签发：{number} {title}"),
        "send_back_reply": Notice(
            of_unit(Role.UNIT_OFFICER), "答复稿被退回修改：{number} {title}", urgent=True
        ),
        "issue": Notice(of_suggestion(to_signers), "已答复，请评价：{number} {title}", urgent=True),
        "issue_without_contact": Notice(
            of_suggestion(to_signers), "已答复，请评价：{number} {title}", urgent=True
        ),
        "evaluate": Notice(of_suggestion(to_affairs), "收到代表评价：{number} {title}"),
        "revise_evaluation": Notice(of_suggestion(to_affairs), "代表修改了评价：{number} {title}"),
        "remind_amber": Notice(of_unit(Role.UNIT_OFFICER), "15天内到期，请抓紧办理：{number} {title}"),
        "remind_red": Notice(of_unit(*UNIT_ROLES), "5个工作日内到期：{number} {title}", urgent=True),
        "remind_black": Notice(
            together(of_unit(*UNIT_ROLES), *OFFICES),
            "已经超过期限没有办理：{number} {title}",
            urgent=True,
        ),
        **OF_STEPS,
        "release": Notice(of_unit(*UNIT_ROLES), "代表评价已反馈：{number} {title}", urgent=True),
        "chase_evaluation": Notice(
            of_suggestion(to_lead_signer), "评价期限已过，请评价答复：{number} {title}", urgent=True
        ),
        "order_redo": Notice(
            together(of_unit(*UNIT_ROLES), of_suggestion(to_signers)),
            "交承办单位重新办理，期限见内：{number} {title}",
            urgent=True,
        ),
        "joint_study": Notice(
            together(of_unit(*UNIT_ROLES), of_suggestion(to_signers), of_suggestion(to_gov_office)),
            "提请联席会商：{number} {title}",
            urgent=True,
        ),
        "conclude_study": Notice(
            together(of_unit(*UNIT_ROLES), of_suggestion(to_signers)), "会商纪要已登记：{number} {title}"
        ),
    },
    "suggestions.batch": {
        "issue_batch": Notice(to_gov_office, "市人大常委会交办一批代表建议：{title}", urgent=True),
    },
}
