"""The client of the OpenAPI: HTTP is always 200, so `error` decides; an old token is renewed once.

The access token stands in a header and nowhere else; nothing of a request leaves this file in an exception.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

import aiohttp

from bot.domain.errors import SendError
from channels.vendor_json import object_in, part
from channels.zalo_oa.errors import FAILED, OK, OLD_TOKEN, refusal, unreachable
from channels.zalo_oa.tokens import Tokens

TIMEOUT = aiohttp.ClientTimeout(total=30, connect=10)
SECOND_TRY_SECONDS = 1.0
"""Before "Send message failed" is believed."""

MESSAGE = "/v3.0/oa/message/cs"
IMAGE = "/v2.0/oa/upload/image"
FILE = "/v2.0/oa/upload/file"
ACCOUNT = "/v2.0/oa/getoa"

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """An Official Account, as it says of itself."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    error: int
    message: str
    data: Json


class Calls:
    """One account's calls. What goes wrong is a SendError."""

    def __init__(self, *, base: str, tokens: Tokens) -> None:
        self._base = base.rstrip("/")
        self._tokens = tokens
        self._http: aiohttp.ClientSession | None = None

    async def close(self) -> None:
        """Close the connections."""
        if self._http is not None:
            await self._http.close()
            self._http = None

    async def account(self) -> Account:
        """Who we are."""
        data = await self._call("GET", ACCOUNT, dict)
        return Account(id=_text(data, "oaid", "oa_id"), name=str(data.get("name", "")))

    async def send(self, user: str, message: Json) -> str:
        """Send a consultation message; its id."""
        body = {"recipient": {"user_id": user}, "message": message}
        data = await self._call("POST", MESSAGE, lambda: {"json": body})
        return str(data.get("message_id", ""))

    async def upload_image(self, content: bytes, name: str, mime: str) -> str:
        """Upload a picture; what a message calls it by."""
        return _text(await self._upload(IMAGE, content, name, mime), "attachment_id")

    async def upload_file(self, content: bytes, name: str, mime: str) -> str:
        """Upload a document; what a message calls it by."""
        return _text(await self._upload(FILE, content, name, mime), "token")

    async def _upload(self, path: str, content: bytes, name: str, mime: str) -> Json:
        def parts() -> Json:
            form = aiohttp.FormData(quote_fields=False)
            form.add_field("file", content, filename=name, content_type=mime)
            return {"data": form}

        return await self._call("POST", path, parts)

    async def _call(self, method: str, path: str, what: Callable[[], Json]) -> Json:
        """`what` makes the body, anew for each attempt."""
        token = await self._tokens.access()
        answer = await self._ask(method, path, token, what())
        if answer.error in OLD_TOKEN:
            token = await self._tokens.after(token)
            answer = await self._ask(method, path, token, what())
        if answer.error == FAILED:
            await asyncio.sleep(SECOND_TRY_SECONDS)
            answer = await self._ask(method, path, token, what())
        if answer.error != OK:
            raise refusal(answer.error, answer.message)
        return answer.data

    async def _ask(self, method: str, path: str, token: str, what: Json) -> _Answer:
        if self._http is None:
            self._http = aiohttp.ClientSession(timeout=TIMEOUT, cookie_jar=aiohttp.DummyCookieJar())
        status, body = 0, b""
        failure: SendError | None = None
        try:
            async with self._http.request(
                method, f"{self._base}{path}", headers={"access_token": token}, allow_redirects=False, **what
            ) as response:
                status, body = response.status, await response.read()
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError):
            failure = unreachable(doubtful=False)
        except (aiohttp.ClientError, TimeoutError, OSError):
            failure = unreachable(doubtful=True)
        # Raised outside `except`, so that nothing of the request hangs on to it.
        if failure is not None:
            raise failure
        return _understood(status, body)


def _understood(status: int, body: bytes) -> _Answer:
    answer = object_in(body) or {}
    error = answer.get("error")
    if isinstance(error, int):
        return _Answer(error=error, message=str(answer.get("message", "")), data=part(answer, "data"))
    # A gateway answered in Zalo's place; before or after it, nobody knows.
    raise unreachable(doubtful=status < HTTPStatus.BAD_REQUEST or status >= HTTPStatus.INTERNAL_SERVER_ERROR)


def _text(data: Json, *names: str) -> str:
    """The first of these that is there; SendError where Zalo says "Success" and nothing with it."""
    for name in names:
        if value := data.get(name):
            return str(value)
    raise unreachable(doubtful=True)
