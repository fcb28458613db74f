"""getUpdates: one object per poll, and no way to say which were processed."""

from __future__ import annotations

from tests.support.zalo_bot import limits
from tests.support.zalo_bot.wire import BrokenRule, Call, JsonObject, Refusal, idle
from tests.support.zalo_bot.world import World

from .family import Method

WEBHOOK_IS_SET = "You cannot use this API while a webhook is set. Please remove the webhook first"


async def get_updates(world: World, call: Call) -> JsonObject:
    if world.webhook.url:
        raise Refusal(400, WEBHOOK_IS_SET)
    update = await world.updates.poll(_seconds(call))
    if update is None:
        raise idle()
    return {"result": update.content}


def _seconds(call: Call) -> float:
    """A number, or a text with one."""
    given = call.values.get("timeout", limits.DEFAULT_POLL_SECONDS)
    try:
        return float(given)
    except (TypeError, ValueError):
        raise BrokenRule("Bad request: The timeout must be a number") from None


METHODS: dict[str, Method] = {"getUpdates": get_updates}
