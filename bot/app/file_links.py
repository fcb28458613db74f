"""The links to files, kept in the database; what opens personal data stands in the audit log as well."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.messages import Address, Attachment
from channels.web.file_ledger import MOST_WRONG, Fetch, LinkedFile
from storage.queries.file_links import GivenLink
from storage.store import Store
from storage.transaction import Transaction

KEPT_AFTER_EXPIRY = timedelta(days=90)
"""How long it can be looked up who was given a link that has expired, and who fetched."""
DIGEST_SHOWN = 12
"""Letters of a digest by which a file is recognised in the log."""


class StoredFileLedger:
    """Every process, and the next life, sees the same."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def give(self, address: Address, file: Attachment, *, expires_at: datetime, at: datetime) -> int:
        """A new link; those that expired long ago go."""

        def work(tx: Transaction) -> int:
            tx.file_links.forget(at - KEPT_AFTER_EXPIRY)
            return tx.file_links.give(address, file, expires_at, at)

        return await self._store.transact(work)

    async def find(self, id: int) -> LinkedFile | None:
        """The link of that number."""
        return _linked(await self._store.read(lambda tx: tx.file_links.find(id)))

    async def open(self, id: int, *, client: str, at: datetime) -> LinkedFile | None:
        """The code was right."""

        def work(tx: Transaction) -> GivenLink | None:
            link = tx.file_links.open(id, MOST_WRONG, at)
            if link is not None:
                tx.file_links.note(id, Fetch.OPENED.value, client, at)
                _audit(tx, link, "file_link_opened", client, at)
            return link

        return _linked(await self._store.transact(work))

    async def refuse(self, id: int, *, client: str, at: datetime) -> LinkedFile | None:
        """The code was wrong."""

        def work(tx: Transaction) -> GivenLink | None:
            link = tx.file_links.refuse(id, MOST_WRONG)
            if link is not None:
                tx.file_links.note(id, Fetch.WRONG.value, client, at)
                if link.wrong >= MOST_WRONG:
                    _audit(tx, link, "file_link_locked", client, at)
            return link

        return _linked(await self._store.transact(work))

    async def note(self, id: int, what: Fetch, *, client: str, at: datetime) -> None:
        """Somebody looked or fetched."""
        await self._store.transact(lambda tx: tx.file_links.note(id, what.value, client, at))


def _audit(tx: Transaction, link: GivenLink, action: str, client: str, at: datetime) -> None:
    # Nobody knows who typed the code: the actor is nobody.
    detail = {"file": link.digest[:DIGEST_SHOWN], "channel": link.address.channel, "client": client}
    tx.audit.record(at, None, action, f"file_link:{link.id}", detail)


def _linked(link: GivenLink | None) -> LinkedFile | None:
    if link is None:
        return None
    return LinkedFile(
        id=link.id,
        digest=link.digest,
        name=link.name,
        public=link.public,
        expires_at=link.expires_at,
        wrong=link.wrong,
        opened_at=link.opened_at,
    )
