"""Gives out the files of a chat to the person of that chat."""

from __future__ import annotations

import mimetypes
from collections.abc import Sequence
from urllib.parse import quote

from aiohttp import web

from bot.conversation.channel import ReadFile
from channels.web.accounts import Accounts
from channels.web.links import Links
from channels.web.outbound import SHOWN_AS_PICTURE
from channels.web.uploads import mime_of


class Downloads:
    """Follows the signed links that the page was given."""

    def __init__(self, accounts: Accounts, links: Links, read_file: ReadFile) -> None:
        self._accounts = accounts
        self._links = links
        self._read_file = read_file

    def routes(self) -> Sequence[web.AbstractRouteDef]:
        """Where they are, below /chat."""
        return (web.get("/files/{digest:[0-9a-f]{64}}", self.download),)

    async def download(self, request: web.Request) -> web.StreamResponse:
        """The bytes: a picture to look at, anything else to save, so that no upload can run in our page."""
        digest = request.match_info["digest"]
        name = self._links.check(self._accounts.visitor(request).chat, digest, request.query)
        content = await self._read_file(digest)
        mime = mime_of(content)
        picture = mime in SHOWN_AS_PICTURE
        part, headers = _asked_part(request, len(content))
        return web.Response(
            status=206 if part else 200,
            body=content[part] if part else content,
            content_type=mime if picture else mimetypes.guess_type(name)[0] or mime,
            headers={
                "Content-Disposition": f"{'inline' if picture else 'attachment'}; filename*=UTF-8''{quote(name)}",
                "Cache-Control": "private, max-age=3600",
                **headers,
            },
        )


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
