"""Signed, expiring links to files, good only in the chat that they were made for."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from datetime import UTC, datetime
from urllib.parse import urlencode

from bot.clock import Clock
from bot.domain.errors import Missing
from bot.messages import Attachment
from channels.web.limits import LINK_LIFE


class Links:
    """Makes the links of a chat's files and checks them when they are followed."""

    def __init__(self, key: bytes, clock: Clock) -> None:
        self._key = hmac.digest(key, b"web chat files", hashlib.sha256)
        self._clock = clock

    def link(self, chat: str, file: Attachment) -> str:
        """The address of a kept file for the page of that chat."""
        digest, name = file.digest or "", file.name
        expires = str(int((self._clock() + LINK_LIFE).timestamp()))
        query = {"name": name, "expires": expires, "sign": self._sign(chat, digest, name, expires)}
        return f"/chat/files/{digest}?{urlencode(query)}"

    def check(self, chat: str, digest: str, query: Mapping[str, str]) -> str:
        """The file's name, if the link is whole, of this chat, and not expired; Missing otherwise."""
        name, expires = query.get("name", ""), query.get("expires", "")
        expected = self._sign(chat, digest, name, expires)
        if not hmac.compare_digest(expected.encode(), query.get("sign", "").encode()):
            raise Missing("no_file")
        if datetime.fromtimestamp(int(expires), UTC) < self._clock():
            raise Missing("link_expired")
        return name

    def _sign(self, chat: str, digest: str, name: str, expires: str) -> str:
        return hmac.new(self._key, f"{chat}\n{digest}\n{expires}\n{name}".encode(), hashlib.sha256).hexdigest()
