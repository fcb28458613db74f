"""A draft that is thrown away is gone, and what is being sent is not said to be thrown away."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.domain.announcements import AnnouncementKind, AnnouncementStatus, Content
from bot.messages import Reply
from bot.texts.announcing import DROPPED
from bot.texts.problems import SENTENCES
from tests.handlers.room import Ward, found

NOTICE = Content(kind=AnnouncementKind.NOTICE, text="Chiều nay cúp nước.")


@pytest.fixture
def ward(tmp_path: Path) -> Iterator[Ward]:
    asyncio.run(found(tmp_path))
    opened = Ward(tmp_path)
    yield opened
    opened.close()


def said(shown: list[Reply]) -> str:
    return "\n".join(reply.text for reply in shown)


def test_a_draft_that_is_thrown_away_cannot_be_sent_by_its_old_buttons(ward: Ward) -> None:
    ward.does("hoa", choice="@announce:kind:notice")
    ward.does("hoa", text=NOTICE.text)
    assert DROPPED in said(ward.does("hoa", choice="@announce:drop:1"))
    assert SENTENCES["announcement"] in said(ward.does("hoa", choice="@announce:go:1"))


def test_what_is_sent_is_not_thrown_away_by_an_old_button(ward: Ward) -> None:
    ward.announces(NOTICE)
    shown = said(ward.does("hoa", choice="@announce:drop:1"))
    assert DROPPED not in shown
    assert SENTENCES["announcement_confirmed"] in shown
    (announcement,) = ward.reads(lambda tx: tx.announcements.of_ward(tx.units.wards(ward.now.date())[0].id, 5))
    assert announcement.status is AnnouncementStatus.FINISHED
