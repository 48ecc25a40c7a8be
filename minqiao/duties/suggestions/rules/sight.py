"""What each may read on a suggestion's page (domain.md 2.10, who sees what). Each returns why not, or ""."""

from minqiao.duties.suggestions.choices import HandlingState
from minqiao.foundation.accounts.choices import CONGRESS_LEADERS, CONGRESS_STAFF, UNIT_ROLES, Role

GOVERNMENT = frozenset({Role.GOV_OFFICE, Role.GOV_LEADER})
# Acts that tell a unit, or another deputy, more than the matter itself.
KEPT_FROM_UNITS = frozenset(
    {"evaluate", "revise_evaluation", "read_phone", "draft", "edit", "invite", "ask_again"}
)
# Acts that bear a signer's name.
SIGNERS_ACTS = frozenset(
    {"draft", "edit", "invite", "ask_again", "confirm_cosign", "decline_cosign", "drop_cosigner", "submit",
     "confirm_remark", "confirm_contact", "evaluate", "revise_evaluation", "attach", "detach"}
)  # fmt: skip
NAMING = frozenset({"suggestion_sheet", "feedback_form"})
TOLD_TO_ALL = frozenset(
    {"register", "assign", "dispatch", "sign_for", "issue", "issue_without_contact", "close"}
)


def may_count(actor):
    """Figures over all units: the Congress side and the government; grades only as `evaluation` allows."""
    inside = actor.role in CONGRESS_STAFF | CONGRESS_LEADERS | GOVERNMENT
    return "" if inside else "统计供人大常委会、代表工作委员会和政府使用"


def is_signer(actor, suggestion):
    """Does the actor stand under this text, as lead or as co-signer?"""
    return actor.role == Role.DEPUTY and actor.scope_id in suggestion.signer_ids


def proposer(actor, suggestion):
    """A proposer who asked for confidence is not named to units, government and other deputies."""
    inside = actor.role in CONGRESS_STAFF | CONGRESS_LEADERS or is_signer(actor, suggestion)
    return "" if inside or not suggestion.request_confidential else "提出人要求保密"


def paper(actor, suggestion, kind):
    """The papers that bear the proposer's name stay with those who may know it."""
    hidden = kind in NAMING and proposer(actor, suggestion)
    return "提出人要求保密，这份公文只供代表工作委员会和提出人查看" if hidden else ""


def phone(actor, suggestion, unit_ids):
    """The proposer's number: the Congress side, and the units that must contact him (`unit_ids`), logged."""
    if actor.role in CONGRESS_STAFF:
        return ""
    if actor.role not in UNIT_ROLES or actor.scope_id not in unit_ids:
        return "代表电话只供承办单位和代表工作委员会办理时查看"
    return "提出人要求保密，请通过代表工作委员会联系" if suggestion.request_confidential else ""


def contacts(actor, handling):
    """The contact log: the unit's own, the Congress side, the government, the signers."""
    if actor.role in CONGRESS_STAFF | CONGRESS_LEADERS | GOVERNMENT:
        return ""
    own = actor.role in UNIT_ROLES and actor.scope_id == handling.unit_id
    return "" if own or is_signer(actor, handling.suggestion) else "联系记录只供办理各方查看"


def reply(actor, handling):
    """A draft is the unit's own, and the government office's while it reviews; an issued reply is for all."""
    if handling.reply_id is None:
        return "还没有起草答复"
    if handling.replied_on is not None:
        return ""
    own = actor.role in UNIT_ROLES and actor.scope_id == handling.unit_id
    reviewing = actor.role == Role.GOV_OFFICE and handling.state == HandlingState.PRE_REVIEW
    return "" if own or reviewing else "答复尚未签发"


def evaluation(actor, handling):
    """The grades: the signers and the Congress side at once, units and government after the release."""
    suggestion = handling.suggestion
    if actor.role in CONGRESS_STAFF | CONGRESS_LEADERS or is_signer(actor, suggestion):
        return ""
    involved = actor.role in GOVERNMENT or (actor.role in UNIT_ROLES and actor.scope_id == handling.unit_id)
    if not involved:
        return "评价只供办理各方查看"
    return "" if handling.evaluation_released else "评价由代表工作委员会统一反馈后可见"


def objection(actor, handling):
    """The private words: the lead signer and the deputy affairs committee, nobody else ever."""
    if actor.role == Role.DEPUTY_AFFAIRS:
        return ""
    own = actor.role == Role.DEPUTY and actor.scope_id == handling.suggestion.lead_signer_id
    return "" if own else "只有代表工作委员会可见"


def event(actor, suggestion, happened):
    """A line of the trail. What passed among the signers before hand-in stays theirs and the office's."""
    if actor.role in CONGRESS_STAFF or is_signer(actor, suggestion):
        return ""
    if actor.role in CONGRESS_LEADERS | GOVERNMENT:
        return "" if happened.action != "read_phone" else "只供代表工作委员会和本人查看"
    if actor.role in UNIT_ROLES:
        return "只供其他方面查看" if happened.action in KEPT_FROM_UNITS else ""
    return "" if happened.action in TOLD_TO_ALL else "只供办理各方查看"
