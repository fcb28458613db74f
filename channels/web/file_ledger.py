"""What is remembered of each link to a file: the contract that the application fills."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from bot.messages import Address, Attachment

MOST_WRONG = 5
"""Wrong codes of one link: who guesses has five chances in a million; then a new link must be asked for."""
OPEN_FOR = timedelta(minutes=30)
"""How long a link stays open after its code was first right: long enough for a second program to fetch it again."""


class Fetch(StrEnum):
    """What somebody did with a link."""

    ASKED = "asked"
    """The page that asks for the code was shown."""
    WRONG = "wrong"
    OPENED = "opened"
    FETCHED = "fetched"


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedFile:
    """One link: the file behind it, for how long, and what became of its code."""

    id: int
    digest: str
    name: str
    public: bool
    expires_at: datetime
    wrong: int = 0
    opened_at: datetime | None = None

    @property
    def is_locked(self) -> bool:
        """Whether too many wrong codes were given."""
        return self.wrong >= MOST_WRONG

    def is_open(self, at: datetime) -> bool:
        """Whether the right code was given, not too long ago."""
        return self.opened_at is not None and at < self.opened_at + OPEN_FOR

    def is_used_up(self, at: datetime) -> bool:
        """Whether the right code was given, and its time is over."""
        return self.opened_at is not None and not self.is_open(at)


class FileLedger(Protocol):
    """Keeps links where every process and the next life find them."""

    async def give(self, address: Address, file: Attachment, *, expires_at: datetime, at: datetime) -> int:
        """A new link for the person at that address; its number."""

    async def find(self, id: int) -> LinkedFile | None:
        """The link of that number."""

    async def open(self, id: int, *, client: str, at: datetime) -> LinkedFile | None:
        """The code was right: the link as it is now; None if it was locked before."""

    async def refuse(self, id: int, *, client: str, at: datetime) -> LinkedFile | None:
        """The code was wrong, which counts: the link as it is now; None if it was locked before."""

    async def note(self, id: int, what: Fetch, *, client: str, at: datetime) -> None:
        """Somebody looked or fetched; `client` is a shortened network address, of no one person."""
