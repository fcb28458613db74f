"""Gives out the files of a chat to the person of that chat."""

from __future__ import annotations

from collections.abc import Sequence

from aiohttp import web

from bot.conversation.channel import ReadFile
from channels.web.accounts import Accounts
from channels.web.links import Links
from channels.web.served_file import served


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
        return served(request, content, name, cache="private, max-age=3600")
