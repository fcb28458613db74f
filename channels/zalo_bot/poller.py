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
from bot.metrics import IGNORED
from channels.zalo_bot.client import Client
from channels.zalo_bot.errors import IDLE, WEBHOOK_IS_SET, Refused, Unanswered, is_token_refused
from channels.zalo_bot.keeping import keep
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
        self._last: Mapping[str, Any] = {}
        """What came last; if it comes again it will come again at once."""

    async def run(self, receive: Receive) -> None:
        """Until cancelled, or until Zalo takes the token no more."""
        failures = 0
        while True:
            began = time.monotonic()
            try:
                is_new = await self._poll(receive)
            except (Refused, Unanswered) as failure:
                if is_token_refused(failure):
                    break
                failures += 1
                log.warning("Zalo poll failed", problem=str(failure))
                await asyncio.sleep(pause(failures))
            else:
                failures = 0
                if not is_new:
                    await asyncio.sleep(max(0.0, FLOOR_SECONDS - (time.monotonic() - began)))
        log.error(NEW_KEY_NEEDED)

    async def _poll(self, receive: Receive) -> bool:
        """One poll; whether it brought what had not come just before."""
        try:
            answer = await self._client.get_update(POLL_SECONDS)
        except Refused as refused:
            if WEBHOOK_IS_SET in refused.description:
                await self._allowed()
            elif refused.code != IDLE:
                raise
            return False
        await self._take(answer, receive)
        is_new, self._last = answer != self._last, answer
        return is_new

    async def _take(self, answer: Mapping[str, Any], receive: Receive) -> None:
        update = flat(answer)
        arrived = int(self._clock().timestamp() * 1000)
        raw = Ignored.UNKNOWN_EVENT if update is None else stored(update, self._bot, arrived)
        if isinstance(raw, Ignored):
            IGNORED.labels(NAME, raw).inc()
        else:
            await keep(raw, receive)

    async def _allowed(self) -> None:
        """Somebody has set a webhook meanwhile: look now and then whether it has gone."""
        tries = 0
        while await self._client.webhook():
            tries += 1
            log.error(NO_POLLING)
            await asyncio.sleep(pause(tries))


def pause(failures: int) -> float:
    """Seconds to wait after so many failures in a row."""
    return min(LONGEST_PAUSE, 2.0 ** min(failures - 1, 10))
