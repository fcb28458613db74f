"""The web chat as a channel of the conversation, and its routes below /chat."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path

import aiohttp_jinja2
import jinja2
from aiohttp import web

from bot.clock import Clock
from bot.conversation.channel import Capabilities, ReadFile, Receive, Shown
from bot.domain.errors import SendError
from bot.messages import Address, Attachment, Incoming, RawUpdate, Reply
from channels.web import inbound
from channels.web.accounts import NAME, Accounts
from channels.web.desk import Desk
from channels.web.doorbell import Doorbell
from channels.web.downloads import Downloads
from channels.web.invitations import invitation_link
from channels.web.limits import CAPABILITIES
from channels.web.lines import Lines
from channels.web.links import Links
from channels.web.log import ChatLog
from channels.web.outbound import shown
from channels.web.pages import Pages
from channels.web.problems import tell_problems
from channels.web.uploads import PutFile, Uploads

_HERE = Path(__file__).parent


class WebChannel:
    """A chat page of our own. A message of the page is a row of the log, so its id is the outbox key."""

    name = NAME
    bot = NAME

    def __init__(
        self,
        *,
        secret_key: bytes,
        public_url: str,
        clock: Clock,
        log: ChatLog,
        put_file: PutFile,
        read_file: ReadFile,
    ) -> None:
        self._public_url = public_url.rstrip("/")
        self._doorbell = Doorbell()
        self._desk = Desk(inbound.Inbound(clock), self._doorbell)
        accounts = Accounts(secret_key, public_url)
        links = Links(secret_key, clock)
        self._lines = Lines(
            accounts=accounts, desk=self._desk, doorbell=self._doorbell, log=log, links=links, clock=clock
        )
        self._parts = (
            Pages(accounts, self._desk),
            self._lines,
            Uploads(accounts, self._desk, put_file),
            Downloads(accounts, links, read_file),
        )

    @property
    def capabilities(self) -> Capabilities:
        """What the page can show."""
        return CAPABILITIES

    def mount(self, app: web.Application) -> None:
        """Add the chat to the server; the bare address leads to it."""
        chat = web.Application(middlewares=[tell_problems])
        aiohttp_jinja2.setup(chat, loader=jinja2.FileSystemLoader(_HERE / "templates"), autoescape=True)
        chat.on_shutdown.append(self._lines.hang_up)
        for part in self._parts:
            chat.add_routes(part.routes())
        chat.router.add_static("/static", _HERE / "static")
        app.add_subapp("/chat", chat)
        app.add_routes([web.get("/", _to_chat), web.get("/chat", _to_chat)])

    def parse(self, update: RawUpdate) -> Incoming | None:
        """Understand a stored line."""
        return inbound.parse(update)

    async def fetch(self, attachment: Attachment) -> bytes:
        """Never needed: uploads are kept before their line is stored."""
        raise SendError("file_lost", retryable=False)

    async def send(self, address: Address, reply: Reply) -> str:
        """Ring: the open pages read the reply from the log. Without one it waits there, and is delivered all the same.

        The page knows messages by their outbox key, which is what `Incoming.pressed` and `Reply.settles` hold; so
        there is no other id to return.
        """
        self._doorbell.ring(address.chat)
        return ""

    def preview(self, reply: Reply) -> Sequence[Shown]:
        """One card."""
        return (shown(reply),)

    async def answered(self, update: RawUpdate) -> None:
        """The page stops waiting as soon as its line is taken."""

    async def prepare(self) -> None:
        """There is no vendor to ask."""

    async def close(self) -> None:
        """There is nothing to let go of."""

    def invitation_link(self, token: str) -> str:
        """The door page, where a button lets the invited person in."""
        return invitation_link(self._public_url, token)

    async def listen(self, receive: Receive) -> None:
        """Take lines until cancelled."""
        self._desk.receive = receive
        try:
            await asyncio.Event().wait()
        finally:
            self._desk.receive = None


async def _to_chat(request: web.Request) -> web.StreamResponse:
    return web.Response(status=302, headers={"Location": "/chat/"})
