"""Which words head what waits, and which acts tell the way of a case in short (pure)."""

# What a reader in a hurry, or of a printed page, is told of the way; the whole trail is one tap away.
MILESTONES = frozenset(
    {"submit", "confirm_remark", "send_back", "register", "screen_out", "set_aside", "escalate_up", "assign",
     "dispatch", "dispatch_to_organ", "agree_return", "order_other_unit", "order_to_handle",
     "approve_extension", "issue", "issue_without_contact",
     "evaluate", "release", "order_redo", "joint_study", "conclude_study", "close",
     "withdraw", "merge", "split", "publish", "take_down", "report_done", "release_fulfilment",
     "explain_delay", "give_up", "insist"}
)  # fmt: skip

# Beside the road: never what a page asks for first.
ASIDE = frozenset({"hint_merge", "merge", "split", "hold", "ask_withdraw"})

# What waits for somebody, said to whoever must do it: the headings of the first page, by act.
WAITS = {
    "edit": "请修改后重新提交",
    "submit": "草稿已写好，可以提交",
    "confirm_remark": "请确认审议发言整理稿",
    "sort": "请梳理审议发言",
    "register": "新提交的建议，请审核登记",
    "agree_assign": "闭会期间的建议，请研究是否同意交办",
    "dispatch": "人大交办的建议，请确定承办单位",
    "close": "评价已反馈，请办结",
    "sign_for": "新交办的建议，请签收",
    "contact": "请联系代表并登记",
    "draft_reply": "请起草答复",
    "send_opinion": "请向主办单位送会办意见",
    "submit_reply": "答复稿在起草，写好请送核稿",
    "check_format": "答复稿请您核稿",
    "pass_review": "答复稿请预审",
    "issue": "答复函请您签发",
    "issue_without_contact": "还没有联系代表的答复函，请决定是否签发",
    "agree_return": "承办单位申请退办，请决定",
    "order_to_handle": "退办有争议，请您裁定",
    "approve_extension": "承办单位申请延期，请决定",
    "evaluate": "承办单位已答复，请您评价",
    "release": "代表已评价，请向承办单位反馈",
    "mark_no_response": "两次催促仍没有评价，请记录",
    "chase_evaluation": "评价期限已过，请催促代表",
    "order_redo": "代表不满意，请交承办单位重新办理",
    "joint_study": "代表仍不满意，请提请联席会商",
    "conclude_study": "会商以后，请登记会商纪要",
    "confirm_cosign": "有代表请您联名，请答复",
    "confirm_contact": "承办单位登记了与您的联系，请确认",
    "say_on_publication": "答复准备公开，请说明您的意见",
    "gov_review": "答复准备公开，请会审",
    "decide_open": "已经答复，请审定是否公开",
    "ask_deputy": "公开以前，请听取代表意见",
    "publish": "已经审定，请公开发布",
    "redact": "公开以前，请隐去不宜公开的内容",
    "report_progress": "承诺事项，请报告本季度进展",
    "report_done": "承诺事项快到期，请报告完成",
    "grade_fulfilment": "承诺事项已报完成，请您评价是否兑现",
    "verify_fulfilment": "代表没有评价承诺是否兑现，请核实",
    "release_fulfilment": "代表已评价承诺兑现，请向承办单位反馈",
    "explain_delay": "承诺事项没有兑现，请书面说明原因和新的期限",
}
