"""Who a browser is: a secret in a cookie, of which the chat id is the public half. Nothing is stored for it."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from urllib.parse import urlsplit

from aiohttp import web

from bot.domain.errors import Refused
from bot.messages import Address
from channels.web.limits import COOKIE_LIFE

NAME = "web"
"""The channel's name, and its only bot's."""
CHAT_COOKIE = "khombot_chat"
JOIN_COOKIE = "khombot_join"
_SECRET = re.compile(r"[\w-]{43}", re.ASCII)


class Accounts:
    """Reads and writes the cookies, and checks that a request comes from our own page."""

    def __init__(self, key: bytes, public_url: str) -> None:
        self._key = hmac.digest(key, b"web chat accounts", hashlib.sha256)
        self._public_origin = origin_of(public_url)

    def address(self, secret: str) -> Address:
        """The address behind a secret; nobody finds the secret from the address."""
        chat = hmac.new(self._key, secret.encode(), hashlib.sha256).hexdigest()[:32]
        return Address(channel=NAME, bot=NAME, chat=chat)

    def secret(self, request: web.Request, cookie: str = CHAT_COOKIE) -> str | None:
        """The secret that the browser holds, if it looks like one of ours."""
        value = request.cookies.get(cookie, "")
        return value if _SECRET.fullmatch(value) else None

    def visitor(self, request: web.Request) -> Address:
        """Whose chat this request belongs to.

        The page names its chat too: a tab that was opened before another person joined in the same browser must not
        speak in that person's name.
        """
        secret = self.secret(request)
        if secret is None:
            raise Refused("no_account")
        address = self.address(secret)
        if request.query.get("chat", address.chat) != address.chat:
            raise Refused("other_account")
        return address

    def remember(self, request: web.Request, response: web.StreamResponse, secret: str, *, joined_by: str = "") -> None:
        """Give the browser its secret for the chat, or for the invitation link that it opened."""
        response.set_cookie(
            JOIN_COOKIE if joined_by else CHAT_COOKIE,
            secret,
            max_age=int(COOKIE_LIFE.total_seconds()),
            path=joined_by or "/chat",
            httponly=True,
            samesite="Lax",
            secure=request.secure or self._public_origin.startswith("https:"),
        )

    def check_origin(self, request: web.Request, *, required: bool = False) -> None:
        """Refuse what another site's page sends in the visitor's name."""
        origin = request.headers.get("Origin")
        if origin is None and not required:
            return
        if origin is None or not self._is_ours(origin, request):
            raise Refused("foreign_origin")

    def _is_ours(self, origin: str, request: web.Request) -> bool:
        return origin == self._public_origin or urlsplit(origin).netloc == request.host


def new_secret() -> str:
    """32 random bytes."""
    return secrets.token_urlsafe(32)


def origin_of(url: str) -> str:
    """Scheme and host, as browsers write it in Origin."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
