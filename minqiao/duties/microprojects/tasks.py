"""What the clock does in this room: remind of the dates of steps."""

from minqiao.duties.microprojects.actions.reminding import remind
from minqiao.duties.microprojects.queries.reminding import CLOSE, LATE, due_to_remind
from minqiao.kit.clock import local_day


def remind_of_projects(now):
    """Remind once when a date is three days away, once when it has passed. Safe to run twice."""
    today, sent = local_day(now), 0
    for row in list(due_to_remind(today)):
        late = row.due_on < today
        key, words = (LATE, f"{row.due_on}已过") if late else (CLOSE, f"{row.due_on}将到")
        sent += remind(row, key=key, words=f"{row.get_state_display()}：{words}", at=now)
    return [f"微实事：提醒{sent}件"] if sent else []
