"""Lan's phone and the simulator of an Official Account around the real channel, without an engine behind it."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress

from aiohttp.test_utils import unused_port

from bot.conversation.channel import FileLink
from bot.messages import Address, Attachment, Reply
from bot.texts import zalo as say
from channels.server import application, serving
from channels.zalo_oa.channel import ZaloOaChannel
from channels.zalo_oa.oauth import Oauth
from channels.zalo_oa.tokens import Tokens
from channels.zalo_oa.webhook import PATH
from tests.channels.conformance import Shown
from tests.channels.memory import MemoryFiles
from tests.channels.recording import RecordingInbox
from tests.channels.waiting import until
from tests.channels.zalo_oa.keeping import MemoryTokens
from tests.support.zalo_oa import Options, SeenMessage, ZaloOaServer
from tests.support.zalo_oa.events import Event

CODE = "482156"
FEW_SECONDS = 0.5
"""Long enough for everything that goes well on this machine; a failure takes longer than anybody waits."""
FILE = re.compile(re.escape(say.FILE).replace(r"\{name\}", "(.+)").replace(r"\{link\}", r"https?://\S+"))


class Phone:
    """Lan with Zalo, and what the channel stores of what she does. `url` is the address of our server."""

    redelivers = True

    def __init__(self, zalo: ZaloOaServer, *, url: str) -> None:
        self.zalo = zalo
        self.url = url
        self.inbox = RecordingInbox()
        self.files = MemoryFiles()
        self.keeper = MemoryTokens(zalo.clock.now)
        oauth = Oauth(base=zalo.base, app_id=zalo.app_id, app_secret=zalo.app_secret, clock=zalo.clock.now)
        self.tokens = Tokens(self.keeper, oauth, zalo.clock.now)
        self.channel = ZaloOaChannel(
            account=zalo.oa_id,
            app_id=zalo.app_id,
            secrets={"ZALO_OA_SECRET_KEY": zalo.secret_key, "ZALO_OA_APP_SECRET": zalo.app_secret},
            api_base=zalo.base,
            public_url=url,
            tokens=self.tokens,
            clock=zalo.clock.now,
            read_file=self.files.read,
            link_file=self._link,
        )
        self.person = zalo.person("Lan")
        self.lan = Address(channel="zalo_oa", bot=zalo.oa_id, chat=self.person.id)
        self._last: Event | None = None

    async def _link(self, address: Address, file: Attachment) -> FileLink:
        assert address == self.lan
        return FileLink(url=f"{self.url}/files/{file.digest}", code="" if file.public else CODE)

    async def types(self, text: str) -> bool:
        return await self.is_acknowledged(self.person.says(text))

    async def presses(self, label: str) -> bool:
        return await self.is_acknowledged(self.person.presses(label))

    async def sends_photo(self, content: bytes) -> bool:
        return await self.is_acknowledged(self.person.sends_photo(content))

    async def opens_invitation(self, token: str) -> bool:
        raise AssertionError("an Official Account has no links with a token")

    async def again(self) -> bool:
        assert self._last is not None
        offered = len(self.inbox.offered)
        self.zalo.queue.again(self._last)
        await until(lambda: len(self.inbox.offered) > offered)
        return await self.is_acknowledged(self._last, within=5.0)

    async def is_acknowledged(self, event: Event, within: float = FEW_SECONDS) -> bool:
        """Whether, within that time, our server said 200."""
        self._last = event
        try:
            await until(lambda: event not in self.zalo.queue.waiting(), within)
        except TimeoutError:
            return False
        return self.zalo.delivery.answers[-1] == (event.id, 200)

    async def bytes_of(self, digest: str) -> bytes:
        return await self.files.read(digest)

    async def keep(self, content: bytes) -> str:
        return await self.files.put(content)

    async def reply(self, reply: Reply) -> None:
        await self.channel.send(self.lan, reply)

    async def shown(self) -> Sequence[Shown]:
        return [_seen(message) for message in self.person.screen]


def _seen(message: SeenMessage) -> Shown:
    files = (*(file.name for file in message.files), *FILE.findall(message.text))
    return Shown(text=message.text, buttons=tuple(message.buttons), files=files)


@asynccontextmanager
async def zalo_oa() -> AsyncIterator[Phone]:
    """Lan's phone."""
    async with opened() as phone:
        yield phone


@asynccontextmanager
async def opened(options: Options | None = None) -> AsyncIterator[Phone]:
    """Lan's phone, and Zalo as the options have it; she has just followed the account, so it may write to her."""
    port = unused_port()
    async with ZaloOaServer(options) as zalo:
        zalo.delivery.second = 0.2
        phone = Phone(zalo, url=f"http://127.0.0.1:{port}")
        await phone.keeper.plant(zalo.tokens.first_refresh_token)
        app = application([phone.channel.mount], healthy=_is_well)
        async with serving(app, "127.0.0.1", port), _listening(phone):
            yield phone
    assert zalo.violations == []


@asynccontextmanager
async def _listening(phone: Phone) -> AsyncIterator[Phone]:
    await phone.channel.prepare()
    listening = asyncio.create_task(phone.channel.listen(phone.inbox.receive))
    try:
        await phone.zalo.registers(f"{phone.url}{PATH}")
        await phone.is_acknowledged(phone.person.follows())
        phone.inbox.stored.clear()
        phone.inbox.offered.clear()
        yield phone
    finally:
        listening.cancel()
        with suppress(asyncio.CancelledError):
            await listening
        await phone.channel.close()


async def _is_well() -> bool:
    return True
