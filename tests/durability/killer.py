"""Kills the process at random moments, looks at what the dead left behind, and starts it again."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from random import Random

from tests.durability.pace import Pace
from tests.durability.process import BotProcess

START_SECONDS = 300.0
"""A life that has not begun by then has failed; a busy machine may need long."""
KILLED_AT_START = 0.1
"""The part of the lives that end before they have begun to work."""
MOST_CALLS = 14
"""A life ends after up to so many calls to the outside: about two per update."""
IDLE_SECONDS = 1.5
"""A life in which nobody calls ends all the same; where it was long in beginning, after half of that."""
LAST_INSTANT = 0.03
"""Seconds between the call that was waited for and the kill."""


class Killer:
    """`calls` counts what the process has asked of the world outside: it tells how far a life has come."""

    def __init__(
        self,
        process: BotProcess,
        pace: Pace,
        random: Random,
        *,
        calls: Callable[[], int],
        look: Callable[[], Awaitable[None]],
    ) -> None:
        self._process = process
        self._pace = pace
        self._random = random
        self._calls = calls
        self._look = look

    async def rage(self) -> None:
        """Kill as often as the pace says; the last life is left alive."""
        self._process.start()
        while not self._pace.over:
            await self._live()
            self._process.kill()
            await self._look()
            self._pace.killed()
            self._process.start()

    async def _live(self) -> None:
        if self._random.random() < KILLED_AT_START:
            await asyncio.sleep(self._random.uniform(0, 3))
            return
        before, began = self._calls(), time.monotonic()
        await self._wait_for(before + 1, START_SECONDS)
        if self._calls() == before:
            raise AssertionError(f"the bot does not start:\n{self._process.last_words}")
        idle = max(IDLE_SECONDS, (time.monotonic() - began) / 2)
        await self._wait_for(before + 1 + self._random.randrange(MOST_CALLS), idle)
        await asyncio.sleep(self._random.uniform(0, LAST_INSTANT))

    async def _wait_for(self, calls: int, seconds: float) -> None:
        end = time.monotonic() + seconds
        while self._calls() < calls and not self._process.has_ended and time.monotonic() < end:  # noqa: ASYNC110 - the counters ring no bell
            await asyncio.sleep(0.001)
