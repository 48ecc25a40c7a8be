"""The demo's stage: many lives side by side, each going on at the moments it names, in the order of time.

A life is a generator: it yields the moment of its next act, and acts when it is resumed. All of one day is
one transaction, so that the trail's chain is closed once a day; each act inside keeps its own moment.
"""

import heapq
from itertools import count

from minqiao.foundation.trail.actions import act
from minqiao.kit.clock import local_day


class Stage:
    """Where lives are entered and played up to a day."""

    def __init__(self):
        self._waiting = []
        self._order = count()

    def enter(self, life):
        """Let a life begin: it waits for the first moment it names."""
        self._push(life, None)

    def until(self, end):
        """The same stage for lives that end at a moment: what they still meant to do is not done."""
        return _Ending(self, end)

    def play(self, until, told):
        """Play every life up to the moment `until`; `told(day)` hears of each day that is done."""
        while self._waiting and self._waiting[0][0] <= until:
            day = local_day(self._waiting[0][0])
            self._play_day(day, until)
            told(day)

    @act
    def _play_day(self, day, until):
        while self._waiting and self._waiting[0][0] <= until and local_day(self._waiting[0][0]) == day:
            moment, _, life = heapq.heappop(self._waiting)
            self._push(life, moment)

    def _push(self, life, now):
        moment = next(life, None)
        if moment is None:
            return
        if now and moment < now:
            raise ValueError(f"a life asks for {moment}, which is over")
        heapq.heappush(self._waiting, (moment, next(self._order), life))


class _Ending:
    """Enters lives on a stage that go on until a moment only."""

    def __init__(self, stage, end):
        self._stage, self._end = stage, end

    def enter(self, life):
        """Let a life begin that stops before the first moment at or after the end."""
        self._stage.enter(self._ended(life))

    def _ended(self, life):
        for moment in life:
            if moment >= self._end:
                return
            yield moment
