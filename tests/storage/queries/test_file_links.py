"""Links to kept files: found again, opened once, locked after too many wrong codes, forgotten in time."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from bot.messages import Attachment, AttachmentKind
from storage.queries.file_links import GivenLink
from storage.store import Store
from tests.storage.world import LAN_AT_HOME, LATER, NOW

REPORT = Attachment(kind=AttachmentKind.DOCUMENT, name="Tổng hợp.xlsx", digest="ab" * 32)
EXPIRES = NOW + timedelta(days=7)
MOST = 5


async def given(store: Store) -> int:
    return await store.transact(lambda tx: tx.file_links.give(LAN_AT_HOME, REPORT, EXPIRES, NOW))


async def test_a_link_is_found_as_it_was_given(store: Store) -> None:
    id = await given(store)
    assert await store.read(lambda tx: tx.file_links.find(id)) == GivenLink(
        id=id,
        address=LAN_AT_HOME,
        digest="ab" * 32,
        name="Tổng hợp.xlsx",
        public=False,
        expires_at=EXPIRES,
        wrong=0,
        opened_at=None,
    )
    assert await store.read(lambda tx: tx.file_links.find(id + 1)) is None


async def test_it_is_opened_at_the_first_right_code(store: Store) -> None:
    id = await given(store)
    await store.transact(lambda tx: tx.file_links.open(id, MOST, NOW))
    again = await store.transact(lambda tx: tx.file_links.open(id, MOST, LATER))
    assert again is not None
    assert again.opened_at == NOW


async def test_of_many_guesses_at_once_five_count_and_no_code_is_taken_afterwards(store: Store) -> None:
    id = await given(store)
    guesses = [store.transact(lambda tx: tx.file_links.refuse(id, MOST)) for _ in range(12)]
    counted = [link.wrong for link in await asyncio.gather(*guesses) if link is not None]
    assert sorted(counted) == [1, 2, 3, 4, 5]
    assert await store.transact(lambda tx: tx.file_links.open(id, MOST, NOW)) is None


async def test_what_was_done_is_kept_and_forgotten_with_the_link(store: Store) -> None:
    old, new = (
        await given(store),
        await store.transact(lambda tx: tx.file_links.give(LAN_AT_HOME, REPORT, EXPIRES + timedelta(days=1), NOW)),
    )
    await store.transact(lambda tx: tx.file_links.note(old, "fetched", "113.160.12.0/24", LATER))
    await store.transact(lambda tx: tx.file_links.note(new, "fetched", "113.160.12.0/24", LATER))
    (fetch,) = await store.read(lambda tx: tx.file_links.fetches(old))
    assert (fetch.at, fetch.what, fetch.client) == (LATER, "fetched", "113.160.12.0/24")
    await store.transact(lambda tx: tx.file_links.forget(EXPIRES + timedelta(hours=1)))
    assert await store.read(lambda tx: tx.file_links.find(old)) is None
    assert await store.read(lambda tx: tx.file_links.fetches(old)) == []
    assert len(await store.read(lambda tx: tx.file_links.fetches(new))) == 1
