"""A suggestion that leaves the road: withdrawn by its signers, sent on as a letter or to a higher level."""

from minqiao.duties.suggestions.choices import SigningState


def _must_agree(suggestion):
    """Those who joined and have not agreed to withdraw; nobody where the lead decides (joint_withdraw)."""
    if suggestion.rules.get("joint_withdraw", {}).get("value", "all") != "all":
        return []
    joined = [row for row in suggestion.signings.all() if row.state == SigningState.CONFIRMED]
    return [row for row in joined if row.withdraw_agreed_at is None]


def withdrawal_is_open(actor, suggestion):
    """Rule withdraw_before, as the case keeps it from its assignment on."""
    limit = suggestion.rules.get("withdraw_before", {}).get("value", "any_time")
    late = limit == "assignment" and suggestion.assigned_on is not None
    return "本地规则只允许在交办之前撤回" if late else ""


def not_asked_to_withdraw(actor, suggestion):
    return "" if suggestion.withdraw_asked_on is None else "已经申请撤回，正在征求联名代表意见"


def is_asked_to_withdraw(actor, suggestion):
    return "" if suggestion.withdraw_asked_on else "领衔代表还没有申请撤回"


def co_signers_agree(actor, suggestion):
    """A joint suggestion is withdrawn when all who signed it agree (rule joint_withdraw)."""
    waiting = _must_agree(suggestion)
    return f"还有{len(waiting)}位联名代表没有同意撤回" if waiting else ""


def has_joined(actor, suggestion):
    """Only who put his name to it is asked, and once."""
    mine = [row for row in _must_agree(suggestion) if row.mandate_id == actor.scope_id]
    return "" if mine else "您没有需要表示意见的撤回申请"


def not_passed_on(actor, suggestion):
    return f"已经转送{suggestion.passed_to}" if suggestion.passed_on else ""
