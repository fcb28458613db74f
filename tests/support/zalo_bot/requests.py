"""Takes a call out of an HTTP request: query string, form or JSON. Multipart is not parsed, as on the real platform."""

from __future__ import annotations

import json
from typing import Any

from aiohttp import web

from .wire import BrokenRule, Call, JsonObject


async def read_call(request: web.Request, method: str) -> Call:
    """The call with its values as they came."""
    values: JsonObject = {**request.query}
    if request.method == "POST":
        values |= await _read_body(request)
    return Call(method=method, values=values)


async def _read_body(request: web.Request) -> dict[str, Any]:
    match request.content_type:
        case "application/json":
            return _read_json(await request.text())
        case "application/x-www-form-urlencoded":
            return {name: str(value) for name, value in (await request.post()).items()}
        case _:
            return {}


def _read_json(text: str) -> dict[str, Any]:
    try:
        values = json.loads(text or "{}")
    except ValueError:
        raise BrokenRule("Bad request: the body is no JSON") from None
    if not isinstance(values, dict):
        raise BrokenRule("Bad request: the body is no JSON object")
    return values
