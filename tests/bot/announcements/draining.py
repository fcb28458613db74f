"""One announcement is drained to its end, over the web and one more channel."""

from __future__ import annotations

import asyncio

from bot.announcements.drain import NAME, Drain
from bot.announcements.outlets import Outlet, SendInBulk
from bot.announcements.pace import Pace
from bot.announcements.send import Post
from bot.conversation.brake import Brake
from bot.domain.announcements import AnnouncementId, AnnouncementStatus, Delivery
from storage.store import Store
from tests.bot.actions.announcing import AT
from tests.support.bench import no_link

PATIENCE = 90.0


async def drained(store: Store, channel: str, send: SendInBulk, of: AnnouncementId) -> dict[int, Delivery]:
    """Drain until it is finished; what the ledger says, by person."""
    outlets = {(channel, channel): Outlet(pace=Pace(50), send=send), ("web", "web"): Outlet(pace=Pace(50))}
    office = Post(
        store=store, clock=lambda: AT, brake=Brake(), outlets=outlets, post=lambda messages: None, link_file=no_link
    )
    generation = await store.transact(lambda tx: tx.drains.take(NAME, "test", AT, AT))
    assert generation is not None
    async with asyncio.timeout(PATIENCE):
        await Drain(office).run(generation)
    found = await store.read(lambda tx: tx.announcements.get(of))
    assert found.status is AnnouncementStatus.FINISHED
    return {delivery.person: delivery for delivery in await store.read(lambda tx: tx.deliveries.of(of))}
