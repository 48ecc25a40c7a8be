"""The demo's clock, a process of its own: lets time pass once a minute while its parent lives."""

import logging
import os
import time
from contextlib import suppress

import django
from django.db import DatabaseError, connection
from django.utils.module_loading import import_string

from minqiao.kit.clock import now

BEAT = 60  # seconds between two ticks
LOOK = 1  # seconds between two looks whether the parent is still there


def main():
    """Tick until the process that started this one is gone."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "minqiao.config.settings")
    django.setup()
    parent = os.getppid()
    while os.getppid() == parent:
        _tick()
        ends = time.monotonic() + BEAT
        while time.monotonic() < ends and os.getppid() == parent:
            time.sleep(LOOK)


def _tick():
    """One tick; a failure is told and the next one tried, so that one bad minute does not stop the clock."""
    tick = import_string("minqiao.overviews.notifications.tasks.tick")
    try:
        tick(now())
    except DatabaseError:
        logging.exception("演示的时钟这一次没有走成，一分钟后再试")
    finally:
        connection.close()


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        main()
