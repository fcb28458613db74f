"""How fast messages go out on a channel: evenly, so many in any second at most, and none while it brakes."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable

CATCH_UP = 3.0
"""Seconds of lost time that may be made good after brakes, within the bound of any one second."""
WINDOW = 1.02
"""What counts as a second: messages that left a second apart may arrive a little closer together."""


class Schedule:
    """When the next message may leave, in seconds of any clock: pure bookkeeping.

    Even spacing leaves gaps for interactive replies; the bound over any second keeps what follows a brake in order. It
    is one more than the pace, so that lost time can be made good at all.
    """

    def __init__(self, per_second: float) -> None:
        self._recent: deque[float] = deque()
        self._next = 0.0
        self._is_behind = False
        self.set(per_second)

    def set(self, per_second: float) -> None:
        """Another pace from the next message on."""
        self._gap = 1 / per_second
        self._most = int(per_second) + 1
        self._next = 0.0

    def lost(self, seconds: float, now: float) -> None:
        """A brake has just cost so much time, which may be made good."""
        planned = self._next if self._is_behind else max(self._next, now - seconds)
        self._next = max(planned, now - CATCH_UP)
        self._is_behind = self._next < now

    def earliest(self, now: float) -> float:
        """When the next one may leave."""
        planned = max(self._next, now - CATCH_UP if self._is_behind else now)
        if len(self._recent) >= self._most:
            return max(planned, now, self._recent[-self._most] + WINDOW)
        return max(planned, now)

    def leave(self, now: float) -> None:
        """One leaves."""
        if self._is_behind:
            self._next = max(self._next, now - CATCH_UP) + self._gap
            self._is_behind = self._next < now
        else:
            self._next = max(self._next, now) + self._gap
        self._recent.append(now)
        while len(self._recent) > self._most:
            self._recent.popleft()


class Pace:
    """Lets one message after another go, in the order in which they asked."""

    def __init__(self, per_second: float, brake_left: Callable[[], float] = lambda: 0.0) -> None:
        """`brake_left`: seconds for which the vendor wants nothing to be sent."""
        self._schedule = Schedule(per_second)
        self._per_second = per_second
        self._brake_left = brake_left
        self._one_at_a_time = asyncio.Lock()

    @property
    def is_braked(self) -> bool:
        """Whether nothing may be sent just now."""
        return self._brake_left() > 0

    def set(self, per_second: float) -> None:
        """Another pace from the next message on."""
        if per_second != self._per_second:
            self._per_second = per_second
            self._schedule.set(per_second)

    async def turn(self) -> None:
        """Return when it is the caller's turn: the moment has come, and nothing brakes."""
        loop = asyncio.get_running_loop()
        async with self._one_at_a_time:
            began = loop.time()
            while True:
                if self.is_braked:
                    await self._unbraked()
                    self._schedule.lost(loop.time() - began, loop.time())
                now = loop.time()
                wait = self._schedule.earliest(now) - now
                if wait > 0:
                    await asyncio.sleep(wait)
                if not self.is_braked:
                    self._schedule.leave(loop.time())
                    return

    async def _unbraked(self) -> None:
        if (left := self._brake_left()) > 0:
            await asyncio.sleep(left)
            # Once more, because the vendor may have asked for more meanwhile.
            await self._unbraked()
