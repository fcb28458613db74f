"""The files of forms: kept with a version for ever, gathered for a proposal one by one."""

from __future__ import annotations

from dataclasses import replace

from bot.messages import Attachment, AttachmentKind
from storage.queries.media import MediaStatus
from storage.store import Store
from storage.transaction import Transaction
from tests.storage.queries.test_proposals import proposed, ready
from tests.storage.world import LAN_AT_HOME, NOW, settle


def picture(name: str, digest: str = "a") -> Attachment:
    return Attachment(kind=AttachmentKind.PHOTO, name=name, mime="image/jpeg", size=3, digest=digest * 64)


def published(name: str, digest: str = "a") -> Attachment:
    """As those see it who are asked, and whoever has a link."""
    return replace(picture(name, digest), public=True)


async def test_a_version_keeps_its_files(store: Store) -> None:
    def kept(tx: Transaction) -> list[dict[str, Attachment]]:
        world = settle(tx)
        tx.media.keep(world.form, [picture("b.png"), picture("a.png", "b")])
        tx.media.keep(world.form, [picture("b.png", "c")])
        other = tx.forms.publish("khom_dinh_ky", "Báo cáo", "<x/>", b"", ".md", "c2", NOW)
        return [tx.media.of_form(world.form), tx.media.of_form(other.id)]

    files, none = await store.transact(kept)
    assert files == {"a.png": published("a.png", "b"), "b.png": published("b.png")}
    assert none == {}


async def test_files_wait_until_their_workbook_is_in_order(store: Store) -> None:
    proposal = await store.transact(proposed)
    await store.transact(lambda tx: tx.media.add(proposal.id, picture("")))
    assert await store.read(lambda tx: tx.media.waiting()) == []
    await store.transact(lambda tx: ready(tx, proposal.id))
    assert await store.read(lambda tx: tx.media.waiting()) == [proposal.id]
    [sent] = await store.read(lambda tx: tx.media.open_of(proposal.id))
    assert (sent.proposal, sent.file) == (proposal.id, picture(""))
    assert await store.transact(lambda tx: tx.media.taken(sent.id, picture("a.png")))
    assert not await store.transact(lambda tx: tx.media.taken(sent.id, picture("b.png")))
    assert not await store.transact(lambda tx: tx.media.refused(sent.id))
    assert await store.read(lambda tx: tx.media.waiting()) == []
    assert await store.read(lambda tx: tx.media.of_proposal(proposal.id)) == {"a.png": picture("a.png")}


async def test_the_newest_file_of_a_name_counts(store: Store) -> None:
    def sent_twice(tx: Transaction) -> dict[str, Attachment]:
        proposal = proposed(tx)
        for digest in "ab":
            tx.media.add(proposal.id, picture("a.png", digest), MediaStatus.TAKEN)
        tx.media.add(proposal.id, picture("c.png"), MediaStatus.REFUSED)
        return tx.media.of_proposal(proposal.id)

    assert await store.transact(sent_twice) == {"a.png": picture("a.png", "b")}


async def test_files_are_carried_over_to_the_next_workbook(store: Store) -> None:
    def carried(tx: Transaction) -> tuple[dict[str, Attachment], list[str]]:
        before = proposed(tx)
        tx.media.add(before.id, picture("a.png"), MediaStatus.TAKEN)
        tx.media.add(before.id, picture("b.png"))
        tx.media.add(before.id, picture("c.png"), MediaStatus.REFUSED)
        after = tx.proposals.add("quy-2.xlsx", "d" * 64, "", before.by, LAN_AT_HOME, NOW)
        assert tx.proposals.latest_of(before.by) == after
        tx.media.carry_over(before.id, after.id)
        return tx.media.of_proposal(after.id), [one.file.name for one in tx.media.open_of(after.id)]

    assert await store.transact(carried) == ({"a.png": picture("a.png")}, ["b.png"])


async def test_an_archive_becomes_its_workbook_once(store: Store) -> None:
    proposal = await store.transact(proposed)
    assert await store.transact(lambda tx: tx.proposals.unpacked(proposal.id, "phieu.xlsx", "e" * 64))
    found = await store.read(lambda tx: tx.proposals.get(proposal.id))
    assert (found.name, found.digest) == ("phieu.xlsx", "e" * 64)
    await store.transact(lambda tx: ready(tx, proposal.id))
    assert not await store.transact(lambda tx: tx.proposals.unpacked(proposal.id, "x.xlsx", "f" * 64))
