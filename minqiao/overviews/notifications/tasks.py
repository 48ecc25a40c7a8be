"""The one clock: `tick` lets the rooms do what is due, then sends what waits."""

import datetime as dt

from django.utils import timezone

from minqiao.kit.mechanism import mechanisms
from minqiao.overviews.notifications.actions import send_digests, send_urgent
from minqiao.overviews.notifications.rules import is_quiet


def tick(now: dt.datetime) -> list[str]:
    """Let time pass once; safe to run twice and from several machines. Answers what was done, in lines."""
    done = [line for room in mechanisms() for task in room.tasks for line in task(now) or ()]
    if is_quiet(timezone.localtime(now).time()):
        return done
    urgent, digests = send_urgent(now), send_digests(now)
    return [
        *done,
        *([f"即时消息：发出{urgent}条"] if urgent else []),
        *([f"每日汇总：发给{digests}人"] if digests else []),
    ]
