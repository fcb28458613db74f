"""What is known of a kept file is known once, and submissions show files."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.errors import Missing
from bot.messages import Attachment, AttachmentKind
from storage.store import Store
from storage.transaction import Transaction
from tests.storage.world import LATER, NOW, settle

PHOTO = Attachment(kind=AttachmentKind.PHOTO, name="nhà.jpg", mime="image/jpeg", size=2048, digest="ab" * 32)


async def test_the_same_bytes_are_noted_once_under_their_first_name(store: Store) -> None:
    def work(tx: Transaction) -> None:
        lan = settle(tx).lan
        tx.attachments.add(PHOTO, lan, NOW)
        tx.attachments.add(replace(PHOTO, name="khác.jpg"), None, LATER)
        assert tx.attachments.get("ab" * 32) == PHOTO

    await store.transact(work)


async def test_a_file_is_public_once_somebody_has_said_so_and_not_before(store: Store) -> None:
    def work(tx: Transaction) -> None:
        lan = settle(tx).lan
        tx.attachments.add(replace(PHOTO, public=True), lan, NOW)
        assert not tx.attachments.get("ab" * 32).public
        tx.attachments.make_public("ab" * 32, lan, NOW)
        tx.attachments.make_public("ab" * 32, lan, LATER)
        assert tx.attachments.get("ab" * 32) == replace(PHOTO, public=True)

    await store.transact(work)


async def test_a_submission_shows_its_files(store: Store) -> None:
    def work(tx: Transaction) -> None:
        world = settle(tx)
        draft = tx.submissions.start("khom_dinh_ky", world.form, world.khom, None, "1", {}, world.lan, NOW)
        tx.attachments.add(PHOTO, world.lan, NOW)
        tx.attachments.link(draft.id, "ab" * 32)
        tx.attachments.link(draft.id, "ab" * 32)
        assert tx.attachments.of_submission(draft.id) == [PHOTO]

    await store.transact(work)


async def test_a_file_that_was_not_kept_is_not_noted(store: Store) -> None:
    with pytest.raises(Missing):
        await store.transact(lambda tx: tx.attachments.add(replace(PHOTO, digest=None), None, NOW))
    with pytest.raises(Missing):
        await store.read(lambda tx: tx.attachments.get("cd" * 32))
