"""The tokens of the Official Account in the database, sealed; and the alarm when their chain breaks."""

from __future__ import annotations

from bot.actions.alarming import tell_officers
from bot.app.sealing import Seal
from bot.clock import Clock
from bot.domain.errors import Invalid
from bot.messages import Served
from bot.metrics import ZALO_UNLINKED
from bot.texts import zalo_oa as words
from channels.zalo_oa.keeper import Kept, Pair
from channels.zalo_oa.sentences import FOREIGN_KEY
from channels.zalo_oa.tokens import LEASE
from storage.queries.zalo_tokens import NewPair, StoredPair
from storage.store import Store
from storage.transaction import Transaction

PURPOSE = "zalo tokens"


class StoredTokens:
    """One application's chain. What returns is committed."""

    def __init__(self, *, store: Store, app_id: str, secret_key: bytes, clock: Clock, beside: Served = ()) -> None:
        """`beside`: the channels on which it can be told that this one is broken; none before we have begun."""
        self._store = store
        self._app = app_id
        self._seal = Seal(secret_key, PURPOSE)
        self._clock = clock
        self._beside = beside

    async def kept(self) -> Kept | None:
        """The pair in force."""
        found = await self._store.read(lambda tx: tx.zalo_tokens.get(self._app))
        ZALO_UNLINKED.set(found is None or found.broken_at is not None)
        return None if found is None else self._opened(found)

    async def account(self) -> str:
        """Which account it was until now, whether its tokens can be read or not; empty if nobody knows."""
        found = await self._store.read(lambda tx: tx.zalo_tokens.get(self._app))
        return "" if found is None else found.account

    async def plant(self, refresh: str) -> None:
        """The operator's refresh token, if there is no chain yet."""
        access, sealed = self._seal.sealed(""), self._seal.sealed(refresh)
        await self._store.transact(lambda tx: tx.zalo_tokens.plant(self._app, access, sealed, self._clock()))

    async def begin(self, pair: Pair, account: str) -> None:
        """A new chain; the audit log says so."""
        sealed = self._sealed(pair)

        def work(tx: Transaction) -> None:
            now = self._clock()
            tx.zalo_tokens.begin(self._app, account, sealed)
            tx.audit.record(now, None, "zalo_oa_linked", f"zalo_oa:{self._app}", {"account": account})

        await self._store.transact(work)

    async def lease(self, generation: int) -> bool:
        """Whether the pair is the caller's alone to renew."""

        def work(tx: Transaction) -> bool:
            now = self._clock()
            return tx.zalo_tokens.lease(self._app, generation, now, now + LEASE)

        return await self._store.transact(work)

    async def release(self, generation: int) -> None:
        """It was not renewed, for certain."""
        await self._store.transact(lambda tx: tx.zalo_tokens.release(self._app, generation))

    async def renew(self, generation: int, pair: Pair) -> bool:
        """The next pair."""
        sealed = self._sealed(pair)
        return await self._store.transact(lambda tx: tx.zalo_tokens.renew(self._app, generation, sealed))

    async def break_off(self, generation: int, why: str) -> None:
        """The chain is broken, and the ward's officers are told on whatever other channel they have, once."""

        def work(tx: Transaction) -> None:
            now = self._clock()
            if tx.zalo_tokens.break_off(self._app, generation, now, why):
                tx.audit.record(now, None, "zalo_oa_broken", f"zalo_oa:{self._app}", {"why": why})
                tell_officers(tx, words.UNLINKED, served=self._beside, at=now)

        await self._store.transact(work)

    async def name(self, account: str) -> None:
        """Which account it is."""
        await self._store.transact(lambda tx: tx.zalo_tokens.name(self._app, account))

    def _sealed(self, pair: Pair) -> NewPair:
        return NewPair(
            access=self._seal.sealed(pair.access),
            refresh=self._seal.sealed(pair.refresh),
            at=self._clock(),
            expires_at=pair.expires_at,
        )

    def _opened(self, found: StoredPair) -> Kept:
        try:
            access, refresh = self._seal.opened(found.access), self._seal.opened(found.refresh)
        except Invalid:
            raise Invalid("settings", problem=FOREIGN_KEY) from None
        return Kept(
            pair=Pair(access=access, refresh=refresh, expires_at=found.expires_at),
            account=found.account,
            generation=found.generation,
            renewed_at=found.renewed_at,
            leased_until=found.leased_until,
            is_broken=found.broken_at is not None,
            why=found.why,
        )
