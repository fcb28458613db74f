"""Lan's phone and the Telegram simulator around the real channel, without an engine behind it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from bot.messages import Address
from channels.server import application, serving
from channels.telegram.channel import TelegramChannel
from tests.channels.conformance import Shown
from tests.channels.device import Device
from tests.channels.waiting import until
from tests.support.ports import held_port
from tests.support.talk.numbered import meaning
from tests.support.telegram import TOKEN, TelegramServer
from tests.support.telegram.updates import Update

SECRET = "a-secret-of-the-webhook"


class Phone(Device):
    """Lan with Telegram; `url` is the address of our server, in webhook mode."""

    channel: TelegramChannel

    def __init__(self, telegram: TelegramServer, *, url: str = "") -> None:
        super().__init__()
        self.telegram = telegram
        self.channel = TelegramChannel(
            token=TOKEN,
            api_base=telegram.base,
            webhook_secret=SECRET if url else "",
            public_url=url,
            read_file=self.files.read,
        )
        self.person = telegram.person("Lan", started=True)
        self.lan = Address(channel="telegram", bot=self.channel.bot, chat=str(self.person.id))
        self._last: Update | None = None

    async def types(self, text: str) -> bool:
        self.person.says(text)
        return await self.is_acknowledged()

    async def presses(self, label: str) -> bool:
        for message in reversed(self.person.screen):
            for button in message.buttons:
                if meaning(button, message.text) == label:
                    self.person.presses(button, on=message)
                    return await self.is_acknowledged()
        raise AssertionError(f"nothing to press means {label!r}.\n{self.person.describe()}")

    async def sends_photo(self, content: bytes) -> bool:
        self.person.sends_photo(content)
        return await self.is_acknowledged()

    async def opens_invitation(self, token: str) -> bool:
        self.person.start(token)
        return await self.is_acknowledged()

    async def again(self) -> bool:
        """Telegram delivers what it believes to be unacknowledged by itself; what was acknowledged is put back."""
        if self._last is not None and not self.telegram.updates.waiting():
            offered = len(self.inbox.offered)
            self.telegram.updates.put_back(self._last, polled=not self.telegram.world.webhook.url)
            await until(lambda: len(self.inbox.offered) > offered)
        return await self.is_acknowledged()

    async def is_acknowledged(self) -> bool:
        """Whether Telegram is told that we have everything."""
        self._last = next(iter(self.telegram.updates.waiting()), self._last)
        return await self.comes_true(lambda: not self.telegram.updates.waiting())

    async def shown(self) -> Sequence[Shown]:
        return [
            Shown(
                text=message.text,
                buttons=tuple(meaning(label, message.text) for label in message.buttons),
                files=tuple(file.name for file in message.files),
            )
            for message in self.person.screen
        ]


@asynccontextmanager
async def telegram() -> AsyncIterator[Phone]:
    """Lan's phone; the channel polls."""
    async with TelegramServer() as server:
        phone = Phone(server)
        async with phone.listening():
            await until(lambda: bool(server.world.poll))
            yield phone
    assert server.violations == []


@asynccontextmanager
async def telegram_webhook() -> AsyncIterator[Phone]:
    """Lan's phone; Telegram calls our server."""
    with held_port() as port:
        async with TelegramServer() as server:
            phone = Phone(server, url=f"http://127.0.0.1:{port}")
            server.delivery.second = 0.2
            app = application([phone.channel.mount], healthy=phone.inbox.is_well)
            async with serving(app, "127.0.0.1", port), phone.listening():
                await until(lambda: bool(server.world.webhook.url))
                yield phone
        assert server.violations == []
