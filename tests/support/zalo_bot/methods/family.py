"""What every method is: it changes the world, and gives the fields of its answer."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from tests.support.zalo_bot.wire import Call, JsonObject
from tests.support.zalo_bot.world import World

Method = Callable[[World, Call], Awaitable[JsonObject]]
"""The answer without "ok": mostly {"result": ...}."""
