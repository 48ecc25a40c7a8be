"""What each may read of a key item: who is told of which act. A new act is told to the Congress side only."""

from minqiao.foundation.accounts.choices import CONGRESS_LEADERS, CONGRESS_STAFF, Role

CONGRESS_SIDE = CONGRESS_STAFF | CONGRESS_LEADERS
TOLD_TO_DEPUTIES = frozenset(
    {"choose", "arrange", "rearrange", "announce", "record_visit", "send_letter", "settle_problem", "report",
     "accept", "carry_over", "cancel", "issue_paper"}
)  # fmt: skip
TOLD_TO_HANDLERS = TOLD_TO_DEPUTIES | {"answer_problem", "send_back", "group", "drop", "attach"}


def event(actor, happened):
    """Why a line of an item's trail is not for this actor, or ""."""
    if actor.role in CONGRESS_SIDE:
        return ""
    told = TOLD_TO_DEPUTIES if actor.role == Role.DEPUTY else TOLD_TO_HANDLERS
    return "" if happened.action in told else "只供人大常委会机关查看"


def may_count(actor):
    """Figures over all items and committees: the Congress side, the government."""
    inside = actor.role in CONGRESS_SIDE | {Role.GOV_OFFICE, Role.GOV_LEADER}
    return "" if inside else "督办统计供人大常委会机关和政府使用"
