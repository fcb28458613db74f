"""What this channel asks of whoever keeps its tokens: they outlive the process, and several processes share them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """An access token, and the refresh token that makes the next pair, once."""

    access: str = field(repr=False)
    refresh: str = field(repr=False)
    expires_at: datetime
    """When the access token expires."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """The pair in force. `generation` goes up with each pair."""

    pair: Pair
    account: str
    """The Official Account as Zalo calls it; empty until it has said so."""
    generation: int
    renewed_at: datetime
    leased_until: datetime | None = None
    """Set and past: somebody began to renew it and never said what came of it."""
    is_broken: bool = False
    """Only a person can mend the chain."""
    why: str = ""
    """Why it is broken, for the operator."""


class Keeper(Protocol):
    """What returns is on disk."""

    async def kept(self) -> Kept | None:
        """The pair in force; None before there is any. Invalid("settings") if it cannot be read with this key."""

    async def plant(self, refresh: str) -> None:
        """The refresh token that an operator gave; nothing happens if there is a chain already."""

    async def begin(self, pair: Pair, account: str) -> None:
        """A new chain, in place of whatever was there."""

    async def lease(self, generation: int) -> bool:
        """Be the only one who may use the refresh token of that generation, for LEASE. False: somebody else is."""

    async def release(self, generation: int) -> None:
        """The refresh token was surely not used."""

    async def renew(self, generation: int, pair: Pair) -> bool:
        """The next pair. False: it is not that generation's turn any more."""

    async def break_off(self, generation: int, why: str) -> None:
        """The chain is broken: keep that in mind, and raise the alarm, once."""

    async def name(self, account: str) -> None:
        """Zalo has said which account it is."""
