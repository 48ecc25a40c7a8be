"""闭会期间的建议: assigned within the rule's workdays; in some places the chairs' council agrees first."""

from minqiao.duties.suggestions.choices import State

WAITING = (State.SUBMITTED, State.ACCEPTED)  # received, and with no organ yet


def chairs_have_agreed(actor, suggestion):
    """Rule chairs_agree_inter_session, as it stood when the suggestion was registered."""
    if not suggestion.chairs_needed or suggestion.chairs_agreed_on:
        return ""
    return f"{suggestion.number}是闭会期间的建议，须经主任会议同意后交办"


def waits_for_chairs(actor, suggestion):
    """The chairs' council is asked once, and only where the rule wants it."""
    if not suggestion.chairs_needed:
        return "本地规则不要求主任会议同意"
    return "主任会议已经同意交办" if suggestion.chairs_agreed_on else ""
