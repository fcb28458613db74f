"""Announcements: which are drafts, which say the same again, and in what order they go out."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.announcements import AnnouncementId, AnnouncementKind, AnnouncementStatus, Audience, Content
from storage.store import Store
from storage.transaction import Transaction
from tests.storage.world import LATER, NOW, World, settle

SAID = "cúp nước, cho trưởng khóm"
SOON = NOW + timedelta(hours=1)


def drafted(tx: Transaction, world: World, kind: AnnouncementKind = AnnouncementKind.NOTICE) -> AnnouncementId:
    """Words that nobody has confirmed."""
    content = Content(kind=kind, text="Chiều nay cúp nước.")
    return AnnouncementId(tx.announcements.add(world.ward, content, Audience(), world.lan, NOW))


def confirmed(
    tx: Transaction, world: World, kind: AnnouncementKind = AnnouncementKind.NOTICE, *, send_at: datetime = NOW
) -> AnnouncementId:
    """What begins at once, or at its time."""
    id = drafted(tx, world, kind)
    status = AnnouncementStatus.SCHEDULED if send_at > NOW else AnnouncementStatus.RUNNING
    tx.announcements.confirm(id, status=status, send_at=send_at, fingerprint=SAID, at=NOW)
    return id


async def test_what_is_urgent_goes_before_everything_else_and_the_rest_in_turn(store: Store) -> None:
    def work(tx: Transaction) -> None:
        world = settle(tx)
        first, second = confirmed(tx, world), confirmed(tx, world, AnnouncementKind.MEETING)
        urgent = confirmed(tx, world, AnnouncementKind.URGENT)
        assert [each.id for each in tx.announcements.running()] == [urgent, first, second]

    await store.transact(work)


async def test_what_is_scheduled_begins_at_its_moment_and_not_before(store: Store) -> None:
    def work(tx: Transaction) -> None:
        id = confirmed(tx, settle(tx), send_at=SOON)
        before = SOON - timedelta(microseconds=1)
        assert not tx.announcements.has_work(before)
        assert tx.announcements.start_due(before) == []
        assert tx.announcements.has_work(SOON)
        assert tx.announcements.start_due(SOON) == [id]
        assert tx.announcements.start_due(SOON) == []

    await store.transact(work)


async def test_the_same_is_found_from_the_moment_asked_for_unless_it_was_cancelled(store: Store) -> None:
    def work(tx: Transaction) -> None:
        world = settle(tx)
        id = confirmed(tx, world)
        found = tx.announcements.same_since(world.ward, SAID, NOW)
        assert found is not None
        assert found.id == id
        assert tx.announcements.same_since(world.ward, SAID, LATER) is None
        assert tx.announcements.same_since(world.ward, "cúp điện", NOW) is None
        assert tx.announcements.same_since(world.khom, SAID, NOW) is None
        tx.announcements.move(id, AnnouncementStatus.CANCELLED, AnnouncementStatus.RUNNING)
        assert tx.announcements.same_since(world.ward, SAID, NOW) is None

    await store.transact(work)


async def test_only_a_draft_is_changed_and_forgotten_and_only_what_is_none_is_listed(store: Store) -> None:
    def work(tx: Transaction) -> None:
        world = settle(tx)
        draft, sent = drafted(tx, world), confirmed(tx, world)
        changed = Content(kind=AnnouncementKind.NOTICE, text="Chiều mai cúp nước.")
        assert tx.announcements.change(draft, changed, Audience())
        assert not tx.announcements.change(sent, changed, Audience())
        assert (tx.announcements.get(draft).content, tx.announcements.get(sent).content.text) == (
            changed,
            "Chiều nay cúp nước.",
        )
        assert [each.id for each in tx.announcements.of_ward(world.ward, 9)] == [sent]
        assert tx.announcements.discard(draft)
        assert not tx.announcements.discard(sent)

    await store.transact(work)
