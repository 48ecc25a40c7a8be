"""Giving a matter back: within its window, once, then once more before a leader, then never again."""

SETTLED = "退办争议已由政府领导裁定，应当按裁定办理，不能再次申请退办"


def has_not_asked_return(actor, handling):
    """The first word of whoever holds the matter; it is kept through a reassignment."""
    if handling.returns_asked == 0:
        return ""
    if handling.returns_asked > 1:
        return SETTLED
    return "这件建议已经申请过一次退办；再有异议的，由主要负责人签字提出，报政府领导裁定"


def has_asked_return_once(actor, handling):
    """The second objection, whose decision ends it."""
    if handling.returns_asked == 1:
        return ""
    return SETTLED if handling.returns_asked else "还没有申请过退办，请先申请退办"


def in_return_window(handling, on):
    """Not later than the kept rule says; the refusal quotes the rule."""
    if handling.return_due_on is None or on <= handling.return_due_on:
        return ""
    facts = handling.return_due_facts
    basis = f"；依据：{facts['basis']}" if facts.get("basis") else ""
    return (
        f"退办申请期限是{handling.return_due_on}（{facts.get('why', '')}），已经超过，"
        f"不能申请退办，应当继续办理{basis}"
    )


def another_unit(handling, unit):
    """A matter given back goes to a unit that does not hold it already."""
    holders = {row.unit_id for row in handling.suggestion.handlings.all() if not row.is_ended}
    return f"{unit}已经在办理这件建议，请改选其他单位" if unit.pk in holders | {handling.unit_id} else ""
