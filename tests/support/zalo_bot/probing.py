"""The empty call that tries whether a webhook answers."""

from __future__ import annotations

import time

import aiohttp

from . import limits
from .options import Options
from .wire import JsonObject
from .world import Webhook

HINTS = {
    "webhook.ok": "Your endpoint responded successfully.",
    "webhook.http.403": (
        "Your server or CDN rejected the request with 403. Check WAF / Cloudflare rules, any IP allowlist, "
        'and that the User-Agent "Java/<version>" is permitted.'
    ),
    "webhook.err.unreachable": "Your endpoint cannot be reached.",
}


async def probe(webhook: Webhook, options: Options) -> JsonObject:
    """What the platform found: `verification` of setWebhook, `result` of testWebhook."""
    begun = time.monotonic()
    status = 200 if options.probe == "none" else await _status(webhook, signed=options.probe == "signed")
    outcome = _outcome(status)
    return {
        "ok": outcome == "webhook.ok",
        "url": webhook.url,
        "outcome": outcome,
        "hint": HINTS.get(outcome, f"Your endpoint responded with {status}."),
        "status_code": status,
        "latency_ms": int((time.monotonic() - begun) * 1000),
    }


async def _status(webhook: Webhook, *, signed: bool) -> int:
    """0 when nobody answers."""
    headers = {"User-Agent": limits.USER_AGENT}
    if signed:
        headers[limits.SECRET_HEADER] = webhook.secret_token
    timeout = aiohttp.ClientTimeout(total=limits.WEBHOOK_SECONDS)
    try:
        async with aiohttp.ClientSession(timeout=timeout) as http, http.post(webhook.url, headers=headers) as answer:
            return answer.status
    except (aiohttp.ClientError, TimeoutError):
        return 0


def _outcome(status: int) -> str:
    if status == 0:
        return "webhook.err.unreachable"
    if status < 300:
        return "webhook.ok"
    if status in {403, 404}:
        return f"webhook.http.{status}"
    return "webhook.http.5xx" if status >= 500 else "webhook.http.other"
