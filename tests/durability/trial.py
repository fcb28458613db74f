"""One trial: a fresh ward, its heads, a process that is killed again and again, and the judgement."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Protocol

from tests.durability.evidence import Evidence
from tests.durability.head import Head
from tests.durability.killer import Killer
from tests.durability.pace import Pace
from tests.durability.process import BotProcess
from tests.durability.ward import Invited, prepare

PATIENCE = 450.0
"""Seconds that a head waits for one message: many unlucky lives on a busy machine."""
REST_SECONDS = 120.0
SECONDS = 150.0
"""For the kills of a trial that others wait for."""


class Side(Protocol):
    """The channel on which the heads are, seen from outside the process."""

    @property
    def settings(self) -> Mapping[str, str]:
        """What the process needs to serve it."""

    @property
    def calls(self) -> int:
        """How often the process was heard of so far."""

    @property
    def sent(self) -> Collection[str]:
        """The ids of all updates so far."""

    @property
    def acknowledged(self) -> Collection[str]:
        """The ids of those that the process has acknowledged."""

    def died(self, kept: Collection[str]) -> None:
        """The process is dead, and has stored the updates with these ids."""

    def head(self, number: int, invited: Invited, trial: Trial, pace: Pace) -> Head:
        """A head on this channel."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What is tried; the seed decides when is killed and how heads type."""

    url: str
    folder: Path
    kills: int
    seconds: float = math.inf
    """After which nobody is killed any more, however few the kills were."""
    heads: int = 6
    random: Random

    @classmethod
    def on_sqlite(cls, folder: Path, *, seed: int, kills: int, seconds: float = math.inf) -> Trial:
        """On a database of its own in that folder."""
        url = f"sqlite:///{folder}/khombot.sqlite3"
        return cls(url=url, folder=folder, kills=kills, seconds=seconds, random=Random(seed))

    async def run(self, side: Side) -> None:
        """Let the heads report while the process is killed; AssertionError says what went wrong."""
        pace = Pace(self.kills, self.seconds)
        evidence = Evidence(self.url, self.folder)
        invited = await prepare(self.url, self.folder, self.heads)
        heads = [side.head(number, each, self, pace) for number, each in enumerate(invited)]

        async def look() -> None:
            await evidence.nothing_is_lost(side.acknowledged, [head.witness for head in heads])
            side.died(await evidence.kept())

        process = BotProcess(self.folder, {"DATABASE_URL": self.url, **side.settings})
        killer = Killer(process, pace, self.random, calls=lambda: side.calls, look=look)
        try:
            await asyncio.gather(killer.rage(), *(head.reports() for head in heads))
            await _rest(evidence)
        finally:
            process.kill()
        await evidence.all_is_well(side.sent, [head.witness for head in heads])
        for head in heads:
            head.was_asked_in_order()


async def _rest(evidence: Evidence) -> None:
    """Until the last reply is marked as sent."""
    with suppress(TimeoutError):
        async with asyncio.timeout(REST_SECONDS):
            while not await evidence.all_is_answered():  # noqa: ASYNC110 - another process works on it
                await asyncio.sleep(0.1)
