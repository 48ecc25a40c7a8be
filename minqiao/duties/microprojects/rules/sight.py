"""What each may read of a project: who is told of which act. A new act is told to the Congress side only."""

from minqiao.duties.suggestions.rules.sight import proposer as _proposer
from minqiao.foundation.accounts.choices import CONGRESS_LEADERS, CONGRESS_STAFF, UNIT_ROLES, Role
from minqiao.instruments.papers.choices import ISSUED_LABEL

CONGRESS_SIDE = CONGRESS_STAFF | CONGRESS_LEADERS
# Acts that bear the name of the deputy who took them.
SIGNERS_ACTS = frozenset({"apply", "mend", "withdraw", "visit", "attach"})
TOLD_TO_ALL = SIGNERS_ACTS | {
    "ask_to_mend", "check_site", "reject", "check_funding", "score", "approve", "announce",
    "answer_complaint",
    "back_to_pool", "strike", "start", "pay", "request_change", "agree_change", "refuse_change", "finish",
    "send_back", "accept", "settle", "survey", "review", "cancel", "issue_paper", "remind_step",
}  # fmt: skip
TOLD_TO_HANDLERS = TOLD_TO_ALL | {"complain"}
# Papers that bear the applicant's or the proposer's name.
WITH_NAMES = frozenset({"fund_application", "site_check", "acceptance_form", "project_decision"})
ISSUED_WITH_NAMES = frozenset(ISSUED_LABEL[kind] for kind in WITH_NAMES)


def proposer(actor, project):
    """Why the deputies behind a project are not named to this actor, or ""."""
    return _proposer(actor, project.suggestion)


def paper(actor, project, kind):
    """Why a paper of this kind is not for this actor, or ""."""
    return proposer(actor, project) if kind in WITH_NAMES else ""


def event(actor, project, happened):
    """Why a line of a project's trail is not for this actor, or ""."""
    if actor.role in CONGRESS_SIDE:
        return ""
    handles = actor.role in UNIT_ROLES | {Role.GOV_OFFICE, Role.GOV_LEADER}
    if happened.action not in (TOLD_TO_HANDLERS if handles else TOLD_TO_ALL):
        return "只供人大常委会机关查看"
    bears_name = happened.action in SIGNERS_ACTS or happened.label in ISSUED_WITH_NAMES
    return proposer(actor, project) if bears_name else ""


def may_count(actor):
    """Figures of the funds: the Congress side, the government, the finance bureau by its own page."""
    inside = actor.role in CONGRESS_SIDE | {Role.GOV_OFFICE, Role.GOV_LEADER} | UNIT_ROLES
    return "" if inside else "统计供人大常委会机关、政府和有关单位使用；社会公众可以看公开页"
