"""Lan's phone and the Telegram simulator around the real channel, without an engine behind it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress

from aiohttp.test_utils import unused_port

from bot.messages import Address, Reply
from channels.server import application, serving
from channels.telegram.channel import TelegramChannel
from tests.channels.conformance import Shown
from tests.channels.memory import MemoryFiles
from tests.channels.recording import RecordingInbox
from tests.channels.waiting import until
from tests.support.telegram import TOKEN, Person, SeenMessage, TelegramServer
from tests.support.telegram.updates import Update

SECRET = "a-secret-of-the-webhook"
FEW_SECONDS = 0.3
"""Long enough for everything that goes well on this machine; a failure takes longer than anybody waits."""


class Phone:
    """Lan with Telegram, and what the channel stores of what she does.

    `url` is the address of our server, in webhook mode.
    """

    redelivers = True

    def __init__(self, telegram: TelegramServer, *, url: str = "") -> None:
        self.telegram = telegram
        self.inbox = RecordingInbox()
        self.files = MemoryFiles()
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
        press_line(self.person, label)
        return await self.is_acknowledged()

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
        return await self.is_acknowledged(within=5.0)

    async def is_acknowledged(self, within: float = FEW_SECONDS) -> bool:
        """Whether Telegram was told, within that time, that we have everything."""
        self._last = next(iter(self.telegram.updates.waiting()), self._last)
        try:
            await until(lambda: not self.telegram.updates.waiting(), within)
        except TimeoutError:
            return False
        return True

    async def bytes_of(self, digest: str) -> bytes:
        return await self.files.read(digest)

    async def keep(self, content: bytes) -> str:
        return await self.files.put(content)

    async def reply(self, reply: Reply) -> None:
        await self.channel.send(self.lan, reply)

    async def shown(self) -> Sequence[Shown]:
        return [
            Shown(
                text=message.text,
                buttons=meanings(message),
                files=tuple(file.name for file in message.files),
            )
            for message in self.person.screen
        ]


def meanings(message: SeenMessage) -> tuple[str, ...]:
    """What the buttons stand for: a bare number means the line of the text that begins with it."""
    lines = dict(line.split(". ", 1) for line in message.text.splitlines() if ". " in line)
    return tuple(lines.get(label, label) if label.isdecimal() else label for label in message.buttons)


def press_line(person: Person, label: str) -> None:
    """Presses the newest button that has the label, or that stands for the line with the label."""
    for message in reversed(person.screen):
        for button, meaning in zip(message.buttons, meanings(message), strict=True):
            if meaning == label:
                person.presses(button, on=message)
                return
    raise AssertionError(f"{person.name} finds nothing to press that means {label!r}.\n{person.describe()}")


@asynccontextmanager
async def telegram() -> AsyncIterator[Phone]:
    """Lan's phone; the channel polls."""
    async with TelegramServer() as server, _listening(Phone(server)) as phone:
        yield phone
    assert server.violations == []


@asynccontextmanager
async def telegram_webhook() -> AsyncIterator[Phone]:
    """Lan's phone; Telegram calls our server."""
    port = unused_port()
    async with TelegramServer() as server:
        phone = Phone(server, url=f"http://127.0.0.1:{port}")
        server.delivery.second = 0.2
        async with serving(application([phone.channel.mount], healthy=_is_well), "127.0.0.1", port), _listening(phone):
            yield phone
    assert server.violations == []


@asynccontextmanager
async def _listening(phone: Phone) -> AsyncIterator[Phone]:
    await phone.channel.prepare()
    listening = asyncio.create_task(phone.channel.listen(phone.inbox.receive))
    try:
        await until(lambda: bool(phone.telegram.world.poll or phone.telegram.world.webhook.url))
        yield phone
    finally:
        listening.cancel()
        with suppress(asyncio.CancelledError):
            await listening
        await phone.channel.close()


async def _is_well() -> bool:
    return True
