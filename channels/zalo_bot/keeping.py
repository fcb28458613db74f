"""Stores an update although the disk is full or the database away: Zalo may never hand it out again."""

from __future__ import annotations

import asyncio
import math
import time

import structlog

from bot.conversation.channel import Receive
from bot.domain.errors import BotError
from bot.messages import RawUpdate

PAUSE_SECONDS = 1.0

log = structlog.get_logger()


async def keep(raw: RawUpdate, receive: Receive, seconds: float = math.inf) -> None:
    """Try until it is stored; after so many seconds raise what is in the way."""
    end = time.monotonic() + seconds
    while True:
        try:
            await receive([raw])
        except (BotError, OSError) as failure:
            if time.monotonic() >= end:
                raise
            log.warning("storing failed", problem=str(failure))
            await asyncio.sleep(PAUSE_SECONDS)
        else:
            return
