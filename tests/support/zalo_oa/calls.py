"""What every call has to bring: its access token in the right header, JSON or a file, not too often in a minute."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from aiohttp import web

from . import limits
from .clock import Clock
from .wire import BrokenRule, JsonObject, Refusal, Upload
from .world import World


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One decoded request."""

    path: str
    values: JsonObject = field(default_factory=dict)
    upload: Upload | None = None


Answer = Callable[[World, Call], Awaitable[JsonObject]]


class Pace:
    """How many calls the application has made in this minute."""

    def __init__(self, clock: Clock) -> None:
        self.limit = limits.CALLS_PER_MINUTE
        self._clock = clock
        self._minute = 0
        self._made = 0

    def count(self) -> None:
        """Refusal above the limit."""
        minute = int(self._clock.seconds() // 60)
        if minute != self._minute:
            self._minute, self._made = minute, 0
        self._made += 1
        if self._made > self.limit:
            raise Refusal(-32)

    def headers(self) -> dict[str, str]:
        """What every answer says of it."""
        left = max(self.limit - self._made, 0)
        return {"X-RateLimit-Limit": str(self.limit), "X-RateLimit-Remain": str(left)}


def check_token(request: web.Request, world: World) -> None:
    """The header's name is access_token; there is no Bearer."""
    if "Authorization" in request.headers:
        raise BrokenRule(-216, "an Authorization header, where access_token is meant")
    if "access_token" in request.query:
        raise BrokenRule(-216, "an access token in the address")
    if not (token := request.headers.get("access_token", "")):
        raise BrokenRule(-216, "no access_token header")
    world.tokens.check(token)


async def read_call(request: web.Request) -> Call:
    """GET brings its parameters as ?data=<JSON>, POST as JSON, an upload as the multipart field `file`."""
    if request.method == "GET":
        return Call(path=request.path, values=_json(request.query.get("data", "{}")))
    if request.content_type == "multipart/form-data":
        return Call(path=request.path, upload=await _upload(request))
    if request.content_type != "application/json":
        raise BrokenRule(-201, f"no JSON: {request.content_type}", field="body")
    return Call(path=request.path, values=_json(await request.text()))


async def _upload(request: web.Request) -> Upload:
    form = await request.post()
    file = form.get("file")
    if not isinstance(file, web.FileField) or len(form) != 1:
        raise BrokenRule(-201, f"an upload is one field `file`, not {sorted(form)}", field="file")
    return Upload(name=file.filename, content=file.file.read(), content_type=file.content_type)


def _json(text: str) -> JsonObject:
    try:
        values = json.loads(text)
    except ValueError:
        raise BrokenRule(-201, f"no JSON: {text[:80]}", field="body") from None
    if not isinstance(values, dict):
        raise BrokenRule(-201, f"no JSON object: {text[:80]}", field="body")
    return values
