"""The ways in that this installation has: the links of its channels, and the key under which codes are kept."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """Where somebody comes in on one channel."""

    channel: str
    link: str
    takes_token: bool
    """Pressing the link is enough; otherwise it only leads to the chat, in which the code is typed."""


def _nowhere(token: str) -> Sequence[Door]:
    del token
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Doors:
    """What turns and jobs need to invite somebody."""

    key: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    """Of codes, see bot.actions.joining_codes; without one they are good until the process ends."""
    of: Callable[[str], Sequence[Door]] = _nowhere
    """The doors for the holder of a token, one per channel that has any."""
    sealed: Callable[[str], str] = str
    """What lets somebody in, as a reply may keep it (Reply.sealed)."""


NO_DOORS = Doors()
"""Where nothing was wired."""
