"""What each may read on a suggestion's page (domain.md 2.10, who sees what). Each returns why not, or ""."""

from minqiao.duties.suggestions.choices import HandlingRole, HandlingState
from minqiao.duties.suggestions.rules.steps import reminders_of
from minqiao.foundation.accounts.choices import CONGRESS_LEADERS, CONGRESS_STAFF, UNIT_ROLES, Role

GOVERNMENT = frozenset({Role.GOV_OFFICE, Role.GOV_LEADER})
CONGRESS_SIDE = CONGRESS_STAFF | CONGRESS_LEADERS
NAMING = frozenset(
    {"suggestion_sheet", "feedback_form", "decision_notice", "fulfilment_form"}
)  # papers that bear the proposer's name
# Papers between a unit and the offices; where several units share a matter, none reads another's.
OF_ONE_UNIT = frozenset({"return_request", "extension_request", "redo_order", "study_minutes"})
FILLED_IN = frozenset({"feedback_form", "fulfilment_form"})  # once signed they bear the grades
# Acts that bear a signer's name.
SIGNERS_ACTS = frozenset(
    {"draft", "edit", "invite", "ask_again", "confirm_cosign", "decline_cosign", "drop_cosigner", "submit",
     "ask_withdraw", "agree_withdraw", "keep_on", "withdraw", "end_handling", "end_promise", "confirm_remark",
     "confirm_contact", "evaluate", "revise_evaluation", "grade_fulfilment", "revise_fulfilment", "attach",
     "detach", "say_on_publication", "fund_applied"}
)  # fmt: skip

# Who is told of which act: a new act is told to nobody but the Congress staff until it is written here.
TOLD_TO_ALL = frozenset(
    {"register", "assign", "dispatch", "dispatch_to_organ", "sign_for", "issue", "issue_without_contact",
     "close", "withdraw", "merge", "split", "publish", "take_down", "made_key", "fund_applied",
     "fund_granted", "fund_settled"}
)  # fmt: skip
TOLD_TO_UNITS = TOLD_TO_ALL | {
    "submit", "confirm_remark", "contact", "confirm_contact", "send_opinion", "reject_opinion",
    "request_extension", "approve_extension", "refuse_extension", "draft_reply", "submit_reply",
    "check_format", "pass_review", "send_back_reply", "release", "remind_amber", "remind_red",
    "remind_black", "request_return", "agree_return", "refuse_return", "object_return", "order_other_unit",
    "order_to_handle", "order_redo", "joint_study", "conclude_study", "end_handling", "end_unsent",
    "ask_withdraw",
    "keep_on", "issue_paper", "sign_paper", "void_paper", "attach", "detach", "report_progress",
    "report_done", "release_fulfilment", "explain_delay", "give_up", "insist", "end_tracking",
    "end_promise", "chase_report", "promise_amber", "promise_red", "promise_black",
    "gov_review", "decide_open", "decide_withheld", "review_again", "supersede_publication",
} | reminders_of("sign_for", "first_contact", "assist_rewrite", "reassign")  # fmt: skip
TOLD_TO_GOVERNMENT = TOLD_TO_UNITS | {
    "hint_merge", "hold", "evaluate", "revise_evaluation", "chase_evaluation",
    "mark_no_response", "grade_fulfilment", "verify_fulfilment", "revise_fulfilment", "chase_grade",
    "ask_deputy", "say_on_publication",
} | reminders_of("evaluate")  # fmt: skip
TOLD_TO_LEADERS = TOLD_TO_GOVERNMENT | {
    "sort", "set_aside", "send_back", "screen_out", "escalate_up", "send_as_letter", "agree_assign",
}  # fmt: skip
TOLD_TO_SIGNERS = TOLD_TO_LEADERS | {
    "draft", "edit", "invite", "ask_again", "confirm_cosign", "decline_cosign", "drop_cosigner", "discard",
    "read_phone", "agree_withdraw", "from_opinion",
}  # fmt: skip
OPINION_ACTS = frozenset({"send_opinion", "reject_opinion"})


def may_count(actor):
    """Figures over all units: the Congress side and the government; grades only as `evaluation` allows."""
    inside = actor.role in CONGRESS_STAFF | CONGRESS_LEADERS | GOVERNMENT
    return "" if inside else "统计供人大常委会、代表工作委员会和政府使用"


def is_signer(actor, suggestion):
    """Does the actor stand under this text, as lead or as co-signer?"""
    return actor.role == Role.DEPUTY and actor.scope_id in suggestion.signer_ids


def proposer(actor, suggestion):
    """A proposer who asked for confidence is not named to units, government and other deputies."""
    inside = actor.role in CONGRESS_SIDE or is_signer(actor, suggestion)
    return "" if inside or not suggestion.request_confidential else "提出人要求保密"


def paper(actor, suggestion, kind):
    """The papers that bear the proposer's name stay with those who may know it."""
    if kind in OF_ONE_UNIT | {"assist_opinion"}:
        return _among_them(actor, suggestion, kind)
    hidden = kind in NAMING and proposer(actor, suggestion)
    return "提出人要求保密，这份公文只供代表工作委员会和提出人查看" if hidden else ""


def _among_them(actor, suggestion, kind):
    if actor.role in CONGRESS_SIDE | GOVERNMENT:
        return ""
    if kind != "assist_opinion" and is_signer(actor, suggestion):
        return ""
    units = {row.unit_id for row in suggestion.handlings.all()}
    alone = actor.role in UNIT_ROLES and units == {actor.scope_id}
    return "" if alone else "这份公文只供办理各方查看，内容见本单位的办理页"


def attachment(actor, suggestion, kind):
    """A file of the text (`kind` "") is for all who see the text; a scan goes with its paper.

    A feedback form comes back filled in with grades: the Congress side and the lead signer only.
    """
    if kind not in FILLED_IN:
        return paper(actor, suggestion, kind)
    lead = actor.role == Role.DEPUTY and actor.scope_id == suggestion.lead_signer_id
    return "" if lead or actor.role in CONGRESS_SIDE else "征询意见表只供代表工作委员会和领衔代表查看"


def phone(actor, suggestion, unit_ids):
    """The proposer's number: the Congress staff, and the officers who must call (`unit_ids`); on record."""
    if actor.role in CONGRESS_STAFF:
        return ""
    if actor.role != Role.UNIT_OFFICER or actor.scope_id not in unit_ids:
        return "代表电话只供承办人和代表工作委员会办理时查看"
    return "提出人要求保密，请通过代表工作委员会联系" if suggestion.request_confidential else ""


def contacts(actor, handling):
    """The contact log: the unit's own, the Congress side, the government, the signers."""
    if actor.role in CONGRESS_SIDE | GOVERNMENT:
        return ""
    own = actor.role in UNIT_ROLES and actor.scope_id == handling.unit_id
    return "" if own or is_signer(actor, handling.suggestion) else "联系记录只供办理各方查看"


def opinion(actor, handling):
    """An assisting unit writes to the lead: these two, the government, the Congress side; no deputy."""
    if actor.role in CONGRESS_SIDE | GOVERNMENT:
        return ""
    readers = {row.unit_id for row in handling.fellows if row.role == HandlingRole.LEAD} | {handling.unit_id}
    own = actor.role in UNIT_ROLES and actor.scope_id in readers
    return "" if own else "会办意见只供主办单位和本单位查看"


def reply(actor, handling):
    """A draft is the unit's own, and the government office's while it reviews; an issued reply is for all."""
    if handling.reply_id is None:
        return "还没有起草答复"
    if handling.replied_on is not None:
        return ""
    own = actor.role in UNIT_ROLES and actor.scope_id == handling.unit_id
    reviewing = actor.role == Role.GOV_OFFICE and handling.state == HandlingState.PRE_REVIEW
    return "" if own or reviewing else "答复尚未签发"


def evaluation(actor, handling, is_released=None):
    """The grades: the signers and the Congress side at once, units and government after the release.

    `is_released` is that of an earlier round; without it the current round's counts.
    """
    is_released = handling.evaluation_released if is_released is None else is_released
    suggestion = handling.suggestion
    if actor.role in CONGRESS_SIDE or is_signer(actor, suggestion):
        return ""
    involved = actor.role in GOVERNMENT or (actor.role in UNIT_ROLES and actor.scope_id == handling.unit_id)
    if not involved:
        return "评价只供办理各方查看"
    return "" if is_released else "评价由代表工作委员会统一反馈后可见"


def ledger(actor, handling):
    """What was done for a promise, and why not: the unit's own, the government, Congress side, signers."""
    why = contacts(actor, handling)
    return "承诺台账只供办理各方查看" if why else ""


def fulfilment(actor, handling, is_released):
    """Whether a promise was kept, in the deputy's words: to the unit and the government after the release."""
    return evaluation(actor, handling, is_released)


def objection(actor, handling):
    """The private words: the lead signer and the deputy affairs committee, nobody else ever."""
    if actor.role == Role.DEPUTY_AFFAIRS:
        return ""
    own = actor.role == Role.DEPUTY and actor.scope_id == handling.suggestion.lead_signer_id
    return "" if own else "只有代表工作委员会可见"


def public_draft(actor, suggestion):
    """The public text before it is public: the Congress side, the government office, the lead signer."""
    lead = actor.role == Role.DEPUTY and actor.scope_id == suggestion.lead_signer_id
    inside = actor.role in CONGRESS_SIDE | {Role.GOV_OFFICE} or lead
    return "" if inside else "公开文本发布后可见"


def deputy_view(actor, suggestion):
    """What the deputy said of publishing: the Congress side, the signers, the government office."""
    inside = actor.role in CONGRESS_SIDE | {Role.GOV_OFFICE} or is_signer(actor, suggestion)
    return "" if inside else "代表对公开的意见只供审查时参考"


def event(actor, suggestion, happened):
    """A line of the trail. What passed among the signers before hand-in stays theirs and the office's."""
    if actor.role in CONGRESS_STAFF:
        return ""
    return "" if happened.action in _told_to(actor, suggestion) else "只供办理各方查看"


def _told_to(actor, suggestion):
    if is_signer(actor, suggestion):
        return TOLD_TO_SIGNERS
    if actor.role in CONGRESS_LEADERS:
        return TOLD_TO_LEADERS
    if actor.role in GOVERNMENT:
        return TOLD_TO_GOVERNMENT
    return TOLD_TO_UNITS if actor.role in UNIT_ROLES else TOLD_TO_ALL


def event_note(actor, handling, happened):
    """What a unit remarked in its work (`handling`, None: an act on the whole) is not for other units.

    Why a draft was sent back is not for the deputy either; an opinion's remarks go with the opinion.
    """
    if handling is None or happened.action in TOLD_TO_ALL or actor.role in CONGRESS_SIDE | GOVERNMENT:
        return ""
    if happened.action in OPINION_ACTS:
        return opinion(actor, handling)
    own = actor.role in UNIT_ROLES and actor.scope_id == handling.unit_id
    signers = is_signer(actor, handling.suggestion) and happened.action != "send_back_reply"
    return "" if own or signers else "说明只供承办单位查看"
