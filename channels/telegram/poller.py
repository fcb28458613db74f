"""Long polling of our own: the next offset, which acknowledges, is sent only after the batch is committed.

The libraries' pollers acknowledge while handlers still run, and lose what was under way when they are stopped.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping, Sequence
from typing import Any

import aiohttp
import structlog

from bot.conversation.channel import Receive
from bot.domain.errors import BotError
from channels.telegram.limits import ALLOWED_UPDATES, POLL_BATCH, POLL_SECONDS
from channels.telegram.raw import stored
from channels.vendor_json import part

LONGEST_PAUSE = 30.0
ANSWER_SECONDS = 15
"""How much longer than the poll itself an answer may take."""
UNAUTHORIZED = 401
NEW_ONE_NEEDED = (
    "Telegram does not accept TELEGRAM_BOT_TOKEN any more, so the bot is silent: "
    "copy the token anew from @BotFather into .env and start khombot again"
)

log = structlog.get_logger()


class PollRefused(Exception):
    """Telegram answered, but with an error; `pause` is how long it asks us to wait."""

    def __init__(self, code: int, description: str, pause: float | None) -> None:
        super().__init__(f"{code} {description}")
        self.code = code
        self.pause = pause


async def poll(method_url: str, bot: str, receive: Receive) -> None:
    """Fetch updates until cancelled. `method_url` is the address of getUpdates."""
    timeout = aiohttp.ClientTimeout(total=POLL_SECONDS + ANSWER_SECONDS)
    offset: int | None = None
    failures = 0
    async with aiohttp.ClientSession(timeout=timeout) as http:
        while True:
            try:
                updates = await _batch(http, method_url, offset)
                if updates:
                    await receive([stored(update, bot) for update in updates])
                # Once everything is confirmed the offset is dropped: after a quiet week Telegram begins its ids anew.
                offset = max(update["update_id"] for update in updates) + 1 if updates else None
                failures = 0
            except (aiohttp.ClientError, OSError, PollRefused, ValueError, BotError) as failure:
                # Also where storing failed: what is not acknowledged comes again.
                failures += 1
                await _pause(failure, failures)


async def _batch(http: aiohttp.ClientSession, url: str, offset: int | None) -> Sequence[Mapping[str, Any]]:
    request: dict[str, Any] = {
        "timeout": POLL_SECONDS,
        "limit": POLL_BATCH,
        "allowed_updates": list(ALLOWED_UPDATES),
    }
    if offset is not None:
        request["offset"] = offset
    async with http.post(url, json=request) as response:
        answer = json.loads(await response.read())
    if not isinstance(answer, dict):
        raise PollRefused(0, "this is no answer of the Bot API", None)
    if not answer.get("ok"):
        pause = part(answer, "parameters").get("retry_after")
        raise PollRefused(answer.get("error_code", 0), answer.get("description", ""), pause)
    batch = answer.get("result")
    if not isinstance(batch, list) or not all(isinstance(update, dict) and "update_id" in update for update in batch):
        raise PollRefused(0, "this is no answer of the Bot API", None)
    return batch


async def _pause(failure: Exception, failures: int) -> None:
    refused = isinstance(failure, PollRefused)
    if isinstance(failure, PollRefused) and failure.code == UNAUTHORIZED:
        log.error(NEW_ONE_NEEDED)
    # The address holds the token, so only the kind of a network failure is logged.
    says_nothing_secret = refused or isinstance(failure, BotError)
    log.warning("telegram poll failed", problem=str(failure) if says_nothing_secret else type(failure).__name__)
    asked = failure.pause if isinstance(failure, PollRefused) else None
    await asyncio.sleep(asked or min(LONGEST_PAUSE, 0.5 * 2 ** min(failures, 10)))
