"""What a module of methods is made of."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from tests.support.telegram.wire import Call
from tests.support.telegram.world import World

Method = Callable[[World, Call], Awaitable[object]]
"""Takes the world and one checked call, and returns what stands in `result`."""
