"""The webhook's route: 200 once the event is committed; what is forged is refused without a word.

How old a call is does not matter: Zalo delivers again for two hours, and our server may have been down for longer.
A replay changes nothing, because the inbox never takes an id twice, however late.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import structlog
from aiohttp import web

from bot.clock import Clock
from bot.conversation.channel import Receive
from bot.domain.errors import BotError
from bot.metrics import IGNORED
from bot.texts.zalo_oa import CALLBACK as CALLBACK_WORDS
from channels.vendor_json import object_in
from channels.webhooks import body_of, is_trial, refused
from channels.zalo_oa.raw import NAME, Ignored, stored
from channels.zalo_oa.signature import Signatures

PATH = "/zalo-oa/webhook"
CALLBACK = "/zalo-oa/callback"
"""Where the consent page leads back to; whoever is there copies the address."""
SIGNATURE_HEADER = "X-ZEvent-Signature"
TIME_HEADER = "X-ZEvent-Timestamp"

log = structlog.get_logger()


class Webhook:
    """Takes events once somebody listens."""

    def __init__(self, signatures: Signatures, account: str, clock: Clock) -> None:
        self._signatures = signatures
        self._account = account
        self._clock = clock
        self._warned = False
        self.receive: Receive | None = None

    async def alive(self, request: web.Request) -> web.Response:
        """For whoever opens the address to see whether it can be reached."""
        return web.Response()

    async def consented(self, request: web.Request) -> web.Response:
        """What to do with the address of this page; its code is worth nothing without the waiting command."""
        return web.Response(text=CALLBACK_WORDS)

    async def take(self, request: web.Request) -> web.Response:
        """One event from Zalo, or its trial of the address: unsigned, with {} or nothing in it."""
        body = await body_of(request)
        if body is None:
            return refused(NAME, "giant", 413)
        given = request.headers.get(SIGNATURE_HEADER)
        if given is None and is_trial(body):
            return web.Response()
        content = _content(body)
        times = {_time(content), request.headers.get(TIME_HEADER, "")} - {""}
        if given is None or not self._signatures.is_ours(given, body, times):
            self._warn()
            return refused(NAME, "forged", 403)
        return await self._understand(request, content)

    async def _understand(self, request: web.Request, content: Mapping[str, Any]) -> web.Response:
        event = stored(content, self._account, int(self._clock().timestamp() * 1000))
        if isinstance(event, Ignored):
            IGNORED.labels(NAME, event).inc()
            return web.Response()
        if self.receive is None:
            return _unanswered(request)
        try:
            await self.receive([event])
        except (BotError, OSError) as failure:
            log.warning("zalo event is not stored", problem=str(failure))
            return _unanswered(request)
        return web.Response()

    def _warn(self) -> None:
        """Once: whoever forges may call often, and whoever copied the wrong secret has to find this line."""
        if not self._warned:
            self._warned = True
            cure = "copy ZALO_OA_SECRET_KEY anew from the webhook's page of the application, if it was Zalo who called"
            log.warning("zalo webhook refused: the signature is wrong", cure=cure)


def _content(body: bytes) -> Mapping[str, Any]:
    """The event; nothing where it cannot be read, which a correct signature does not make better."""
    return object_in(body) or {}


def _time(content: Mapping[str, Any]) -> str:
    said = content.get("timestamp")
    return str(said) if isinstance(said, str | int) else ""


def _unanswered(request: web.Request) -> web.Response:
    """Break the connection: that Zalo delivers again what had no answer is certain, what had a bad one is not."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response(status=503)
