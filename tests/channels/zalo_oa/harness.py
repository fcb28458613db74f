"""Lan's phone and the simulator of an Official Account around the real channel, without an engine behind it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from bot.messages import Address
from channels.server import application, serving
from channels.zalo_oa.channel import ZaloOaChannel
from channels.zalo_oa.oauth import Oauth
from channels.zalo_oa.tokens import Tokens
from channels.zalo_oa.webhook import PATH
from tests.channels.conformance import Shown
from tests.channels.waiting import until
from tests.channels.zalo_device import ZaloDevice, linked
from tests.channels.zalo_oa.keeping import MemoryTokens
from tests.support.ports import held_port
from tests.support.zalo_oa import Options, SeenMessage, ZaloOaServer
from tests.support.zalo_oa.events import Event


class Phone(ZaloDevice):
    """Lan with Zalo."""

    channel: ZaloOaChannel

    def __init__(self, zalo: ZaloOaServer, *, url: str) -> None:
        super().__init__(url)
        self.zalo = zalo
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
            link_file=self.link_file,
        )
        self.person = zalo.person("Lan")
        self.lan = Address(channel="zalo_oa", bot=zalo.oa_id, chat=self.person.id)
        self._last: Event | None = None

    async def types(self, text: str) -> bool:
        return await self.is_acknowledged(self.person.says(text))

    async def presses(self, label: str) -> bool:
        return await self.is_acknowledged(self.person.presses(label))

    async def sends_photo(self, content: bytes) -> bool:
        return await self.is_acknowledged(self.person.sends_photo(content))

    async def again(self) -> bool:
        assert self._last is not None
        offered = len(self.inbox.offered)
        self.zalo.queue.again(self._last)
        await until(lambda: len(self.inbox.offered) > offered)
        return await self.is_acknowledged(self._last)

    async def is_acknowledged(self, event: Event) -> bool:
        """Whether our server said 200."""
        self._last = event
        if not await self.comes_true(lambda: event not in self.zalo.queue.waiting()):
            return False
        return self.zalo.delivery.answers[-1] == (event.id, 200)

    async def shown(self) -> Sequence[Shown]:
        return [_seen(message) for message in self.person.screen]


def _seen(message: SeenMessage) -> Shown:
    files = (*(file.name for file in message.files), *linked(message.text))
    return Shown(text=message.text, buttons=tuple(message.buttons), files=files)


@asynccontextmanager
async def zalo_oa() -> AsyncIterator[Phone]:
    """Lan's phone."""
    async with opened() as phone:
        yield phone


@asynccontextmanager
async def opened(options: Options | None = None) -> AsyncIterator[Phone]:
    """Lan's phone, and Zalo as the options have it; she has just followed the account, so it may write to her."""
    with held_port() as port:
        async with ZaloOaServer(options) as zalo:
            zalo.delivery.second = 0.2
            phone = Phone(zalo, url=f"http://127.0.0.1:{port}")
            await phone.keeper.plant(zalo.tokens.first_refresh_token)
            app = application([phone.channel.mount], healthy=phone.inbox.is_well)
            async with serving(app, "127.0.0.1", port), phone.listening():
                await zalo.registers(f"{phone.url}{PATH}")
                await phone.is_acknowledged(phone.person.follows())
                phone.inbox.stored.clear()
                phone.inbox.offered.clear()
                yield phone
        assert zalo.violations == []
