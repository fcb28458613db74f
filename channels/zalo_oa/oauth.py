"""OAuth v4: from a code or a refresh token to a pair. Refusals come with HTTP 200, so the body decides.

Tokens and secrets stand only in bodies and headers; nothing of either leaves this file in an exception.
"""

from __future__ import annotations

import base64
import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

import aiohttp

from bot.clock import Clock
from channels.vendor_json import object_in
from channels.zalo_oa.keeper import Pair
from channels.zalo_oa.sentences import OAUTH, OTHER_OAUTH

TIMEOUT = aiohttp.ClientTimeout(total=20, connect=10)
INVALID_REFRESH_TOKEN = -14014
SHORTEST_LIFE = 60


class OauthRefused(Exception):
    """Zalo answered, but with an error."""

    def __init__(self, code: int, name: str) -> None:
        sentence = OAUTH.get(code) or OTHER_OAUTH.format(code=code, name=name[:100])
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence


class NotAsked(Exception):
    """No connection came about: what was to be used up is surely unused."""


class Unanswered(Exception):
    """It was asked, and nothing understandable came back: what was to be used up may be used up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """One visit to the consent page: its address, and what proves afterwards that it was ours (PKCE)."""

    address: str
    verifier: str = field(repr=False)


class Oauth:
    """One application's way to tokens."""

    def __init__(self, *, base: str, app_id: str, app_secret: str, clock: Clock) -> None:
        self._base = base.rstrip("/")
        self._app_id = app_id
        self._secret = app_secret
        self._clock = clock

    def consent(self, redirect_uri: str) -> Consent:
        """Begin a visit."""
        verifier = secrets.token_urlsafe(32)  # 43 characters, as Zalo wants it
        challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
        query = urlencode({"app_id": self._app_id, "redirect_uri": redirect_uri, "code_challenge": challenge})
        return Consent(address=f"{self._base}/v4/oa/permission?{query}", verifier=verifier)

    async def exchange(self, code: str, verifier: str) -> Pair:
        """The first pair after a visit. OauthRefused, NotAsked, Unanswered."""
        return await self._ask({"grant_type": "authorization_code", "code": code, "code_verifier": verifier})

    async def refresh(self, token: str) -> Pair:
        """The next pair; the token is used up by it. OauthRefused, NotAsked, Unanswered."""
        return await self._ask({"grant_type": "refresh_token", "refresh_token": token})

    async def _ask(self, form: Mapping[str, str]) -> Pair:
        asked = self._clock()
        answer = await self._post({"app_id": self._app_id, **form})
        match answer:
            case {"access_token": str(access), "refresh_token": str(refresh)} if access and refresh:
                life = timedelta(seconds=_seconds(answer.get("expires_in")))
                return Pair(access=access, refresh=refresh, expires_at=asked + life)
            case {"error": int(code)} if code:
                raise OauthRefused(code, str(answer.get("error_name", "")))
        raise Unanswered

    async def _post(self, form: Mapping[str, str]) -> Mapping[str, Any]:
        body = b""
        failure: Exception | None = None
        try:
            async with (
                aiohttp.ClientSession(timeout=TIMEOUT, cookie_jar=aiohttp.DummyCookieJar()) as http,
                http.post(
                    f"{self._base}/v4/oa/access_token",
                    data=form,
                    headers={"secret_key": self._secret},
                    allow_redirects=False,
                ) as response,
            ):
                body = await response.read()
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError):
            failure = NotAsked()
        except (aiohttp.ClientError, TimeoutError, OSError):
            failure = Unanswered()
        # Raised outside `except`, so that nothing of the request hangs on to it.
        if failure is not None:
            raise failure
        return object_in(body) or {}


def _seconds(said: object) -> int:
    """`expires_in`, which comes as a string; what cannot be read is taken for short, so that it is renewed soon."""
    text = str(said)
    return int(text) if text.isdecimal() and len(text) < 10 else SHORTEST_LIFE
