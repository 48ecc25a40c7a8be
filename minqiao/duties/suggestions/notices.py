"""Who is told of which act, in which words."""

from minqiao.foundation.accounts.choices import UNIT_ROLES, Role
from minqiao.foundation.accounts.queries import user_ids_for_realm, user_ids_in
from minqiao.kit.notices import Notice


def to_signers(suggestion):
    """The lead signer and those who joined."""
    return user_ids_in(Role.DEPUTY, suggestion.signer_ids)


def to_lead_signer(suggestion):
    return user_ids_in(Role.DEPUTY, [suggestion.lead_signer_id])


def to_staff(suggestion):
    """The deputy affairs committee; in session also the secretariat."""
    staff = user_ids_for_realm(Role.DEPUTY_AFFAIRS, suggestion.congress_id)
    return staff | (
        user_ids_for_realm(Role.SECRETARIAT, suggestion.congress_id) if suggestion.session_id else set()
    )


def to_gov_office(subject):
    """The government office of a suggestion's or a batch's congress."""
    return user_ids_for_realm(Role.GOV_OFFICE, subject.congress_id)


def to_units(suggestion):
    """Everyone who speaks for a unit that handles it."""
    units = list(suggestion.handlings.values_list("unit_id", flat=True))
    return set().union(*(user_ids_in(role, units) for role in UNIT_ROLES))


def _of_unit(*roles):
    return lambda handling: set().union(*(user_ids_in(role, [handling.unit_id]) for role in roles))


def _of_suggestion(to):
    return lambda handling: to(handling.suggestion)


def to_lead_unit(handling):
    """The case officers of the unit that leads."""
    leads = [row.unit_id for row in handling.fellows if row.role == "lead"]
    return user_ids_in(Role.UNIT_OFFICER, leads)


NOTICES = {
    "suggestions.suggestion": {
        "invite": Notice(to_signers, "邀请您联名：{title}"),
        "submit": Notice(to_staff, "收到代表提交的建议：{title}"),
        "send_back": Notice(to_signers, "请修改后重新提交：{title}", urgent=True),
        "screen_out": Notice(to_signers, "不作为建议处理，理由见内：{title}", urgent=True),
        "sort": Notice(to_lead_signer, "请确认您的审议发言整理稿：{title}"),
        "register": Notice(to_signers, "已登记，编号{number}：{title}"),
        "assign": Notice(to_signers, "已交办，答复期限见内：{number} {title}", urgent=True),
        "dispatch": Notice(to_units, "有一件代表建议交贵单位办理：{number} {title}", urgent=True),
        "close": Notice(to_signers, "已办结：{number} {title}"),
    },
    "suggestions.handling": {
        "contact": Notice(
            _of_suggestion(to_lead_signer), "承办单位登记了与您的联系，请确认：{number} {title}"
        ),
        "confirm_contact": Notice(_of_unit(Role.UNIT_OFFICER), "代表对联系记录作了答复：{number} {title}"),
        "send_opinion": Notice(to_lead_unit, "收到会办意见：{number} {title}"),
        "reject_opinion": Notice(
            _of_unit(Role.UNIT_OFFICER), "会办意见被退回，请重写：{number} {title}", urgent=True
        ),
        "request_extension": Notice(_of_suggestion(to_staff), "承办单位申请延期：{number} {title}"),
        "approve_extension": Notice(
            lambda one: to_signers(one.suggestion) | _of_unit(Role.UNIT_OFFICER)(one),
            "办理期限已同意延长，新期限见内：{number} {title}",
            urgent=True,
        ),
        "refuse_extension": Notice(
            _of_unit(Role.UNIT_OFFICER), "延期没有同意：{number} {title}", urgent=True
        ),
        "submit_reply": Notice(_of_unit(Role.UNIT_DEPUTY_HEAD), "答复稿待核：{number} {title}"),
        "check_format": Notice(_of_suggestion(to_gov_office), "答复稿待预审：{number} {title}"),
        "pass_review": Notice(_of_unit(Role.UNIT_PRINCIPAL), "答复待签发：{number} {title}"),
        "send_back_reply": Notice(
            _of_unit(Role.UNIT_OFFICER), "答复稿被退回修改：{number} {title}", urgent=True
        ),
        "issue": Notice(_of_suggestion(to_signers), "已答复，请评价：{number} {title}", urgent=True),
        "issue_without_contact": Notice(
            _of_suggestion(to_signers), "已答复，请评价：{number} {title}", urgent=True
        ),
        "evaluate": Notice(_of_suggestion(to_staff), "收到代表评价：{number} {title}"),
        "remind_amber": Notice(_of_unit(Role.UNIT_OFFICER), "15天内到期，请抓紧办理：{number} {title}"),
        "remind_red": Notice(_of_unit(*UNIT_ROLES), "5个工作日内到期：{number} {title}", urgent=True),
        "remind_black": Notice(
            lambda one: _of_unit(*UNIT_ROLES)(one) | to_staff(one.suggestion) | to_gov_office(one.suggestion),
            "已经超过期限没有办理：{number} {title}",
            urgent=True,
        ),
        "release": Notice(_of_unit(*UNIT_ROLES), "代表评价已反馈：{number} {title}", urgent=True),
    },
    "suggestions.batch": {
        "issue_batch": Notice(to_gov_office, "市人大常委会交办一批代表建议：{title}", urgent=True),
    },
}
