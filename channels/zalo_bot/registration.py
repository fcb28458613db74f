"""Settles with Zalo where updates go, before anything is listened to: to our webhook, or to our polls."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import structlog
from aiohttp import web
from yarl import URL

from bot.domain.errors import Invalid
from channels.zalo_bot.answers import Verification
from channels.zalo_bot.client import Client
from channels.zalo_bot.errors import Refused, Unanswered, is_token_refused
from channels.zalo_bot.poller import pause
from channels.zalo_bot.sentences import (
    ANY_CURE,
    CURES,
    FOREIGN_WEBHOOK,
    NEW_KEY_NEEDED,
    REACHABLE,
    UNREACHABLE,
    WEBHOOK_REFUSED,
    WEBHOOK_TAKEN,
    WRONG_KEY,
)

LOOK_SECONDS = 600.0
"""How soon it is noticed that somebody else has taken the bot over: Zalo itself tells nobody."""

log = structlog.get_logger()


class Registration:
    """Of one bot; `address` is that of our own webhook. Wrong settings are Invalid("settings"), with the cure."""

    def __init__(self, client: Client, address: str, secret: str) -> None:
        self._client = client
        self._address = address
        self._secret = secret
        self._may_poll = False

    async def look(self) -> None:
        """Say hello, and see whether we may poll if that is meant; an outage is left to what comes later."""
        try:
            await self._client.get_me()
            if not self._secret:
                await self._leave_webhook()
        except (Refused, Unanswered) as failure:
            _wait_for(failure)

    async def for_polling(self) -> None:
        """See that there is no webhook, however long Zalo takes to answer."""
        if not self._may_poll:
            await _insist(self._leave_webhook)

    async def for_webhook(self) -> None:
        """Set ours, however long Zalo takes to answer, and say whether Zalo reaches it.

        Only once our server answers: Zalo tries the address at once.
        """
        await _insist(self._set_webhook)

    async def watch(self) -> None:
        """Look now and then whether the webhook is still ours, until cancelled."""
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            try:
                address = await self._client.webhook()
            except (Refused, Unanswered) as failure:
                _note(failure)
            else:
                if address != self._address:
                    log.error(WEBHOOK_TAKEN, host=URL(address).host)

    async def _leave_webhook(self) -> None:
        """Our own webhook of an earlier day is removed; another one is somebody's."""
        address = await self._client.webhook()
        if address and address != self._address:
            raise Invalid("settings", problem=FOREIGN_WEBHOOK.format(host=URL(address).host))
        if address:
            await self._client.delete_webhook()
        self._may_poll = True

    async def _set_webhook(self) -> None:
        try:
            found = await self._client.set_webhook(self._address, self._secret)
        except Refused as refused:
            if refused.code != web.HTTPBadRequest.status_code:
                raise
            problem = WEBHOOK_REFUSED.format(url=self._address, description=refused.description)
            raise Invalid("settings", problem=problem) from None
        if found is not None:
            _report(found)


async def _insist(call: Callable[[], Awaitable[None]]) -> None:
    """Until Zalo has taken the call: it may be out of reach when we start."""
    failures = 0
    while True:
        try:
            await call()
        except (Refused, Unanswered) as failure:
            _wait_for(failure)
            failures += 1
            await asyncio.sleep(pause(failures))
        else:
            return


def _wait_for(failure: Refused | Unanswered) -> None:
    """Say that Zalo is waited for; a token that it does not accept is a setting to mend."""
    if is_token_refused(failure):
        raise Invalid("settings", problem=WRONG_KEY) from None
    log.warning("Zalo does not answer yet", problem=str(failure))


def _note(failure: Refused | Unanswered) -> None:
    if is_token_refused(failure):
        log.error(NEW_KEY_NEEDED)
    else:
        log.warning("Zalo does not answer", problem=str(failure))


def _report(found: Verification) -> None:
    if found.ok:
        log.info(REACHABLE, outcome=found.outcome)
    else:
        cure = CURES.get(found.outcome, ANY_CURE)
        log.error(UNREACHABLE, outcome=found.outcome, says=found.hint, cure=cure)
