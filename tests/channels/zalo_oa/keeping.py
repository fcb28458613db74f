"""The tokens in memory: what the application gives the channel from its database."""

from __future__ import annotations

from dataclasses import replace

from bot.clock import Clock
from channels.zalo_oa.keeper import Kept, Pair
from channels.zalo_oa.tokens import LEASE


class MemoryTokens:
    """As Keeper says, for one process."""

    def __init__(self, clock: Clock) -> None:
        self.now: Kept | None = None
        self.why = ""
        self._clock = clock

    async def kept(self) -> Kept | None:
        return self.now

    async def plant(self, refresh: str) -> None:
        if self.now is None:
            await self.begin(Pair(access="", refresh=refresh, expires_at=self._clock()), "")

    async def begin(self, pair: Pair, account: str) -> None:
        generation = self.now.generation + 1 if self.now else 1
        self.now = Kept(pair=pair, account=account, generation=generation, renewed_at=self._clock())

    async def lease(self, generation: int) -> bool:
        assert self.now is not None
        now, until = self._clock(), self.now.leased_until
        if self.now.generation != generation or (until is not None and until > now):
            return False
        self.now = replace(self.now, leased_until=now + LEASE)
        return True

    async def release(self, generation: int) -> None:
        assert self.now is not None
        self.now = replace(self.now, leased_until=None)

    async def renew(self, generation: int, pair: Pair) -> bool:
        assert self.now is not None
        self.now = Kept(pair=pair, account=self.now.account, generation=generation + 1, renewed_at=self._clock())
        return True

    async def break_off(self, generation: int, why: str) -> None:
        assert self.now is not None
        self.now, self.why = replace(self.now, is_broken=True), why

    async def name(self, account: str) -> None:
        assert self.now is not None
        self.now = replace(self.now, account=account)
