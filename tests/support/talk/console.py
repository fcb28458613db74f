"""A terminal with `khombot chat`: lines go in through a pipe, every print is an event."""

from __future__ import annotations

import asyncio
import itertools
import os
import re
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from io import StringIO
from pathlib import Path

from bot.app.parts import Parts
from bot.conversation.engine import Engine
from bot.messages import RawUpdate
from channels.console.channel import ConsoleChannel
from tests.channels.waiting import until
from tests.support.talk.phone import Seen, SeenFile

OPTION = re.compile(r"(\d+)\. (.+)")
WAYS_OUT = re.compile(r"Hoặc gõ: (.+)\.")
SAVED = re.compile(r"\[Tệp đã lưu: (.+)\]")


class ConsolePhone:
    """Types numbers and words, because there are no buttons. It is a process of its own on the same database."""

    def __init__(self, parts: Parts, folder: Path, *, enter: Callable[[], Awaitable[str]]) -> None:
        """`enter` makes the person's account, as the command does, and gives its chat."""
        typed, self._typing = os.pipe()
        self._keyboard = os.fdopen(typed, encoding="utf-8")
        self._screen = _Screen()
        self._parts = parts
        self._folder = folder
        self._enter = enter
        self._files = itertools.count(1)
        self._taken = 0
        self._engine: Engine | None = None
        self._tasks: list[asyncio.Task[None]] = []

    async def joins(self, token: str) -> None:
        """Whoever sits at the terminal is known by the command, and begins by saying something."""
        chat = await self._enter()
        channel = ConsoleChannel(
            chat=chat,
            clock=self._parts.clock,
            put_file=self._parts.store.files.put,
            read_file=self._parts.store.files.read,
            downloads=self._folder / f"downloads of {chat}",
            keyboard=self._keyboard,
            screen=self._screen,
        )
        self._engine = self._parts.engine_for(channel)
        ready = asyncio.Event()
        self._tasks.append(asyncio.create_task(self._engine.run(ready.set)))
        await ready.wait()
        self._tasks.append(asyncio.create_task(channel.listen(self._receive)))
        await until(lambda: bool(self._screen.printed))
        await self.types("menu")

    async def types(self, text: str) -> None:
        before = self._reaction()
        os.write(self._typing, f"{text}\n".encode())
        if text.strip():
            await until(lambda: self._reaction() != before)

    async def presses(self, label: str, on: Seen) -> None:
        numbers = {found[2]: found[1] for found in map(OPTION.fullmatch, on.text.splitlines()) if found}
        await self.types(numbers.get(label, label.lower()))

    async def forges(self, choice: str) -> None:
        raise AssertionError("what is typed in a terminal is never a choice's id")

    async def sends(self, content: bytes, name: str) -> None:
        file = self._folder / str(next(self._files)) / name
        file.parent.mkdir()
        file.write_bytes(content)
        await self.types(f"/photo {file}")

    async def shares_place(self, latitude: float, longitude: float) -> None:
        await self.types(f"{latitude}, {longitude}")

    async def delivered(self) -> None:
        if self._engine is not None:
            await self._engine.finish()

    async def events(self) -> Sequence[Seen]:
        return [_seen(place, text) for place, text in enumerate(self._screen.printed)]

    async def close(self) -> None:
        """Close the terminal."""
        os.close(self._typing)
        await self.delivered()
        for task in self._tasks:
            task.cancel()
        for task in self._tasks:
            with suppress(asyncio.CancelledError):
                await task
        self._keyboard.close()

    async def _receive(self, updates: Sequence[RawUpdate]) -> None:
        assert self._engine is not None
        await self._engine.receive(updates)
        self._taken += 1

    def _reaction(self) -> tuple[int, int]:
        return len(self._screen.printed), self._taken


class _Screen(StringIO):
    """Keeps what is printed, print by print."""

    def __init__(self) -> None:
        super().__init__()
        self.printed: list[str] = []

    def write(self, text: str) -> int:
        self.printed.append(text)
        return super().write(text)


def _seen(place: int, text: str) -> Seen:
    lines = text.splitlines()
    options = [found[2] for found in map(OPTION.fullmatch, lines) if found]
    words = [word for found in map(WAYS_OUT.fullmatch, lines) if found for word in found[1].split(", ")]
    saved = [Path(found[1]) for found in map(SAVED.fullmatch, lines) if found]
    return Seen(
        key=str(place),
        text=text,
        buttons=(*options, *words),
        files=tuple(SeenFile(name=path.name, fetch=_reading(path)) for path in saved),
    )


def _reading(path: Path) -> Callable[[], Awaitable[bytes]]:
    async def fetch() -> bytes:
        return await asyncio.to_thread(path.read_bytes)

    return fetch
