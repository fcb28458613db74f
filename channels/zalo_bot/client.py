"""The client of the Bot API: POST with JSON only, judged by `ok`, never by the HTTP status.

The token stands in every address, so nothing that holds an address leaves this file: no exception of the HTTP library,
no body that is not what the Bot API promises. Failures are raised outside `except`, so that nothing hangs on to them.
"""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import aiohttp
from pydantic import SecretStr

from channels.vendor_json import object_in
from channels.zalo_bot.answers import Bot, Result, Verification, message_id, webhook_url
from channels.zalo_bot.errors import NOT_FOUND, Refused, Unanswered

SECONDS = 20.0
"""For an ordinary answer."""
CONNECT_SECONDS = 10.0
POLL_SPARE_SECONDS = 15.0
"""How much longer than the poll itself its answer may take."""
PHOTO_SECONDS = 150.0
"""Zalo fetches the picture before it answers."""
TYPING_SECONDS = 5.0
"""What comes later is of no use."""
LONGEST_DESCRIPTION = 200


class Client:
    """One bot's calls. They raise Refused and Unanswered."""

    def __init__(self, *, token: str, api_base: str) -> None:
        self._token = SecretStr(token)
        self._base = api_base.rstrip("/")
        self._http: aiohttp.ClientSession | None = None

    async def close(self) -> None:
        """Close the connections."""
        if self._http is not None:
            await self._http.close()
            self._http = None

    async def get_me(self) -> Bot:
        """Who we are."""
        return Bot.of(await self._call("getMe", {}))

    async def get_update(self, seconds: int) -> Result:
        """One update, waited for so long. Refused(408) where nothing came."""
        return await self._call("getUpdates", {"timeout": seconds}, seconds=seconds + POLL_SPARE_SECONDS)

    async def webhook(self) -> str:
        """Where updates are delivered to; empty if nowhere."""
        try:
            return webhook_url(await self._call("getWebhookInfo", {}))
        except Refused as refused:
            if refused.code != NOT_FOUND:
                raise
        return ""  # so it answers for a bot that never had one

    async def set_webhook(self, url: str, secret: str) -> Verification | None:
        """Have updates delivered there; it is kept even if Zalo could not reach it, and says so."""
        return Verification.of(await self._call("setWebhook", {"url": url, "secret_token": secret}))

    async def delete_webhook(self) -> None:
        """Have updates kept for polling."""
        await self._call("deleteWebhook", {})

    async def send_message(self, chat: str, text: str) -> str:
        """Send a text, shown letter by letter as it is: without parse_mode nothing in it is markup. Its id."""
        return message_id(await self._call("sendMessage", {"chat_id": chat, "text": text}))

    async def send_photo(self, chat: str, url: str, caption: str, *, seconds: float = PHOTO_SECONDS) -> str:
        """Send a picture, which Zalo fetches from the address, more than once. Its id."""
        wanted = {"chat_id": chat, "photo": url} | ({"caption": caption} if caption else {})
        return message_id(await self._call("sendPhoto", wanted, seconds=seconds))

    async def send_typing(self, chat: str) -> None:
        """Show for a moment that an answer is being written."""
        await self._call("sendChatAction", {"chat_id": chat, "action": "typing"}, seconds=TYPING_SECONDS)

    async def _call(self, method: str, wanted: Mapping[str, Any], *, seconds: float = SECONDS) -> Result:
        status, body, failure = await self._answer(method, wanted, seconds)
        if failure is not None:
            raise failure
        answer = _read(body)
        if answer is None:
            # What a gateway refuses in Zalo's place never came through; of anything else nobody knows.
            never_came = HTTPStatus.BAD_REQUEST <= status < HTTPStatus.INTERNAL_SERVER_ERROR
            raise Unanswered(f"HTTP {status} without an answer of the Bot API", doubtful=not never_came)
        if answer.get("ok") is True:
            result = answer.get("result")
            return result if isinstance(result, Mapping) else {}
        raise Refused(_code(answer, status), self._without_token(answer.get("description")))

    async def _answer(
        self, method: str, wanted: Mapping[str, Any], seconds: float
    ) -> tuple[int, bytes, Unanswered | None]:
        if self._http is None:
            self._http = aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar())
        timeout = aiohttp.ClientTimeout(total=seconds, connect=CONNECT_SECONDS)
        try:
            async with self._http.post(
                f"{self._base}/bot{self._token.get_secret_value()}/{method}",
                json=wanted,
                timeout=timeout,
                allow_redirects=False,
            ) as response:
                return response.status, await response.read(), None
        except (aiohttp.ClientError, OSError, ValueError) as failure:
            never_left = isinstance(failure, aiohttp.ClientConnectorError | aiohttp.ConnectionTimeoutError)
            return 0, b"", Unanswered(type(failure).__name__, doubtful=not never_left)

    def _without_token(self, description: object) -> str:
        text = description if isinstance(description, str) else ""
        # The part before the colon is the bot's id, which is no secret.
        secret = self._token.get_secret_value().partition(":")[2]
        for form in (secret, quote(secret), quote(secret, safe="")):
            text = text.replace(form, "***")
        return text[:LONGEST_DESCRIPTION]


def _read(body: bytes) -> Mapping[str, Any] | None:
    """The answer; None if it is none of the Bot API's."""
    answer = object_in(body)
    return answer if answer is not None and isinstance(answer.get("ok"), bool) else None


def _code(answer: Mapping[str, Any], status: int) -> int:
    # One method spells it otherwise; the HTTP status is 200 for most errors, and then says nothing.
    for key in ("error_code", "errorCode"):
        code = answer.get(key)
        if isinstance(code, int) and code:
            return code
    return status if status >= HTTPStatus.BAD_REQUEST else HTTPStatus.BAD_REQUEST
