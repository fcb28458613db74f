"""The webhook's route: 200 once the update is committed; what is forged or broken is refused without a word.

Nothing is said about second tries, so a database that is away for a moment is waited for.
"""

from __future__ import annotations

from aiohttp import web

from bot.clock import Clock
from bot.conversation.channel import Receive
from bot.metrics import IGNORED
from channels.vendor_json import object_in
from channels.webhooks import body_of, is_secret, is_trial, refused
from channels.zalo_bot.keeping import keep
from channels.zalo_bot.raw import NAME, Ignored, flat, stored

PATH = "/zalo-bot/webhook"
SECRET_HEADER = "X-Bot-Api-Secret-Token"  # noqa: S105 - the header's name, not a secret
PATIENCE_SECONDS = 10.0
"""Zalo may have hung up by then; what it said is stored all the same."""


class Webhook:
    """Takes updates once somebody listens."""

    def __init__(self, secret: str, bot: str, clock: Clock, *, patience: float = PATIENCE_SECONDS) -> None:
        """`patience`: seconds for which it is tried to store an update."""
        self._secret = secret.encode()
        self._bot = bot
        self._clock = clock
        self._patience = patience
        self.receive: Receive | None = None

    def mount(self, app: web.Application) -> None:
        """Add the route to the server."""
        app.add_routes([web.post(PATH, self.take), web.get(PATH, self.alive)])

    async def alive(self, request: web.Request) -> web.Response:
        """For whoever opens the address to see whether it can be reached."""
        return web.Response()

    async def take(self, request: web.Request) -> web.Response:
        """One update from Zalo, or its trial of the address: with {} or nothing in it, perhaps without the secret."""
        given = request.headers.get(SECRET_HEADER)
        body = await body_of(request)
        if body is None:
            return refused(NAME, "giant", 413)
        if is_trial(body) and (given is None or is_secret(given, self._secret)):
            return web.Response()
        if not is_secret(given, self._secret):
            return refused(NAME, "forged", 403)
        return await self._understand(body)

    async def _understand(self, body: bytes) -> web.Response:
        content = object_in(body)
        if content is None:
            return refused(NAME, "malformed", 400)
        update = flat(content)
        arrived = int(self._clock().timestamp() * 1000)
        raw = Ignored.UNKNOWN_EVENT if update is None else stored(update, self._bot, arrived)
        if isinstance(raw, Ignored):
            IGNORED.labels(NAME, raw).inc()
            return web.Response()
        if self.receive is None:
            return web.Response(status=503)
        await keep(raw, self.receive, self._patience)
        return web.Response()
