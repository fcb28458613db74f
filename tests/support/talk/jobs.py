"""What comes by itself: a job was asked for it, and says so when it is ready."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, exists, select, tuple_

from bot.domain.announcements import AnnouncementStatus
from storage.queries.outbox import LEASE
from storage.tables import announcements, deliveries, outbox
from storage.transaction import Transaction
from tests.support.talk.town import Town

UNSENT = select(outbox.c.id).where(outbox.c.due.is_not(None)).limit(1)
SOON = timedelta(minutes=1)
"""Longer than a letter is under way."""


async def jobs_are_done(town: Town) -> None:
    """Wait until nobody waits for a job any more; only a terminal has not looked for its mail yet."""
    served = [(channel.name, channel.bot) for channel in town.parts.channels]
    unsent = UNSENT.where(tuple_(outbox.c.channel, outbox.c.bot).in_(served))
    await _until_not(town, lambda tx: _is_asked(tx) or _finds(tx, unsent))
    await town.is_quiet()


async def announcements_are_out(town: Town) -> None:
    """Wait until all are told who are to be told now; what is to be tried again is left for later."""
    await _until_not(town, lambda tx: _finds(tx, _untold(town.watch() + SOON)))
    await town.is_quiet()


async def terminals_may_look(town: Town) -> None:
    """What a job has left for a terminal is taken by the next sweep of the terminal's own process."""
    await jobs_are_done(town)
    town.watch.forward(LEASE)


async def terminals_have_looked(town: Town) -> None:
    """They did; all of them are open."""
    await terminals_may_look(town)
    await _until_not(town, lambda tx: _finds(tx, UNSENT))


async def _until_not(town: Town, waiting: Callable[[Transaction], bool]) -> None:
    while await town.read(waiting):  # noqa: ASYNC110 - a job that is done rings no bell
        await asyncio.sleep(0.05)


def _is_asked(tx: Transaction) -> bool:
    return any((tx.exports.open_requests(), tx.proposals.open(), tx.media.waiting()))


def _untold(soon: datetime) -> Select[Any]:
    status, due = announcements.c.status, deliveries.c.due
    letters = exists().where(deliveries.c.announcement == announcements.c.id, due.is_not(None))
    sends = (status == AnnouncementStatus.RUNNING.value) & (letters.where(due <= soon) | ~letters)
    begins = (status == AnnouncementStatus.SCHEDULED.value) & (announcements.c.send_at <= soon)
    return select(announcements.c.id).where(sends | begins)


def _finds(tx: Transaction, rows: Select[Any]) -> bool:
    return tx.connection.execute(rows).first() is not None
