"""Lan at a terminal: lines go in through a pipe, what is printed is read."""

from __future__ import annotations

import asyncio
import os
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

from channels.console.channel import ConsoleChannel
from tests.channels.conformance import Shown
from tests.channels.device import Device
from tests.channels.waiting import until

NOW = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)


class Terminal(Device):
    """A running `khombot chat` without an engine: every stored line counts as answered at once."""

    redelivers = False
    channel: ConsoleChannel

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder
        self.screen = StringIO()
        typed, self._typing = os.pipe()
        self._keyboard = os.fdopen(typed, encoding="utf-8")
        self.channel = ConsoleChannel(
            chat="1",
            clock=lambda: NOW,
            put_file=self.files.put,
            read_file=self.files.read,
            downloads=folder / "downloads",
            keyboard=self._keyboard,
            screen=self.screen,
        )
        self.lan = self.channel.address
        self.failure: OSError | None = None
        self.ended = False
        self._welcome = ""

    async def run(self) -> None:
        """Until the input ends, or a line cannot be stored."""
        try:
            await self.channel.listen(self.inbox.receive)
        except OSError as failure:
            self.failure = failure
        self.ended = True

    async def types(self, text: str) -> bool:
        offered, printed = len(self.inbox.offered), self.screen.tell()
        self.type_only(text)
        await until(lambda: self._went_on(offered, printed))
        for update in self.inbox.offered[offered:]:
            await self.channel.answered(update)
        return len(self.inbox.offered) > offered

    def type_only(self, text: str) -> None:
        """Type without waiting for anything."""
        os.write(self._typing, f"{text}\n".encode())

    async def went_on(self, offered: int) -> None:
        """Wait until more lines than these were stored."""
        await until(lambda: len(self.inbox.offered) > offered)

    def _went_on(self, offered: int, printed: int) -> bool:
        return len(self.inbox.offered) > offered or self.screen.tell() > printed or self.failure is not None

    async def sends_photo(self, content: bytes) -> bool:
        path = self.folder / "ảnh nhà bà Lan.jpg"
        path.write_bytes(content)
        return await self.types(f"/photo {path}")

    async def again(self) -> bool:
        raise AssertionError("nothing comes twice in a terminal")

    async def shown(self) -> Sequence[Shown]:
        """One screen is one text: a message has no borders here, so pieces stand for themselves."""
        text = self.screen.getvalue().removeprefix(self._welcome).rstrip("\n")
        saved = sorted((self.folder / "downloads").glob("*"))
        return [Shown(text=piece, files=()) for piece in text.split("\n\n")] + [
            Shown(text="", files=(file.name,)) for file in saved
        ]

    async def begin(self) -> None:
        """Wait for the greeting, which is not part of the conversation."""
        await until(lambda: self.screen.tell() > 0)
        self._welcome = self.screen.getvalue()

    def end(self) -> None:
        """End of input."""
        os.close(self._typing)

    def close(self) -> None:
        """The terminal is gone."""
        self._keyboard.close()


@asynccontextmanager
async def console() -> AsyncIterator[Terminal]:
    """Lan's terminal."""
    with tempfile.TemporaryDirectory() as folder:
        terminal = Terminal(Path(folder))
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(terminal.run())
            await terminal.begin()
            yield terminal
            terminal.end()
        terminal.close()
