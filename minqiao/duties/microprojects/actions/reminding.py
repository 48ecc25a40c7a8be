"""What the clock notes when the date of a project's step comes near or has passed: once near, once late."""

from minqiao.duties.microprojects.models import Project
from minqiao.foundation.trail.actions import act, record
from minqiao.kit.actor import CLOCK


@act
def remind(project, *, key, words, at):
    """Remind once of `key` (near, late); False when another clock was first."""
    waiting = Project.objects.filter(pk=project.pk, reminded=project.reminded, due_on=project.due_on)
    if not waiting.update(reminded=key):
        return False
    record(actor=CLOCK, action="remind_step", label="提醒期限", subject=project, at=at, note=words)
    return True
