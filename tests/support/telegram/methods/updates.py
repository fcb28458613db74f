"""getUpdates and the webhook: the two ways in which a bot hears of people."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from tests.support.telegram import limits
from tests.support.telegram.bell import Deadline
from tests.support.telegram.updates import Update
from tests.support.telegram.wire import BrokenRule, Call, JsonObject, Refusal
from tests.support.telegram.world import Webhook, World

from .family import Method

WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)
OTHER_POLL = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK_SET = "Conflict: terminated by setWebhook request"
SECRET = re.compile(r"[A-Za-z0-9_-]*")
PORTS = {None, 443, 80, 88, 8443}


async def get_updates(world: World, call: Call) -> list[JsonObject]:
    """A long poll: a second one ends the first with a 409."""
    if world.webhook.url:
        raise Refusal(409, WEBHOOK_ACTIVE)
    limit, seconds = call.number("limit", limits.MAX_UPDATES), call.number("timeout")
    if not 1 <= limit <= limits.MAX_UPDATES or seconds < 0:
        raise BrokenRule(f"limit must be 1-{limits.MAX_UPDATES} and timeout not negative")
    if "allowed_updates" in call.values:
        world.updates.allowed = call.values["allowed_updates"]
    seconds = min(seconds, limits.MAX_POLL_SECONDS)
    updates = world.updates.read(call.number("offset"), limit)
    if not updates and seconds:
        updates = await _wait(world, call.number("offset"), limit, seconds)
    return [update.body() for update in updates]


async def _wait(world: World, offset: int, limit: int, seconds: float) -> list[Update]:
    """Only one poll waits: the next one that has to wait ends this one with a conflict."""
    world.poll += 1
    me = world.poll
    world.bell.ring()
    deadline = Deadline(seconds)
    while deadline.left():
        await world.bell.wait(deadline.left())
        if world.webhook.url:
            raise Refusal(409, WEBHOOK_SET)
        if world.poll != me:
            raise Refusal(409, OTHER_POLL)
        if updates := world.updates.read(max(offset, 0), limit):  # a negative offset drops only once
            return updates
    return []


async def set_webhook(world: World, call: Call) -> bool:
    url = call.text("url")
    secret = call.text("secret_token")
    connections = call.number("max_connections", Webhook().max_connections)
    if len(secret) > limits.MAX_SECRET_TOKEN:
        raise BrokenRule("secret token is too long")
    if not SECRET.fullmatch(secret):
        raise BrokenRule("secret token contains unallowed characters")
    if not 1 <= connections <= limits.MAX_WEBHOOK_CONNECTIONS:
        raise BrokenRule(f"max_connections must be 1-{limits.MAX_WEBHOOK_CONNECTIONS}")
    if url:
        _check_url(url)
    if call.flag("drop_pending_updates"):
        world.updates.clear()
    if "allowed_updates" in call.values:
        world.updates.allowed = call.values["allowed_updates"]
    world.webhook = Webhook(url=url, secret_token=secret, max_connections=connections)
    world.bell.ring()
    return True


def _check_url(url: str) -> None:
    """On the own machine http and any port will do, as for a Bot API server in local mode."""
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise BrokenRule("invalid webhook URL specified")
    if parts.hostname in {"127.0.0.1", "localhost", "::1"}:
        return
    if parts.scheme != "https":
        raise BrokenRule("bad webhook: An HTTPS URL must be provided for webhook")
    if parts.port not in PORTS:
        raise BrokenRule("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")


async def delete_webhook(world: World, call: Call) -> bool:
    if call.flag("drop_pending_updates"):
        world.updates.clear()
    world.webhook = Webhook()
    world.bell.ring()
    return True


async def get_webhook_info(world: World, call: Call) -> JsonObject:
    webhook = world.webhook
    answer: JsonObject = {
        "url": webhook.url,
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates.waiting()),
    }
    if webhook.url:
        answer["max_connections"] = webhook.max_connections
    if webhook.last_error:
        answer |= {"last_error_date": webhook.last_error_at, "last_error_message": webhook.last_error}
    if world.updates.allowed:
        answer["allowed_updates"] = world.updates.allowed
    return answer


METHODS: dict[str, Method] = {
    "getUpdates": get_updates,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
}
