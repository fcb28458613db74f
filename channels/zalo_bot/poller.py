"""Long polling. An update is stored before the next one is asked for; the inbox drops what comes again.

Three behaviours of the queue have been seen, and all are survived: an update is handed out once; it is handed out again
and again, at once; or only what is written while we wait is handed out at all. So we are back as soon as something new
is stored, and pause only where nothing new came at once.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping
from typing import Any

import structlog

from bot.clock import Clock
from bot.conversation.channel import Receive
from bot.domain.errors import BotError
from bot.metrics import IGNORED
from channels.zalo_bot.client import Client
from channels.zalo_bot.errors import IDLE, TOKEN_REFUSED, WEBHOOK_IS_SET, Refused, Unanswered
from channels.zalo_bot.limits import POLL_SECONDS
from channels.zalo_bot.raw import NAME, Ignored, flat, stored
from channels.zalo_bot.sentences import NEW_KEY_NEEDED, NO_POLLING

FLOOR_SECONDS = 1.0
"""From one poll to the next at least, unless it brought something new."""
LONGEST_PAUSE = 60.0

log = structlog.get_logger()


class Poller:
    """Fetches updates for one bot."""

    def __init__(self, client: Client, bot: str, clock: Clock) -> None:
        self._client = client
        self._bot = bot
        self._clock = clock
        self._last = ""
        """What came last; if it comes again it has come often before."""

    async def run(self, receive: Receive) -> None:
        """Until cancelled, or until Zalo takes the token no more."""
        failures = 0
        while True:
            began = time.monotonic()
            try:
                is_new = await self._poll(receive)
                failures = 0
            except (Refused, Unanswered, BotError, OSError) as failure:
                # Also where storing failed: what is not stored may come again.
                if _is(failure, TOKEN_REFUSED):
                    break
                failures += 1
                self._report(failure)
                await asyncio.sleep(min(LONGEST_PAUSE, 2.0 ** (failures - 1)))
            else:
                if not is_new:
                    await asyncio.sleep(max(0.0, FLOOR_SECONDS - (time.monotonic() - began)))
        log.error(NEW_KEY_NEEDED)

    async def _poll(self, receive: Receive) -> bool:
        """One poll; whether it brought what had not come just before."""
        try:
            answer = await self._client.get_update(POLL_SECONDS)
        except Refused as refused:
            if not _is(refused, IDLE):
                raise
            return False
        return await self._take(answer, receive)

    async def _take(self, answer: Mapping[str, Any], receive: Receive) -> bool:
        update = flat(answer)
        raw = Ignored.UNKNOWN_EVENT if update is None else stored(update, self._bot, self._arrived())
        if isinstance(raw, Ignored):
            IGNORED.labels(NAME, raw).inc()
            return False
        await receive([raw])
        is_new = raw.update_id != self._last
        self._last = raw.update_id
        return is_new

    def _arrived(self) -> int:
        return int(self._clock().timestamp() * 1000)

    def _report(self, failure: Exception) -> None:
        if isinstance(failure, Refused) and WEBHOOK_IS_SET in failure.description:
            log.error(NO_POLLING)
        else:
            log.warning("zalo poll failed", problem=str(failure))


def _is(failure: Exception, code: int) -> bool:
    return isinstance(failure, Refused) and failure.code == code
