"""What lets somebody in is shown to whoever asked for it, and cannot be read from the database, sent or not."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import select

from bot.app.sealing import of_invitations, unsealed
from bot.messages import Reply
from bot.texts.joining import SEALED_OTHERWISE
from storage.tables import outbox
from tests.stories.conftest import OpenTown
from tests.support.talk import Seen, Town


def ways_in(seen: Seen) -> list[str]:
    """The code, and what links end with."""
    return re.findall(r"\d{3} \d{3}|(?<=/chat/join/)[\w-]{22}|(?<=start=)[\w-]{22}", seen.text)


async def kept(town: Town) -> str:
    """All that was said to anybody, as the outbox keeps it."""
    return await town.read(lambda tx: str(list(tx.connection.execute(select(outbox.c.reply)).scalars())))


@pytest.mark.parametrize("channel", ["web", "telegram", "zalo_bot"])
async def test_an_invitation_can_be_read_by_the_officer_and_not_in_the_outbox(
    open_town: OpenTown, channel: str
) -> None:
    async with open_town(channel) as town:
        await town.hoa.joins()
        await town.hoa.presses("Mời người", "Khóm 1", "Trần Thị Lan, Trưởng ban vận động (chưa vào)")
        ready = await town.hoa.sees("Lời mời Trần Thị Lan, Trưởng ban vận động Khóm 1.", "/chat/join/", "Mã: ")
        assert len(ways_in(ready)) >= 2
        written = await kept(town)
        assert "Lời mời Trần Thị Lan" in written
        assert [way for way in ways_in(ready) if way in written] == []


@pytest.mark.parametrize("channel", ["web", "zalo_bot"])
async def test_a_code_of_ones_own_can_be_read_by_oneself_and_not_in_the_outbox(
    open_town: OpenTown, channel: str
) -> None:
    async with open_town(channel) as town:
        await town.lan.joins()
        await town.lan.says("thêm kênh")
        await town.lan.presses("Thêm kênh")
        given = await town.lan.sees("Mã của mình là", "Xin đừng đưa mã cho người khác")
        assert ways_in(given)
        written = await kept(town)
        assert [way for way in ways_in(given) if way in written] == []


def test_what_was_sealed_with_another_key_is_regretted_and_the_rest_is_said() -> None:
    reply = Reply(text="Lời mời", sealed=(of_invitations(b"before").sealed("Mã: 123 456"),))
    assert unsealed(of_invitations(b"after"), reply).text == f"Lời mời\n{SEALED_OTHERWISE}"
    assert unsealed(of_invitations(b"before"), reply).text == "Lời mời\nMã: 123 456"


def test_a_kept_reply_keeps_what_was_sealed() -> None:
    reply = Reply(text="Lời mời", sealed=("gAAAA",))
    assert Reply.from_json(reply.to_json()) == reply
