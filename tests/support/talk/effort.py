"""What a report costs its head: taps and typed lines, counted at the phone itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from .member import Member
from .phone import Phone, Seen


class Effort(Phone):
    """A phone that counts what is done on it. In a terminal a tap is the number or the word of a choice.

    with counted(lan) as effort:
        await lan.presses("Giữ nguyên")
    effort.taps, effort.lines      # 1, 0
    """

    def __init__(self, phone: Phone) -> None:
        self._phone = phone
        self.taps = 0
        self.lines = 0

    async def joins(self, token: str) -> None:
        await self._phone.joins(token)

    async def types(self, text: str) -> None:
        self.lines += 1
        await self._phone.types(text)

    async def presses(self, label: str, on: Seen) -> None:
        assert label in on.buttons, f"{label!r} cannot be tapped there:\n{on}"
        self.taps += 1
        await self._phone.presses(label, on)

    async def forges(self, choice: str) -> None:
        await self._phone.forges(choice)

    async def sends(self, content: bytes, name: str) -> None:
        await self._phone.sends(content, name)

    async def shares_place(self, latitude: float, longitude: float) -> None:
        await self._phone.shares_place(latitude, longitude)

    async def delivered(self) -> None:
        await self._phone.delivered()

    async def events(self) -> Sequence[Seen]:
        return await self._phone.events()


@contextmanager
def counted(member: Member) -> Iterator[Effort]:
    """Count what the member does."""
    phone = member.phone
    effort = Effort(phone)
    member.phone = effort
    try:
        yield effort
    finally:
        member.phone = phone
