"""setWebhook with its probe, and what tells of it or takes it away."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

from tests.support.zalo_bot import limits
from tests.support.zalo_bot.probing import probe
from tests.support.zalo_bot.wire import BrokenRule, Call, JsonObject, Refusal
from tests.support.zalo_bot.world import Webhook, World

from .family import Method

DAY = 86_400


async def set_webhook(world: World, call: Call) -> JsonObject:
    url, secret = call.text("url"), call.text("secret_token")
    if not limits.MIN_SECRET <= len(secret) <= limits.MAX_SECRET:
        raise BrokenRule("Bad request: The secret_token must be between 8 and 256 characters")
    if not (world.options.local or is_public(url)):
        raise BrokenRule("Bad request: The url is invalid")
    world.webhook = Webhook(url=url, secret_token=secret, updated_at=world.milliseconds())
    told = _told(world.webhook)
    # The address is kept whatever comes of the probe.
    verification = await probe(world.webhook, world.options)
    if world.options.verification:
        told["verification"] = verification
    return {"result": told}


async def test_webhook(world: World, call: Call) -> JsonObject:
    if not world.webhook.url:
        raise Refusal(404, "Not Found")
    today = int(world.clock.now()) // DAY
    count = world.tests.by_day[today] = world.tests.by_day.get(today, 0) + 1
    if count > limits.WEBHOOK_TESTS:
        # Only here the code is spelt so (documents).
        return {"ok": False, "description": "Upgrade Required", "errorCode": 426}
    return {"result": await probe(world.webhook, world.options)}


async def delete_webhook(world: World, call: Call) -> JsonObject:
    world.webhook = Webhook(updated_at=world.milliseconds())
    return {"result": _told(world.webhook)}


async def get_webhook_info(world: World, call: Call) -> JsonObject:
    if not world.webhook.updated_at:
        raise Refusal(404, "Not Found")
    return {"result": _told(world.webhook)}


def _told(webhook: Webhook) -> JsonObject:
    return {"url": webhook.url, "updated_at": webhook.updated_at}


def is_public(url: str) -> bool:
    """Whether it is https at a host that the whole world can reach."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    if parts.scheme != "https" or not host or host == "localhost" or host.endswith(".local"):
        return False
    try:
        return ipaddress.ip_address(host).is_global
    except ValueError:
        return "." in host


METHODS: dict[str, Method] = {
    "setWebhook": set_webhook,
    "testWebhook": test_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
}
