"""素材: whose notebook it is, when a note is free, and how notes begin a suggestion (pure)."""

from minqiao.duties.suggestions.choices import IdeaState, State
from minqiao.foundation.accounts.choices import Role

TITLE_MAX, FACTS_MAX = 100, 5000
FELL_THROUGH = frozenset({State.WITHDRAWN, State.NOT_A_SUGGESTION})


def by_owner(actor, idea):
    """A notebook is its deputy's alone."""
    mine = actor.role == Role.DEPUTY and actor.scope_id == idea.mandate_id
    return "" if mine else "素材本只供代表本人使用"


def not_in_use(actor, idea):
    """A note stays with the suggestion it became, as long as that suggestion stands."""
    if idea.state != IdeaState.USED or idea.suggestion.state in FELL_THROUGH:
        return ""
    return "这条素材写成的建议还在，不能重新启用；要再写一件，请另记一条"


def title_of(ideas):
    """“关于……的建议” from the first note; one that is written so already stays."""
    words = ideas[0].title.strip().rstrip("。")
    if words.startswith("关于"):
        return words[:TITLE_MAX]
    return f"关于{words[: TITLE_MAX - 5]}的建议"


def facts_of(ideas):
    """What the notes say, each with its place."""
    return "\n".join(_told(one) for one in ideas)


def _told(idea):
    place = f"（{idea.place}）" if idea.place else ""
    return f"{place}{idea.title}。{idea.text}".strip() if idea.text else f"{place}{idea.title}"


def common(ideas, name):
    """The value of a column in which the notes that fill it agree, else ""."""
    values = {getattr(one, name) for one in ideas} - {""}
    return values.pop() if len(values) == 1 else ""
