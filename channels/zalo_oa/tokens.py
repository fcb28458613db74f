"""The access token in force, renewed ahead of time, by one process at a time, and kept before it is used.

A refresh token is good once, and Zalo takes the old access token back with it. So whoever renews leases the pair
first; the new pair is on disk before anybody uses it. What remains is the moment between Zalo's answer and the disk:
whoever is killed there loses the pair, and the next one finds a lease that ran out and a refresh token that is used up.
That breaks the chain, and only a person can begin a new one (sentences.BROKEN says so).
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from contextlib import suppress
from datetime import timedelta
from typing import Any

import structlog

from bot.clock import Clock
from bot.domain.errors import BotError
from channels.zalo_oa.errors import token_refused, unreachable
from channels.zalo_oa.keeper import Keeper, Kept
from channels.zalo_oa.limits import RENEW_AT
from channels.zalo_oa.oauth import INVALID_REFRESH_TOKEN, NotAsked, Oauth, OauthRefused, Unanswered
from channels.zalo_oa.sentences import BROKEN, INTERRUPTED, NO_TOKEN, USED_UP

LEASE = timedelta(seconds=40)
"""For one renewal: longer than Oauth waits for an answer."""
LOOK_SECONDS = 0.2
LOOKS = 250
"""How often to look whether another process is through; together longer than LEASE."""
JUST_RENEWED = timedelta(minutes=1)
"""A token that is refused so soon after it was made will not get better by another."""

log = structlog.get_logger()


async def _to_the_end(work: Coroutine[Any, Any, None]) -> None:
    """Whoever is asked to stop stops only when it is over: a pair that Zalo has made must get to the disk."""
    task = asyncio.get_running_loop().create_task(work)
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError:
        with suppress(BotError):
            await task
        raise


class Tokens:
    """For one process. What goes wrong is a SendError."""

    def __init__(self, keeper: Keeper, oauth: Oauth, clock: Clock) -> None:
        self._keeper = keeper
        self._oauth = oauth
        self._clock = clock
        self._known: Kept | None = None
        self._one_at_a_time = asyncio.Lock()
        self._told = 0
        """Of which generation's end the operator was told."""

    async def access(self) -> str:
        """A token that should be good."""
        known = self._known
        if known is not None and not known.is_broken and self._clock() < known.pair.expires_at:
            return known.pair.access
        async with self._one_at_a_time:
            known = await self._load()
            if self._clock() < known.pair.expires_at:
                return known.pair.access
            return await self._renewed(known)

    async def after(self, refused: str) -> str:
        """Another token than the one that Zalo has just refused; SendError if there is none to be had."""
        async with self._one_at_a_time:
            known = await self._load()
            if known.pair.access != refused:
                return known.pair.access
            if self._clock() < known.renewed_at + JUST_RENEWED:
                raise token_refused()
            return await self._renewed(known)

    async def keep_fresh(self) -> None:
        """Renew the pair if it is time; what fails is tried again next time."""
        try:
            async with self._one_at_a_time:
                known = await self._load()
                if self._clock() >= known.renewed_at + RENEW_AT * (known.pair.expires_at - known.renewed_at):
                    await self._renewed(known)
        except BotError as failure:
            log.warning("zalo tokens are not renewed", problem=str(failure))

    async def _load(self) -> Kept:
        """The pair in force, as it is on disk: another process, or a login, may have made it."""
        known = await self._keeper.kept()
        if known is None:
            log.error("zalo is not linked", cure=NO_TOKEN)
            raise token_refused()
        self._known = known
        if known.is_broken:
            if self._told != known.generation:
                self._told = known.generation
                log.error("zalo is silent", cure=BROKEN.format(why=known.why))
            raise token_refused()
        return known

    async def _renewed(self, known: Kept) -> str:
        for _ in range(LOOKS):
            if await self._keeper.lease(known.generation):
                await _to_the_end(self._renew(known))
                return (await self._load()).pair.access
            await asyncio.sleep(LOOK_SECONDS)
            found = await self._load()
            if found.generation != known.generation:
                return found.pair.access
            known = found
        raise unreachable(doubtful=False)

    async def _renew(self, known: Kept) -> None:
        """Make the next pair, and keep it; SendError if there is none."""
        try:
            pair = await self._oauth.refresh(known.pair.refresh)
        except OauthRefused as refused:
            await self._refused(known, refused)
            raise token_refused() from None
        except NotAsked:
            await self._keeper.release(known.generation)
            raise unreachable(doubtful=False) from None
        except Unanswered:
            # The lease runs out by itself, and stays as the sign that nobody knows.
            raise unreachable(doubtful=False) from None
        await self._keeper.renew(known.generation, pair)

    async def _refused(self, known: Kept, refused: OauthRefused) -> None:
        log.error("zalo does not renew the tokens", error=refused.code, cure=refused.sentence)
        if refused.code == INVALID_REFRESH_TOKEN:
            why = USED_UP if known.leased_until is None else INTERRUPTED
            await self._keeper.break_off(known.generation, why)
            await self._load()
        else:
            # A wrong id or secret of the application uses nothing up: it is mended in the settings.
            await self._keeper.release(known.generation)
