"""Files behind a signed link of limited life, for whoever has the link: what a channel could not carry itself."""

from __future__ import annotations

import hashlib
import hmac
import mimetypes
from datetime import UTC, datetime, timedelta
from urllib.parse import quote, urlencode

from aiohttp import web

from bot.clock import Clock
from bot.conversation.channel import ReadFile
from bot.messages import Attachment
from channels.web.uploads import mime_of

PATH = "/files"
LINK_LIFE = timedelta(days=14)
"""An announcement is opened days later, too."""


class OpenFiles:
    """Makes the links, and follows them; several times, for some vendors look before the person does."""

    def __init__(self, *, secret_key: bytes, public_url: str, clock: Clock, read_file: ReadFile) -> None:
        self._key = hmac.digest(secret_key, b"open files", hashlib.sha256)
        self._public_url = public_url.rstrip("/")
        self._clock = clock
        self._read_file = read_file

    def mount(self, app: web.Application) -> None:
        """Add the route to the server."""
        app.add_routes([web.get(f"{PATH}/{{digest:[0-9a-f]{{64}}}}", self.download)])

    def link(self, file: Attachment) -> str:
        """The address of a kept file."""
        digest, name = file.digest or "", file.name
        expires = str(int((self._clock() + LINK_LIFE).timestamp()))
        query = urlencode({"name": name, "expires": expires, "sign": self._sign(digest, name, expires)})
        return f"{self._public_url}{PATH}/{digest}?{query}"

    async def download(self, request: web.Request) -> web.StreamResponse:
        """The bytes, to be saved; 404 for a link that is not whole, 410 for one that has expired."""
        digest = request.match_info["digest"]
        name, expires = request.query.get("name", ""), request.query.get("expires", "")
        given = request.query.get("sign", "").encode()
        if not hmac.compare_digest(self._sign(digest, name, expires).encode(), given):
            raise web.HTTPNotFound
        if datetime.fromtimestamp(int(expires), UTC) < self._clock():
            raise web.HTTPGone
        content = await self._read_file(digest)
        return web.Response(
            body=content,
            content_type=mimetypes.guess_type(name)[0] or mime_of(content),
            headers={"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}"},
        )

    def _sign(self, digest: str, name: str, expires: str) -> str:
        return hmac.new(self._key, f"{digest}\n{expires}\n{name}".encode(), hashlib.sha256).hexdigest()
