"""Who is told of which act, in which words."""

from minqiao.duties.suggestions.notices.audiences import (
    OFFICES,
    of_promise,
    of_suggestion,
    of_unit,
    to_affairs,
    to_affairs_of_promise,
    to_awaited,
    to_gov_leaders,
    to_gov_office,
    to_gov_office_if_assigned,
    to_invited,
    to_lead_signer,
    to_lead_unit,
    to_next_reader,
    to_next_unit,
    to_owner,
    to_promised,
    to_signers,
    to_staff,
    to_units,
    to_withdrawn_units,
    together,
)
from minqiao.duties.suggestions.notices.steps import OF_STEPS
from minqiao.foundation.accounts.choices import UNIT_ROLES, Role
from minqiao.kit.notices import Notice

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
        "agree_assign": Notice(to_affairs, "主任会议同意交办：{number} {title}"),
        "remind_assign_red": Notice(to_affairs, "闭会期间的建议，5个工作日内应当交办：{number} {title}"),
        "remind_assign_black": Notice(
            to_affairs, "闭会期间的建议，已经超过交办期限：{number} {title}", urgent=True
        ),
        "assign": Notice(to_signers, "已交办，答复期限见内：{number} {title}", urgent=True),
        "dispatch": Notice(to_units, "有一件代表建议交贵单位办理：{number} {title}", urgent=True),
        "dispatch_to_organ": Notice(to_units, "人大常委会直接交贵单位办理：{number} {title}", urgent=True),
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
            "{unit}已经超过期限没有办理：{number} {title}",
            urgent=True,
        ),
        **OF_STEPS,
        "release": Notice(of_unit(*UNIT_ROLES), "代表评价已反馈：{number} {title}", urgent=True),
        "chase_evaluation": Notice(
            of_suggestion(to_lead_signer), "评价期限已过，请评价{unit}的答复：{number} {title}", urgent=True
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
    "suggestions.commitment": {
        "report_progress": Notice(to_promised, "承办单位报告了承诺事项的进展：{number} {title}"),
        "report_done": Notice(
            together(to_promised, to_affairs_of_promise),
            "承诺事项已报完成，等待代表评价兑现情况：{number} {title}",
            urgent=True,
        ),
        "grade_fulfilment": Notice(to_affairs_of_promise, "收到代表对承诺兑现的评价：{number} {title}"),
        "revise_fulfilment": Notice(to_affairs_of_promise, "代表修改了对承诺兑现的评价：{number} {title}"),
        "release_fulfilment": Notice(
            together(of_promise(of_unit(*UNIT_ROLES)), to_promised),
            "承诺兑现情况的评价已反馈：{number} {title}",
            urgent=True,
        ),
        "explain_delay": Notice(
            together(to_promised, to_affairs_of_promise),
            "承诺事项延期兑现，原因和新期限见内：{number} {title}",
            urgent=True,
        ),
        "give_up": Notice(
            together(to_promised, to_affairs_of_promise, of_promise(of_suggestion(to_gov_office))),
            "承办单位书面说明承诺事项不能兑现：{number} {title}",
            urgent=True,
        ),
        "insist": Notice(
            together(of_promise(of_unit(*UNIT_ROLES)), to_promised),
            "代表工作委员会要求继续兑现承诺，期限见内：{number} {title}",
            urgent=True,
        ),
        "end_tracking": Notice(
            together(of_promise(of_unit(*UNIT_ROLES)), to_promised), "承诺事项终止跟踪：{number} {title}"
        ),
        "chase_report": Notice(
            of_promise(of_unit(*UNIT_ROLES)),
            "{unit}一个季度没有报告第{item}项承诺的进展：{number} {title}",
            urgent=True,
        ),
        "promise_amber": Notice(
            of_promise(of_unit(Role.UNIT_OFFICER)), "第{item}项承诺15天内到期：{number} {title}"
        ),
        "promise_red": Notice(
            of_promise(of_unit(*UNIT_ROLES)), "第{item}项承诺5个工作日内到期：{number} {title}", urgent=True
        ),
        "promise_black": Notice(
            together(
                of_promise(of_unit(*UNIT_ROLES)),
                to_affairs_of_promise,
                of_promise(of_suggestion(to_gov_office)),
            ),
            "{unit}第{item}项承诺已经到期没有兑现，请说明原因：{number} {title}",
            urgent=True,
        ),
        "chase_grade": Notice(
            to_awaited, "请评价{unit}第{item}项承诺是否兑现，期限已过：{number} {title}", urgent=True
        ),
    },
    "suggestions.publication": {
        "ask_deputy": Notice(
            of_suggestion(to_lead_signer), "答复拟公开，请提出意见：{number} {title}", urgent=True
        ),
        "say_on_publication": Notice(of_suggestion(to_affairs), "代表对公开提出了意见：{number} {title}"),
        "gov_review": Notice(of_suggestion(to_affairs), "政府办公室已会审公开稿：{number} {title}"),
        "decide_withheld": Notice(of_suggestion(to_signers), "不公开，理由见内：{number} {title}"),
        "publish": Notice(
            together(of_suggestion(to_signers), of_suggestion(to_units)), "已向社会公开：{number} {title}"
        ),
        "take_down": Notice(
            together(of_suggestion(to_signers), of_suggestion(to_units)),
            "公开的内容已撤下，原因见内：{number} {title}",
        ),
        "remind_publication_red": Notice(
            of_suggestion(to_affairs), "公开期限5个工作日内到期，请审查公开：{number} {title}"
        ),
        "remind_publication_black": Notice(
            of_suggestion(to_affairs), "已经超过公开期限，请尽快审查公开：{number} {title}", urgent=True
        ),
    },
    "suggestions.batch": {
        "issue_batch": Notice(to_gov_office, "市人大常委会交办一批代表建议：{title}", urgent=True),
    },
    "suggestions.ideareminder": {
        "remind_ideas": Notice(to_owner, "{title}，可以选用写成建议"),
    },
}
