"""When a vendor lets us write to somebody who has been silent: free for a while, then for money, then not at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum
from types import MappingProxyType

WINDOW_SHUT = "window_shut"
"""The code of a SendError: the vendor lets nobody write to this person until the person does."""


class Window(IntEnum):
    """In the order in which one would choose."""

    FREE = 0
    PAID = 1
    SHUT = 2
    """Nothing may be sent until the person writes; somebody has to call."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """How long since the person last wrote, pressed or followed."""

    free: timedelta
    open: timedelta


RULES: Mapping[str, Rule] = MappingProxyType({"zalo_oa": Rule(free=timedelta(hours=48), open=timedelta(days=7))})
"""By channel; any other may be written to at any time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """The last sign of life of a person on a channel."""

    channel: str
    at: datetime


def window(heard: Heard, now: datetime) -> Window:
    """Whether the person can be written to there at that moment."""
    rule, silent = RULES.get(heard.channel), now - heard.at
    if rule is None or silent <= rule.free:
        return Window.FREE
    return Window.PAID if silent <= rule.open else Window.SHUT


def window_of(heard: Iterable[Heard], now: datetime) -> Window | None:
    """Of somebody with several channels, the one last used first: the first that is open; None without any channel."""
    found = [window(each, now) for each in heard]
    return next((each for each in found if each is not Window.SHUT), Window.SHUT if found else None)
