"""Drains the ledger: claims what is due, hands out so many letters at once, and ends when nothing is running.

One drain at a time, whatever number of processes: each is of a generation, and a drain that finds a later generation
has been taken for dead, and stops. Whatever it had claimed runs out by itself.
"""

from __future__ import annotations

import asyncio
import math
import uuid
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from typing import Any

import structlog

from bot.actions.quotas import closed_for
from bot.announcements import telling
from bot.announcements.copies import Original
from bot.announcements.following import Followed
from bot.announcements.pace import Pace
from bot.announcements.send import Letter, Post, Sender, best_route
from bot.clock import local_date
from bot.domain.announcements import Announcement, AnnouncementId, Failure
from bot.domain.quotas import Purpose
from bot.messages import Outgoing
from storage.errors import StorageError
from storage.transaction import Transaction

NAME = "announcements"
"""Under which its generation is kept."""
LEASE = timedelta(seconds=30)
"""How long claimed rows are left to whoever claimed them."""
AT_ONCE = 64
"""Letters under way, most of them waiting for their turn or for a slow answer."""
LOOK_SECONDS = 0.25
"""How soon a pause, a new announcement or another pace is noticed; a pause stops what is not begun at once anyway."""
STORAGE_PAUSE_SECONDS = 1.0

log = structlog.get_logger()


@dataclass(slots=True, kw_only=True)
class _Look:
    """What one look into the ledger brought."""

    is_alive: bool = True
    """Whether this drain is still the one."""
    goes_on: bool = False
    """Whether there is anything left to wait for."""
    letters: list[Letter] = field(default_factory=list)
    told: list[Outgoing] = field(default_factory=list)


class Drain:
    """One process's readiness to drain; `run` does it, `finish` ends it without cutting off what is on its way."""

    def __init__(self, office: Post) -> None:
        self._office = office
        self._sender = Sender(office)
        self._followed = Followed()
        self._paces: dict[AnnouncementId, Pace] = {}
        self._waiting: set[asyncio.Task[Any] | None] = set()
        """Letters that have not begun, and may be taken back."""
        self._under_way: Counter[AnnouncementId] = Counter()
        self._stopping = asyncio.Event()
        self._runs = 0
        """More than one for a moment, where we were taken for dead: the earlier generation lets its letters arrive."""
        self._idle = asyncio.Event()
        self._idle.set()

    async def run(self, generation: int) -> None:
        """Until nothing is running, or a later generation has begun, or the process ends."""
        self._idle.clear()
        self._runs += 1
        try:
            async with asyncio.TaskGroup() as tasks:
                while not self._stopping.is_set() and await self._step(tasks, generation):
                    await self._pause()
        finally:
            self._runs -= 1
            if not self._runs:
                self._idle.set()

    async def finish(self) -> None:
        """Begin nothing more, and wait for what was begun."""
        self._stopping.set()
        for task in self._waiting:
            if task is not None:
                task.cancel()
        await self._idle.wait()

    async def _pause(self) -> None:
        try:
            async with asyncio.timeout(LOOK_SECONDS):
                await self._stopping.wait()
        except TimeoutError:
            return

    async def _step(self, tasks: asyncio.TaskGroup, generation: int) -> bool:
        """One look; whether to go on."""
        busy = Counter(self._under_way)  # a copy, for the look is taken in the database's thread
        try:
            look = await self._office.store.transact(lambda tx: self._look(tx, generation, busy))
        except StorageError as failure:
            log.warning("storage failed", problem=str(failure))
            await asyncio.sleep(STORAGE_PAUSE_SECONDS)
            return True
        self._office.post(look.told)
        for letter in look.letters:
            self._under_way[letter.claim.announcement] += 1
            task = tasks.create_task(self._send(letter))
            self._waiting.add(task)
            task.add_done_callback(self._waiting.discard)
        return look.is_alive and look.goes_on

    async def _send(self, letter: Letter) -> None:
        begun = partial(self._waiting.discard, asyncio.current_task())
        try:
            await self._sender.send(letter, self._pace_of(letter), begun)
        except Exception:  # the border of a letter: its row is tried again, and the others go on
            log.exception("announcing failed", code=uuid.uuid4().hex[:8], delivery=letter.claim.id)
        finally:
            self._under_way[letter.claim.announcement] -= 1

    def _pace_of(self, letter: Letter) -> Pace | None:
        of = letter.claim.announcement
        if letter.per_minute is None:
            self._paces.pop(of, None)
            return None
        pace = self._paces.setdefault(of, Pace(letter.per_minute / 60))
        pace.set(letter.per_minute / 60)
        return pace

    def _look(self, tx: Transaction, generation: int, busy: Counter[AnnouncementId]) -> _Look:
        now = self._office.clock()
        if not tx.drains.beat(NAME, generation, now):
            return _Look(is_alive=False)
        tx.announcements.start_due(now)
        look = _Look()
        outlets = self._office.outlets
        for id in tx.announcements.finish(now):
            look.told += self._followed.changed(tx, id, outlets, now, last=True)
            look.told += telling.finished(tx, id, outlets, now)
        running = tx.announcements.running()
        look.goes_on = bool(running) or busy.total() > 0
        if not look.goes_on:
            tx.drains.leave(NAME, generation)
        for announcement in running:
            letters = self._claimed(tx, announcement, _room(announcement, busy))
            busy[announcement.id] += len(letters)
            look.letters += letters
            look.told += self._followed.changed(tx, announcement.id, outlets, now, last=False)
        return look

    def _claimed(self, tx: Transaction, announcement: Announcement, room: int) -> list[Letter]:
        """What may be sent of it next; whoever has no channel, or none that may be used this month, has failed."""
        now = self._office.clock()
        claims = tx.deliveries.claim(announcement.id, now, now + LEASE, room) if room > 0 else []
        if not claims:
            return []
        original = Original.of(tx, announcement)
        routes = tx.routes.of([claim.person for claim in claims])
        not_at = closed_for(tx, Purpose.ANNOUNCEMENT, local_date(now))
        letters = []
        for claim in claims:
            theirs = routes.get(claim.person, [])
            route = best_route(theirs, self._office.outlets, claim.tried, not_at, now=now)
            if route is None:
                would_be = best_route(theirs, self._office.outlets, claim.tried)
                tx.deliveries.failed(claim, now, Failure.NO_CHANNEL if would_be is None else Failure.QUOTA)
                continue
            letters.append(
                Letter(
                    claim=claim,
                    route=route,
                    outlet=self._office.outlets[route.address.channel, route.address.bot],
                    reply=original.copy(tx, claim, local_date(now)),
                    per_minute=announcement.pace,
                )
            )
        return letters


def _room(announcement: Announcement, busy: Counter[AnnouncementId]) -> int:
    """How many more of it may be under way."""
    room = AT_ONCE - busy.total()
    if announcement.pace is None:
        return room
    # About one second of it, so that another pace takes effect within a second.
    return min(room, math.ceil(announcement.pace / 60) - busy[announcement.id])
