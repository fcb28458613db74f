"""A terminal with `khombot chat`: lines go in through a pipe, every print is an event."""

from __future__ import annotations

import asyncio
import itertools
import os
import re
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, suppress
from functools import partial
from io import StringIO
from pathlib import Path
from typing import TextIO

from bot.app.parts import opened
from bot.clock import Clock
from bot.conversation.engine import Engine
from bot.conversation.photos import keep
from bot.messages import RawUpdate
from bot.settings import Settings
from channels.console.channel import ConsoleChannel
from channels.console.inbound import MAX_TEXT
from tests.channels.waiting import until
from tests.support.talk.numbered import offered, typed_for
from tests.support.talk.phone import Seen, SeenFile

LINE_END = re.compile(r"\r\n|\r|\n")
PATIENCE = 60.0
"""Seconds until a typed line must have been stored: a terminal waits its turn at the database."""
SAVED = re.compile(r"\[Tệp đã lưu: (.+)\]")


class ConsolePhone:
    """Types numbers and words, because there are no buttons. It is a process of its own on the same database."""

    def __init__(self, settings: Settings, clock: Clock, *, enter: Callable[[], Awaitable[str]]) -> None:
        """`enter` makes the person's account, as the command does, and gives its chat."""
        self._settings = settings
        self._clock = clock
        self._enter = enter
        self._screen = _Screen()
        self._files = itertools.count(1)
        self._taken = 0
        self._chat = ""
        self._typing = -1
        self._keyboard: TextIO
        self._engine: Engine | None = None
        self._tasks: list[asyncio.Task[None]] = []
        self._process = AsyncExitStack()

    @property
    def is_open(self) -> bool:
        """Whether somebody sits at it."""
        return self._engine is not None

    async def joins(self, token: str) -> None:
        """Whoever sits at the terminal is known by the command, and begins by saying something."""
        self._chat = await self._enter()
        await self.begins()
        await self.types("menu")

    async def begins(self) -> None:
        """Start the command; what was printed before it stays on the screen."""
        parts = await self._process.enter_async_context(opened(self._settings, clock=self._clock))
        typed, self._typing = os.pipe()
        self._keyboard = os.fdopen(typed, encoding="utf-8")
        channel = ConsoleChannel(
            chat=self._chat,
            clock=self._clock,
            put_file=partial(keep, parts.store.files),
            read_file=parts.store.files.read,
            downloads=self._settings.data_dir / f"downloads of {self._chat}",
            keyboard=self._keyboard,
            screen=self._screen,
        )
        self._engine = parts.engine_for(channel)
        ready = asyncio.Event()
        self._tasks.append(asyncio.create_task(self._engine.run(ready.set)))
        await ready.wait()
        printed = len(self._screen.printed)
        self._tasks.append(asyncio.create_task(channel.listen(self._receive)))
        await until(lambda: len(self._screen.printed) > printed)

    async def types(self, text: str) -> None:
        before, taken = self._reaction(), self._taken
        os.write(self._typing, f"{text}\n".encode())
        if text.startswith("/") or len(text) > MAX_TEXT:
            await until(lambda: self._reaction() != before)  # it may be refused without being handed in
        else:
            lines = sum(bool(line.strip()) for line in LINE_END.split(text))
            try:
                await until(lambda: self._taken >= taken + lines, PATIENCE)
            except TimeoutError:
                raise AssertionError(f"not handed in within {PATIENCE} s: {text!r}") from None

    async def presses(self, label: str, on: Seen) -> None:
        await self.types(typed_for(label, on.text))

    async def forges(self, choice: str) -> None:
        raise AssertionError("what is typed in a terminal is never a choice's id")

    async def sends(self, content: bytes, name: str) -> None:
        file = self._settings.data_dir / str(next(self._files)) / name
        file.parent.mkdir(exist_ok=True)
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
        """Close the terminal once everything is answered."""
        await self.delivered()
        await self.ends()

    async def ends(self) -> None:
        """The process is gone, at once and without a farewell."""
        if not self.is_open:
            return
        self._engine = None
        os.close(self._typing)
        while self._tasks:
            task = self._tasks.pop()
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        self._keyboard.close()
        await self._process.aclose()

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
    saved = [Path(found[1]) for found in map(SAVED.fullmatch, lines) if found]
    return Seen(
        # Only a reply is followed by an empty line; the rest asks for nothing.
        key=f"{place}" if text.endswith("\n\n") else f"note {place}",
        text=text,
        joined=True,
        buttons=offered(text),
        files=tuple(SeenFile(name=path.name, fetch=_reading(path)) for path in saved),
    )


def _reading(path: Path) -> Callable[[], Awaitable[bytes]]:
    async def fetch() -> bytes:
        return await asyncio.to_thread(path.read_bytes)

    return fetch
