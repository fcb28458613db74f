"""Somebody in a story, with what they do and see."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace

from .phone import Phone, Seen

PATIENCE = 90.0
"""Seconds for which somebody waits while nothing new comes, before the test fails: a job may take some."""


class Member:
    """One person on one channel.

    await lan.joins()
    await lan.presses("Báo cáo quý IV năm 2020")
    await lan.says("412")
    await lan.sees("Em ghi: 412 hộ")
    """

    def __init__(
        self, name: str, phone: Phone, *, invite: Callable[[], Awaitable[str]], quiet: Callable[[], Awaitable[None]]
    ) -> None:
        self.name = name
        self.phone = phone
        self._invite = invite
        self._quiet = quiet
        self._looked = 0
        self._looked_before = 0
        """What was passed over by the message waited for last is not before this."""
        self._read = 0
        """Characters of the message waited for last that count as read, where more may stand below them."""

    async def joins(self, token: str | None = None) -> Seen:
        """Accept an invitation (by default a fresh one), and see the menu."""
        await self.phone.joins(await self._invite() if token is None else token)
        return await self.sees("Cần em giúp việc gì ạ?")

    async def joins_as_newcomer(self, token: str) -> Seen:
        """Accept an invitation without saying how to be addressed, and see the menu."""
        await self.phone.joins(token)
        await self.sees("Em nên xưng hô thế nào cho phải ạ?")
        await self.presses("Bỏ qua")
        return await self.sees("Cần em giúp việc gì ạ?")

    async def follows(self, token: str) -> None:
        """Open an invitation link, whatever comes of it."""
        await self.phone.joins(token)

    async def says(self, *texts: str) -> None:
        """Type, one message after the other, each when the answer to the one before is there."""
        for text in texts:
            await self.phone.types(text)
            await self.is_answered()

    async def types_at_once(self, *texts: str) -> None:
        """Type without waiting for any answer."""
        for text in texts:
            await self.phone.types(text)

    async def presses(self, *labels: str, on: Seen | None = None) -> None:
        """Choose what stands on the newest message that offers it, or on a message as it was when it was seen."""
        for label in labels:
            await self.phone.presses(label, on or await self._offering(label))
            await self.is_answered()

    async def presses_twice(self, label: str) -> None:
        """Press twice before anything can happen."""
        message = await self._offering(label)
        await self.phone.presses(label, message)
        await self.phone.presses(label, message)
        await self.is_answered()

    async def forges(self, choice: str) -> None:
        """Send a choice that nobody offered."""
        await self.phone.forges(choice)
        await self.is_answered()

    async def sends_photo(self, content: bytes) -> None:
        """Send a picture."""
        await self.phone.sends(content, "anh.jpg")
        await self.is_answered()

    async def sends_file(self, content: bytes, name: str) -> None:
        """Send a file."""
        await self.phone.sends(content, name)
        await self.is_answered()

    async def shares_place(self, latitude: float, longitude: float) -> None:
        """Say where one is."""
        await self.phone.shares_place(latitude, longitude)
        await self.is_answered()

    async def sees(self, *texts: str) -> Seen:
        """Wait for a new message that contains all the texts. What it passes over counts as read."""
        if (last := await self._below(texts)) is not None:
            return last
        seen = await self._waits_for(lambda seen: all(text in seen.text for text in texts), repr(texts))
        self._read = max((seen.text.find(text) + len(text) for text in texts), default=0)
        return seen

    async def _below(self, texts: Sequence[str]) -> Seen | None:
        """What stands below what was read of the message seen last, if that is all a turn says and has the texts."""
        if not (self._looked and self._read and texts):
            return None
        last = (await self.phone.events())[self._looked - 1]
        places = [last.text.find(text, self._read) for text in texts]
        if not last.joined or min(places) < 0:
            return None
        below = replace(last, text=last.text[self._read :])
        self._read = max(place + len(text) for place, text in zip(places, texts, strict=True))
        return below

    async def sees_nothing_of(self, *texts: str) -> None:
        """Nothing that was ever shown here contains any of the texts."""
        await self.is_answered()
        for seen in await self.phone.events():
            for text in texts:
                assert text not in seen.text, f"{self.name} should not see {text!r}:\n{seen}"

    async def receives_file(self) -> bytes:
        """Wait for a file, and open it; some channels show it just before the message that it belongs to."""
        self._looked = self._looked_before
        seen = await self._waits_for(lambda seen: bool(seen.files), "a file")
        self._looked_before = self._looked
        return await seen.files[0].fetch()

    receives_workbook = receives_file

    async def is_answered(self) -> None:
        """Wait until everything that this person did is answered, on every channel."""
        await self.phone.delivered()
        await self._quiet()

    async def reads(self) -> Seen:
        """The newest message."""
        await self.is_answered()
        return (await self.phone.events())[-1]

    async def _offering(self, label: str) -> Seen:
        await self.is_answered()
        latest = {seen.key: seen for seen in await self.phone.events()}
        for seen in reversed(latest.values()):
            if label in seen.buttons:
                return seen
        raise AssertionError(f"{self.name} finds no {label!r}.\n{await self._describe()}")

    async def _waits_for(self, wanted: Callable[[Seen], bool], description: str) -> Seen:
        seen, end = self._looked, time.monotonic() + PATIENCE
        while True:
            events = await self.phone.events()
            for place in range(seen, len(events)):
                if wanted(events[place]):
                    self._looked_before, self._looked = self._looked, place + 1
                    return events[place]
            if len(events) > seen:
                seen, end = len(events), time.monotonic() + PATIENCE
            if time.monotonic() > end:
                problem = f"{self.name} waited {PATIENCE} s for {description} in vain.\n"
                raise AssertionError(problem + await self._describe())
            await asyncio.sleep(0.01)

    async def _describe(self) -> str:
        events = await self.phone.events()
        shown = [f"{place}{'' if place < self._looked else ' new'}: {seen}" for place, seen in enumerate(events)]
        return f"{self.name}'s screen:\n" + "\n".join(shown[-6:])
