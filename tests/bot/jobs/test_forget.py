"""What people wrote is forgotten after a season; that it was done, and what failed, is not."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.jobs.forget import KEPT_FOR, forget
from bot.messages import RawUpdate
from storage.store import Store
from tests.bot.actions.test_reminding import EVE
from tests.support.bench import bench_of


async def bodies(store: Store, ids: list[int]) -> list[str]:
    return await store.read(lambda tx: [tx.inbox.get(id).update.body for id in ids])


async def test_words_are_kept_for_a_season_and_then_forgotten(store: Store) -> None:
    raws = [
        RawUpdate(channel="zalo_bot", bot="1", update_id=str(number), lane="a", sequence=number, body=f"{number} hộ")
        for number in range(4)
    ]
    ids = await store.transact(lambda tx: tx.inbox.put(raws, EVE))
    old, fresh, failed, waiting = ids
    await store.transact(lambda tx: tx.inbox.done(old, EVE))
    await store.transact(lambda tx: tx.inbox.done(fresh, EVE + timedelta(hours=2)))
    await store.transact(lambda tx: tx.inbox.park(failed, EVE, "a problem"))
    now: list[datetime] = [EVE + KEPT_FOR - timedelta(seconds=1)]
    bench = bench_of(store, lambda outgoing: None, lambda: now[0])
    await forget(bench)
    assert await bodies(store, ids) == ["0 hộ", "1 hộ", "2 hộ", "3 hộ"]
    now[0] += timedelta(hours=1)
    await forget(bench)
    assert await bodies(store, [old, fresh, failed, waiting]) == ["", "1 hộ", "2 hộ", "3 hộ"]
    assert await store.transact(lambda tx: tx.inbox.put(raws[:1], now[0])) == [], "it is still known that it was done"
