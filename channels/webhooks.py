"""What every vendor's webhook begins with: a body within bounds, the shared secret, the answer to what is refused."""

from __future__ import annotations

import hmac

from aiohttp import web

from bot.metrics import REFUSED

MAX_BODY = 256 * 1024
"""Bytes of an update; a real one has about a thousand."""


async def body_of(request: web.Request) -> bytes | None:
    """The body; None if it is larger than MAX_BODY."""
    if (request.content_length or 0) > MAX_BODY:
        return None
    try:
        body = await request.read()
    except web.HTTPRequestEntityTooLarge:
        return None
    return body if len(body) <= MAX_BODY else None


def is_trial(body: bytes) -> bool:
    """Whether it says nothing: so Zalo tries whether somebody is there, perhaps without a signature."""
    return b"".join(body.split()) in {b"", b"{}"}


def is_secret(given: str | None, secret: bytes) -> bool:
    """Whether a header holds the secret, in constant time; whatever bytes somebody sends."""
    return given is not None and hmac.compare_digest(given.encode("utf-8", "replace"), secret)


def refused(channel: str, why: str, status: int) -> web.Response:
    """The answer to a call that is not taken: counted, and without a word."""
    REFUSED.labels(channel, why).inc()
    return web.Response(status=status)
