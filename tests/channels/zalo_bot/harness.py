"""Lan's phone and the simulator of the Zalo Bot Platform around the real channel, without an engine behind it."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress

import filetype  # type: ignore[import-untyped]  # it ships no types
from aiohttp import web
from aiohttp.test_utils import unused_port

from bot.clock import utc_now
from bot.conversation.channel import FileLink
from bot.messages import Address, Attachment, Reply
from bot.texts import zalo as say
from channels.server import application, serving
from channels.zalo_bot.channel import ZaloBotChannel
from tests.channels.conformance import Shown
from tests.channels.memory import MemoryFiles
from tests.channels.recording import RecordingInbox
from tests.channels.waiting import until
from tests.support.zalo_bot import TOKEN, BotMessage, Options, ZaloBotServer
from tests.support.zalo_bot.updates import Update

SECRET = "a-secret-of-the-webhook"
CODE = "482117"
FEW_SECONDS = 0.5
"""Long enough for everything that goes well on this machine; a failure takes longer than anybody waits."""
FILE = re.compile(re.escape(say.FILE).replace(r"\{name\}", "(.+)").replace(r"\{link\}", r"https?://\S+"))


class Phone:
    """Lan with Zalo, and what the channel stores of what she does.

    `url` is the address of our server; `called` says that Zalo calls it, instead of being polled.
    """

    redelivers = True

    def __init__(self, zalo: ZaloBotServer, *, url: str, called: bool) -> None:
        self.zalo = zalo
        self.called = called
        self.inbox = RecordingInbox()
        self.files = MemoryFiles()
        self._url = url
        self.channel = ZaloBotChannel(
            token=TOKEN,
            api_base=zalo.base,
            webhook_secret=SECRET if called else "",
            public_url=url,
            clock=utc_now,
            link_file=self._link,
        )
        self.person = zalo.person("Lan")
        self.lan = Address(channel="zalo_bot", bot=self.channel.bot, chat=self.person.id)
        self._last: Update | None = None

    async def _link(self, address: Address, file: Attachment) -> FileLink:
        assert address == self.lan
        return FileLink(url=f"{self._url}/files/{file.digest}", code="" if file.public else CODE)

    def mount(self, app: web.Application) -> None:
        """What is behind the links, for Zalo's server and for Lan."""
        app.add_routes([web.get("/files/{digest}", self._file)])

    async def _file(self, request: web.Request) -> web.Response:
        content = await self.files.read(request.match_info["digest"])
        return web.Response(body=content, content_type=filetype.guess_mime(content) or "application/octet-stream")

    async def types(self, text: str) -> bool:
        return await self.is_acknowledged(self.person.says(text))

    async def presses(self, label: str) -> bool:
        raise AssertionError("a Zalo bot has no buttons")

    async def sends_photo(self, content: bytes) -> bool:
        return await self.is_acknowledged(self.person.sends_photo(content))

    async def opens_invitation(self, token: str) -> bool:
        raise AssertionError("a Zalo bot has no links")

    async def again(self) -> bool:
        """Zalo tells of it once more; whether it ever does so by itself is not known."""
        assert self._last is not None
        self.zalo.updates.add(self._last)
        return await self.is_acknowledged(self._last, within=5.0)

    async def is_acknowledged(self, update: Update, within: float = FEW_SECONDS) -> bool:
        """Whether, within that time, our server said 200, or we came back for more."""
        self._last = update
        try:
            await until(lambda: self.zalo.settled, within)
        except TimeoutError:
            return False
        return not self.called or self.zalo.delivery.answers[-1] == (update.message_id, 200)

    async def bytes_of(self, digest: str) -> bytes:
        return await self.files.read(digest)

    async def keep(self, content: bytes) -> str:
        return await self.files.put(content)

    async def reply(self, reply: Reply) -> None:
        await self.channel.send(self.lan, reply)

    async def shown(self) -> Sequence[Shown]:
        return [_seen(message) for message in self.person.screen]


def _seen(message: BotMessage) -> Shown:
    return Shown(text=message.text, files=tuple(FILE.findall(message.text)))


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
    port = unused_port()
    async with ZaloBotServer(options) as zalo:
        phone = Phone(zalo, url=f"http://127.0.0.1:{port}", called=called)
        phone.person.chat.heard = True
        app = application([phone.channel.mount, phone.mount], healthy=_is_well)
        async with serving(app, "127.0.0.1", port), _listening(phone):
            yield phone
    assert zalo.violations == []


@asynccontextmanager
async def _listening(phone: Phone) -> AsyncIterator[Phone]:
    await phone.channel.prepare()
    listening = asyncio.create_task(phone.channel.listen(phone.inbox.receive))
    try:
        await until(lambda: phone.zalo.updates.listening or bool(phone.zalo.calls_of("setWebhook")))
        yield phone
    finally:
        listening.cancel()
        with suppress(asyncio.CancelledError):
            await listening
        await phone.channel.close()


async def _is_well() -> bool:
    return True
