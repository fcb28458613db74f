"""The webhook's route: 200 only after the update is committed; anything unsigned is refused without a word."""

from __future__ import annotations

import json

from aiohttp import web

from bot.conversation.channel import Receive
from channels.telegram.raw import NAME, stored
from channels.webhooks import is_secret, refused

PATH = "/telegram/webhook"
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name, not a secret


class Webhook:
    """Takes updates once somebody listens."""

    def __init__(self, secret: str, bot: str) -> None:
        self._secret = secret.encode()
        self._bot = bot
        self.receive: Receive | None = None

    async def take(self, request: web.Request) -> web.Response:
        """One update from Telegram."""
        if not is_secret(request.headers.get(SECRET_HEADER), self._secret):
            return refused(NAME, "forged", 403)
        if self.receive is None:
            return web.Response(status=503)
        try:
            update = stored(json.loads(await request.read()), self._bot)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return refused(NAME, "malformed", 400)
        await self.receive([update])
        return web.Response()
