"""Lan's phone and the simulator of the Zalo Bot Platform around the real channel, without an engine behind it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import filetype  # type: ignore[import-untyped]  # it ships no types
from aiohttp import web

from bot.clock import utc_now
from bot.messages import Address
from channels.server import application, serving
from channels.zalo_bot.channel import ZaloBotChannel
from tests.channels.conformance import Shown
from tests.channels.waiting import until
from tests.channels.zalo_device import ZaloDevice, linked
from tests.support.ports import held_port
from tests.support.zalo_bot import TOKEN, BotMessage, Options, ZaloBotServer
from tests.support.zalo_bot.updates import Update

SECRET = "a-secret-of-the-webhook"


class Phone(ZaloDevice):
    """Lan with Zalo; `called` says that Zalo calls our server, instead of being polled."""

    channel: ZaloBotChannel

    def __init__(self, zalo: ZaloBotServer, *, url: str, called: bool) -> None:
        super().__init__(url)
        self.zalo = zalo
        self.called = called
        self.channel = ZaloBotChannel(
            token=TOKEN,
            api_base=zalo.base,
            webhook_secret=SECRET if called else "",
            public_url=url,
            clock=utc_now,
            link_file=self.link_file,
        )
        self.person = zalo.person("Lan")
        self.lan = Address(channel="zalo_bot", bot=self.channel.bot, chat=self.person.id)
        self._last: Update | None = None

    def mount(self, app: web.Application) -> None:
        """What is behind the links, for Zalo's server and for Lan."""
        app.add_routes([web.get("/files/{digest}", self._file)])

    async def _file(self, request: web.Request) -> web.Response:
        content = await self.files.read(request.match_info["digest"])
        return web.Response(body=content, content_type=filetype.guess_mime(content) or "application/octet-stream")

    async def types(self, text: str) -> bool:
        return await self.is_acknowledged(self.person.says(text))

    async def sends_photo(self, content: bytes) -> bool:
        return await self.is_acknowledged(self.person.sends_photo(content))

    async def again(self) -> bool:
        """Zalo tells of it once more; whether it ever does so by itself is not known."""
        assert self._last is not None
        self.zalo.updates.add(self._last)
        return await self.is_acknowledged(self._last)

    async def is_acknowledged(self, update: Update) -> bool:
        """Whether our server said 200, or we came back for more."""
        self._last = update
        if not await self.comes_true(lambda: self.zalo.settled):
            return False
        return not self.called or self.zalo.delivery.answers[-1] == (update.message_id, 200)

    async def shown(self) -> Sequence[Shown]:
        return [_seen(message) for message in self.person.screen]


def _seen(message: BotMessage) -> Shown:
    return Shown(text=message.text, files=tuple(linked(message.text)))


@asynccontextmanager
async def zalo_bot() -> AsyncIterator[Phone]:
    """Lan's phone; the channel polls."""
    async with opened() as phone:
        yield phone


@asynccontextmanager
async def zalo_bot_webhook() -> AsyncIterator[Phone]:
    """Lan's phone; Zalo calls our server."""
    async with opened(called=True) as phone:
        yield phone


@asynccontextmanager
async def opened(options: Options | None = None, *, called: bool = False) -> AsyncIterator[Phone]:
    """Lan's phone, and Zalo as the options have it; she has greeted the bot, which cannot write to her before."""
    with held_port() as port:
        async with ZaloBotServer(options) as zalo:
            phone = Phone(zalo, url=f"http://127.0.0.1:{port}", called=called)
            phone.person.chat.heard = True
            app = application([phone.channel.mount, phone.mount], healthy=phone.inbox.is_well)
            async with serving(app, "127.0.0.1", port), phone.listening():
                await until(lambda: zalo.updates.listening or bool(zalo.calls_of("setWebhook")))
                yield phone
        assert zalo.violations == []
