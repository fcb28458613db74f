"""What the page shows is read from the log of a chat, never from memory: the contract that the application fills."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, Self

from bot.messages import Address, RawUpdate, Reply


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """How far a page has read: the last inbox row (said) and the last outbox row (heard)."""

    said: int = 0
    heard: int = 0

    def __str__(self) -> str:
        return f"{self.said}.{self.heard}"

    @classmethod
    def from_text(cls, text: str) -> Self | None:
        """What `str` wrote; None for anything else, so that a strange page simply gets the latest lines."""
        said, dot, heard = text.partition(".")
        if not dot or not all(part.isascii() and part.isdigit() and len(part) < 19 for part in (said, heard)):
            return None
        return cls(said=int(said), heard=int(heard))


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A line of the person, as the inbox keeps it; `key` is its inbox row."""

    key: int
    at: datetime
    update: RawUpdate


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A reply to the person, sent or still waiting; `key` is its outbox row."""

    key: int
    at: datetime
    reply: Reply


ChatLine = Said | Heard


class ChatLog(Protocol):
    """Both sides of one chat, as committed. Lines whose body was forgotten are left out."""

    async def after(self, address: Address, place: Place, limit: int) -> Sequence[ChatLine]:
        """The oldest `limit` lines of each side after the place, in any order."""

    async def latest(self, address: Address, limit: int) -> Sequence[ChatLine]:
        """The newest `limit` lines of each side, in any order."""


def in_reading_order(lines: Sequence[ChatLine]) -> list[ChatLine]:
    """By time; at the same instant the person's line stands before the reply, and rows keep their order."""
    return sorted(lines, key=lambda line: (line.at, isinstance(line, Heard), line.key))
