"""getMe."""

from __future__ import annotations

from tests.support.zalo_bot.wire import Call, JsonObject
from tests.support.zalo_bot.world import World

from .family import Method


async def get_me(world: World, call: Call) -> JsonObject:
    world.updates.begins()
    return {"result": world.user}


METHODS: dict[str, Method] = {"getMe": get_me}
