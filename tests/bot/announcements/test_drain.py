"""The drain in trouble: taken for dead and begun anew, stopped in the middle, without the database for a moment."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from itertools import count

from bot.announcements.drain import NAME, Drain
from bot.announcements.outlets import NextTurn, Outlet
from bot.announcements.pace import Pace
from bot.announcements.send import Post
from bot.clock import Clock
from bot.conversation.brake import Brake
from bot.conversation.channel import FileLink, LinkFile
from bot.domain.announcements import AnnouncementId, AnnouncementStatus, Audience
from bot.messages import Address, Attachment, AttachmentKind, Reply
from storage.errors import StorageError
from storage.store import Store
from storage.transaction import Transaction
from tests.bot.actions.announcing import AT, NOTICE, announce, home, settle
from tests.support.bench import no_link

ZALO = ("zalo_bot", "zalo_bot")
FILE = Attachment(kind=AttachmentKind.DOCUMENT, name="a.pdf", size=9, digest="a" * 64)


class Slow:
    """A vendor that takes a message, and answers when it is let."""

    def __init__(self) -> None:
        self.has_it = asyncio.Event()
        self.may_answer = asyncio.Event()
        self.taken: list[Address] = []

    async def send(self, address: Address, reply: Reply, next_turn: NextTurn) -> str:
        self.taken.append(address)
        self.has_it.set()
        await self.may_answer.wait()
        return "1"


def to_lan(tx: Transaction, *, with_file: bool = False) -> AnnouncementId:
    """An announcement for Lan, who is on Zalo; the file is too large for it."""
    ward = settle(tx)
    tx.accounts.seen(tx.accounts.add(home(ward.lan.id, "zalo_bot"), ward.lan.id, AT), AT)
    content = replace(NOTICE, attachments=(FILE.digest or "",)) if with_file else NOTICE
    if with_file:
        tx.attachments.add(FILE, None, AT)
    return announce(tx, ward, content=content, audience=Audience(people=(ward.lan.id,))).id


def hasty() -> Clock:
    """A clock of which every look takes a fifth of a second, so that waits are over soon."""
    looks = count()
    return lambda: AT + timedelta(seconds=next(looks) / 5)


def drain_over(store: Store, vendor: Slow, link_file: LinkFile = no_link) -> Drain:
    outlets = {ZALO: Outlet(pace=Pace(50), send=vendor.send, largest_file=5), ("web", "web"): Outlet(pace=Pace(50))}
    return Drain(
        Post(
            store=store,
            clock=hasty(),
            brake=Brake(),
            outlets=outlets,
            post=lambda messages: None,
            link_file=link_file,
        )
    )


async def test_stopping_waits_for_the_letters_of_a_later_generation_too(store: Store) -> None:
    await store.transact(to_lan)
    vendor = Slow()
    drain = drain_over(store, vendor)
    first = await store.transact(lambda tx: tx.drains.take(NAME, "we", AT, AT))
    second = await store.transact(lambda tx: tx.drains.take(NAME, "we", AT, AT))
    assert first is not None
    assert second is not None
    later = asyncio.create_task(drain.run(second))
    await vendor.has_it.wait()
    await drain.run(first)  # finds out that it was taken for dead
    stopping = asyncio.create_task(drain.finish())
    await asyncio.sleep(0.1)
    assert not stopping.done(), "a letter is still on its way"
    vendor.may_answer.set()
    await asyncio.wait_for(stopping, 10)
    await later
    assert len(vendor.taken) == 1


async def test_a_letter_that_never_left_cannot_have_come_twice(store: Store) -> None:
    of = await store.transact(lambda tx: to_lan(tx, with_file=True))
    vendor = Slow()
    vendor.may_answer.set()
    tries: list[Address] = []

    async def link_file(address: Address, file: Attachment) -> FileLink:
        tries.append(address)
        if len(tries) == 1:
            raise StorageError("The database is away.")
        return FileLink(url="https://khom.vn/files/1")

    generation = await store.transact(lambda tx: tx.drains.take(NAME, "we", AT, AT))
    assert generation is not None
    async with asyncio.timeout(20):
        await drain_over(store, vendor, link_file).run(generation)
    (delivery,) = await store.read(lambda tx: tx.deliveries.of(of))
    assert (len(tries), delivery.maybe_twice) == (2, False)
    assert (await store.read(lambda tx: tx.announcements.get(of))).status is AnnouncementStatus.FINISHED
