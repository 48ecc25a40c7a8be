"""The light of one unit's part (pure)."""

from minqiao.duties.suggestions.choices import HandlingRole
from minqiao.duties.suggestions.rules.matter import is_part_overdue
from minqiao.kit.deadlines import Light


def with_assistants(own, handling, today):
    """The lead's light: amber at least while an assistant is late, so that who holds it up is seen.

    `own` is the light of the lead's own date, None where there is none; the assistants are its `fellows`.
    """
    if own is None or handling.role != HandlingRole.LEAD or own.key not in ("green", "blue"):
        return own
    fellows = [one for one in handling.fellows if one.role == HandlingRole.ASSIST]
    late = [one.unit.short_name for one in fellows if is_part_overdue(one, today)]
    return Light("amber", f"{own.words}，{'、'.join(late)}会办意见逾期") if late else own
