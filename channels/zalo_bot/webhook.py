"""The webhook's route: 200 once the update is committed; what is forged or broken is refused without a word."""

from __future__ import annotations

import hmac
import json

from aiohttp import web

from bot.clock import Clock
from bot.conversation.channel import Receive
from bot.metrics import IGNORED, REFUSED
from channels.zalo_bot.raw import NAME, Ignored, flat, stored

PATH = "/zalo-bot/webhook"
SECRET_HEADER = "X-Bot-Api-Secret-Token"  # noqa: S105 - the header's name, not a secret
MAX_BODY = 256 * 1024
"""Bytes of an update; a real one has about four hundred."""


class Webhook:
    """Takes updates once somebody listens."""

    def __init__(self, secret: str, bot: str, clock: Clock) -> None:
        self._secret = secret.encode()
        self._bot = bot
        self._clock = clock
        self.receive: Receive | None = None

    def mount(self, app: web.Application) -> None:
        """Add the route to the server."""
        app.add_routes([web.post(PATH, self.take), web.get(PATH, self.alive)])

    async def alive(self, request: web.Request) -> web.Response:
        """For whoever opens the address to see whether it can be reached."""
        return web.Response()

    async def take(self, request: web.Request) -> web.Response:
        """One update from Zalo, or its trial of the address: without a body, and perhaps without the secret."""
        given = request.headers.get(SECRET_HEADER)
        if given is None and not request.can_read_body:
            return web.Response()
        if given is None or not hmac.compare_digest(given.encode("utf-8", "replace"), self._secret):
            return _refused("forged", 403)
        body = await self._body(request)
        if body is None:
            return _refused("giant", 413)
        return await self._understand(body)

    async def _body(self, request: web.Request) -> bytes | None:
        """The body; None over the limit."""
        if (request.content_length or 0) > MAX_BODY:
            return None
        try:
            body = await request.read()
        except web.HTTPRequestEntityTooLarge:
            return None
        return body if len(body) <= MAX_BODY else None

    async def _understand(self, body: bytes) -> web.Response:
        if not body.strip():
            return web.Response()
        try:
            content = json.loads(body)
        except (ValueError, RecursionError):
            return _refused("malformed", 400)
        if not isinstance(content, dict):
            return _refused("malformed", 400)
        update = flat(content)
        arrived = int(self._clock().timestamp() * 1000)
        raw = Ignored.UNKNOWN_EVENT if update is None else stored(update, self._bot, arrived)
        if isinstance(raw, Ignored):
            IGNORED.labels(NAME, raw).inc()
            return web.Response()
        if self.receive is None:
            return web.Response(status=503)
        await self.receive([raw])
        return web.Response()


def _refused(why: str, status: int) -> web.Response:
    REFUSED.labels(NAME, why).inc()
    return web.Response(status=status)
