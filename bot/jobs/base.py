"""What a job is given."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterable
from dataclasses import dataclass
from typing import Any

from bot.clock import Clock
from bot.messages import Outgoing
from storage.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """The parts that jobs work with."""

    store: Store
    post: Callable[[Iterable[Outgoing]], None]
    """Hands committed outbox rows over for sending."""
    clock: Clock


Job = Callable[[Bench], Coroutine[Any, Any, None]]
"""Runs until cancelled."""
