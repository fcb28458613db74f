"""Takes a call out of an HTTP request: query string, form, multipart with files, or JSON."""

from __future__ import annotations

import json
from typing import Any

from aiohttp import web

from . import limits, schema
from .wire import BrokenRule, Call, Refusal, Upload


async def read_call(request: web.Request, method: str, *, strict: bool) -> tuple[Call, list[str]]:
    """The call with typed values, and what is wrong with it; without `strict` nothing is looked for."""
    raw, uploads = await _read_body(request)
    raw = {**request.query, **raw}
    for name in uploads:
        raw.setdefault(name, f"attach://{name}")
    attached = {name for name in uploads if name not in schema.parameters(method)}
    values, problems = schema.read_parameters(method, {name: raw[name] for name in raw if name not in attached})
    problems += [f"file {name} is not used by any parameter" for name in attached if not _mentions(raw, name)]
    name = schema.methods()[method.lower()].__api_method__
    return Call(method=name, values=values, uploads=uploads), problems if strict else []


async def _read_body(request: web.Request) -> tuple[dict[str, Any], dict[str, Upload]]:
    if request.content_type == "application/json":
        return _read_json(await request.text()), {}
    values: dict[str, Any] = {}
    uploads: dict[str, Upload] = {}
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            uploads[name] = Upload(name=value.filename, content_type=value.content_type, content=value.file.read())
        else:
            values[name] = value if isinstance(value, str) else bytes(value).decode()
    if sum(len(upload.content) for upload in uploads.values()) > limits.MAX_UPLOAD_BYTES:
        raise Refusal(413, "Request Entity Too Large")
    return values, uploads


def _read_json(text: str) -> dict[str, Any]:
    try:
        values = json.loads(text or "{}")
    except ValueError:
        raise BrokenRule("can't parse the request as JSON") from None
    if not isinstance(values, dict):
        raise BrokenRule("the request must be a JSON object")
    return values


def _mentions(raw: dict[str, Any], name: str) -> bool:
    """Uploads beside the parameters are referred to as attach://<name>."""
    return any(f"attach://{name}" in str(value) for key, value in raw.items() if key != name)
