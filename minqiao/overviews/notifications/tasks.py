"""The one clock: `tick` lets the rooms do what is due, then sends what waits."""

import datetime as dt
import logging

from django.conf import settings
from django.utils import timezone

from minqiao.kit.mechanism import mechanisms
from minqiao.overviews.notifications.actions import send_digests, send_urgent
from minqiao.overviews.notifications.rules import is_quiet

logger = logging.getLogger(__name__)
FAILED = "没有完成"


def tick(now: dt.datetime) -> list[str]:
    """Let time pass once; safe to run twice and from several machines. Answers what was done, in lines.

    A task that fails keeps no other from its work; its line says so, and the log has the reason.
    """
    done = do_what_is_due(now)
    if is_quiet(timezone.localtime(now).time()) or not settings.MAIL:
        return done
    urgent, digests = send_urgent(now), send_digests(now)
    return [
        *done,
        *([f"即时消息：发给{urgent}人"] if urgent else []),
        *([f"每日汇总：发给{digests}人"] if digests else []),
    ]


def do_what_is_due(now: dt.datetime) -> list[str]:
    """The daily tasks of all rooms, in their order; nothing is sent."""
    return [line for room in mechanisms() for task in room.tasks for line in _lines(room, task, now)]


def _lines(room, task, now):
    try:
        return list(task(now) or ())
    except Exception as error:
        logger.exception("task %s of %s failed", task.__name__, room.slug)
        return [f"{room.label}：{task.__name__}{FAILED}（{error}）"]
