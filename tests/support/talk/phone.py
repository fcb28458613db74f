"""What every channel's phone can do in a story."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, Self


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenFile:
    """A file that the bot offers."""

    name: str
    fetch: Callable[[], Awaitable[bytes]]

    @classmethod
    def held(cls, name: str, content: bytes) -> Self:
        """One whose bytes came along."""

        async def fetch() -> bytes:
            return content

        return cls(name=name, fetch=fetch)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A message as it stood when it was shown; one that is changed later is shown once more under the same key."""

    key: str
    text: str
    """Everything that can be read, buttons not counted."""
    buttons: tuple[str, ...] = ()
    """What can be chosen, by its words, also where a number stands for them."""
    files: tuple[SeenFile, ...] = ()
    joined: bool = False
    """All that a turn says is one message: who has seen a part of it may still wait for what stands below that."""
    source: object = None
    """The message as the phone keeps it."""

    def __str__(self) -> str:
        return "\n  ".join((*self.text.splitlines(), " ".join(f"[{label}]" for label in self.buttons)))


class Phone(Protocol):
    """One person's device on one channel."""

    async def joins(self, token: str) -> None:
        """Follow the invitation link."""

    async def types(self, text: str) -> None:
        """Write and send."""

    async def presses(self, label: str, on: Seen) -> None:
        """Choose what stands on a message."""

    async def forges(self, choice: str) -> None:
        """Send a choice that nobody offered, as a tampered client can."""

    async def sends(self, content: bytes, name: str) -> None:
        """Send a photo (a name that ends with .jpg) or another file."""

    async def shares_place(self, latitude: float, longitude: float) -> None:
        """Say where one is: by the phone's own means, else by typing."""

    async def delivered(self) -> None:
        """Wait until the bot has stored everything."""

    async def events(self) -> Sequence[Seen]:
        """All that was shown so far, in order."""
