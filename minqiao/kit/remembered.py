"""A small table kept in the process: read once, looked after cheaply, read again when it changed."""

import time
from collections.abc import Callable
from typing import Any

LOOK_AFTER = 5.0  # seconds between two looks at the stamp
_all = []


class Remembered:
    """What `load()` gave, until `stamp()` differs. The stamp is asked at most every LOOK_AFTER seconds.

    An action that changes the table calls `forget()`; other processes notice within those seconds.
    """

    def __init__(self, load: Callable[[], Any], stamp: Callable[[], Any]):
        self._load, self._stamp, self._kept = load, stamp, None
        _all.append(self)

    def __call__(self):
        kept, moment = self._kept, time.monotonic()
        if kept and moment - kept[2] < LOOK_AFTER:
            return kept[0]
        stamp = self._stamp()
        value = kept[0] if kept and kept[1] == stamp else self._load()
        self._kept = (value, stamp, moment)
        return value

    def forget(self):
        """Read again at the next call."""
        self._kept = None


def forget_all():
    """Forget everything remembered in this process (between tests)."""
    for remembered in _all:
        remembered.forget()
