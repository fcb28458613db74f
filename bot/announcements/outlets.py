"""Where announcements leave: one outlet per channel, with its pace and its way of sending."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from bot.announcements.pace import Pace
from bot.messages import Address, Reply

NextTurn = Callable[[], Awaitable[None]]
"""Waits until one more message may leave: for a reply that becomes several."""


async def at_once() -> None:
    """The NextTurn of an answer to somebody, who waits for nobody."""


SendInBulk = Callable[[Address, Reply, NextTurn], Awaitable[str]]
"""Delivers to one of many; the vendor's id of the message. SendError else, with `doubtful` where nobody answered."""


class Bulk(Protocol):
    """A channel's own way of telling many, beside its interactive replies."""

    @property
    def per_second(self) -> float:
        """Messages that the vendor takes, with some room left for replies."""

    @property
    def largest_file(self) -> int | None:
        """See Outlet.largest_file."""

    async def prepare(self) -> None:
        """See Outlet.prepare; called again, it returns at once."""

    async def send(self, address: Address, reply: Reply, next_turn: NextTurn) -> str:
        """See SendInBulk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """One channel's way to many."""

    pace: Pace
    send: SendInBulk | None = None
    """None: through the outbox, in the same transaction as the mark in the ledger, so that nothing can come twice."""
    prepare: Callable[[], Awaitable[None]] | None = None
    """Called before the first message: what must be loaded and opened, so that it keeps no paced message waiting."""
    largest_file: int | None = None
    """Bytes that it can carry; larger files go as a link. None: any."""
    buttons: bool = True
    """Whether choices can be pressed there; otherwise it is seen to that they can be typed."""


Outlets = Mapping[tuple[str, str], Outlet]
"""By (channel, bot): all that this process serves."""
