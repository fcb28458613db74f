"""A kept file as an answer: its name in Vietnamese, a type that cannot do harm, and the part that was asked for."""

from __future__ import annotations

import mimetypes
import re
import unicodedata
from pathlib import PurePosixPath
from urllib.parse import quote

from aiohttp import web

from channels.web.outbound import SHOWN_AS_PICTURE
from channels.web.uploads import mime_of

UNKNOWN = "application/octet-stream"
_BUNDLES = {"application/zip", UNKNOWN}
"""What the bytes of a workbook can look like: there the name knows more."""
_RUNS_IN_A_BROWSER = re.compile(r"html|xml(?!formats)|javascript|ecmascript|svg|wasm")
_ENDING = re.compile(r"\.[a-z0-9]{1,5}")
_NAMELESS = "tep"
# Letters that have no base letter in Unicode.
_PLAIN = str.maketrans({"đ": "d", "Đ": "D"})


def served(request: web.Request, content: bytes, name: str, *, cache: str) -> web.Response:
    """Pictures to look at, anything else to save, so that no upload can run in our pages; 206 for a part."""
    mime = mime_of(content)
    picture = mime in SHOWN_AS_PICTURE
    part, headers = _asked_part(request, len(content))
    return web.Response(
        status=206 if part else 200,
        body=content[part] if part else content,
        content_type=mime if picture else _type(mime, name),
        headers={
            "Content-Disposition": _disposition("inline" if picture else "attachment", name or _named_by(mime)),
            "Cache-Control": cache,
            **headers,
        },
    )


def ending_of(name: str, mime: str) -> str:
    """The ending by which a phone finds the program for a file: ".xlsx", or blank."""
    ending = PurePosixPath(name).suffix.lower()
    if _ENDING.fullmatch(ending):
        return ending
    return mimetypes.guess_extension(mime) or ""


def _type(found: str, name: str) -> str:
    """By content; by name where the content does not say it. Nothing that a browser would run."""
    mime = (mimetypes.guess_type(name)[0] or found) if found in _BUNDLES else found
    return UNKNOWN if _RUNS_IN_A_BROWSER.search(mime) else mime


def _named_by(mime: str) -> str:
    return f"{_NAMELESS}{mimetypes.guess_extension(mime) or ''}"


def _disposition(how: str, name: str) -> str:
    """Both spellings: programs that load files for an app often know only the old, plain one."""
    plain = unicodedata.normalize("NFD", name.translate(_PLAIN)).encode("ascii", "ignore").decode()
    plain = re.sub(r"[^\w .()+,-]", "_", plain) or _NAMELESS
    return f"{how}; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"


def _asked_part(request: web.Request, size: int) -> tuple[slice | None, dict[str, str]]:
    """The bytes that are asked for, if not all, with their headers: an iPhone plays no sound or film without them."""
    accepts = {"Accept-Ranges": "bytes"}
    try:
        asked = request.http_range
    except ValueError:
        return None, accepts
    if asked.start is None and asked.stop is None:
        return None, accepts
    start, stop, _ = asked.indices(size)
    if start >= stop:
        raise web.HTTPRequestRangeNotSatisfiable(headers={"Content-Range": f"bytes */{size}"})
    return slice(start, stop), {**accepts, "Content-Range": f"bytes {start}-{stop - 1}/{size}"}
