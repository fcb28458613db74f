"""What happens in no other chat than that with an Official Account: windows, clerks, followers, cards."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.stories.conftest import OpenTown
from tests.stories.filling import REPORT
from tests.stories.zalo_oa import person_of
from tests.support.zalo_oa import Options


@pytest.mark.parametrize("options", [Options(), Options(out_of_window=-232)])
async def test_what_lan_is_asked_is_asked_again_when_she_comes_back_after_eight_days(
    open_town: OpenTown, options: Options
) -> None:
    async with open_town("zalo_oa", zalo_oa=options) as town:
        await town.lan.joins()
        await town.lan.presses(REPORT)
        await town.lan.says("412")
        town.watch.forward(timedelta(days=8))
        await town.lan.says("1.650")
        await town.lan.sees("Em ghi: 1.650 người.", "Câu 3/14")
        standing = person_of(town.lan).standing
        assert (standing.billed, standing.refused) == (0, [])


async def test_what_a_clerk_writes_by_hand_is_left_alone(open_town: OpenTown) -> None:
    async with open_town("zalo_oa") as town:
        await town.lan.joins()
        await town.lan.presses(REPORT)
        question = await town.lan.sees("Câu 1/14")
        received = person_of(town.lan).standing.received
        person_of(town.lan).sees_by_staff("Chị Lan ơi, 412 hộ phải không?")
        await town.lan.is_answered()
        assert person_of(town.lan).standing.received == received
        await town.lan.says("412")
        await town.lan.sees("Em ghi: 412 hộ.")
        assert question.buttons


async def test_who_unfollows_is_told_nothing_and_finds_the_draft_when_she_comes_back(open_town: OpenTown) -> None:
    async with open_town("zalo_oa") as town:
        lan = person_of(town.lan)
        await town.lan.joins()
        await town.lan.presses(REPORT)
        await town.lan.says("412")
        lan.unfollows()
        await town.lan.is_answered()
        received = lan.standing.received
        await town.reminds()
        assert (lan.standing.received, lan.standing.refused) == (received, [])
        lan.follows()
        await town.lan.is_answered()
        await town.lan.says("tiếp tục")
        await town.lan.sees("Mình làm tiếp", "Câu 2/14")


async def test_a_press_on_an_old_card_of_few_buttons_changes_nothing(open_town: OpenTown) -> None:
    async with open_town("zalo_oa") as town:
        await town.lan.joins()
        await town.lan.presses(REPORT)
        await town.lan.says("412")
        asked = await town.lan.sees("Câu 2/14")
        await town.lan.says("1.650")
        await town.lan.presses("Chưa có số liệu", on=asked)
        await town.lan.sees("Nút vừa bấm là của câu trước")
        await town.lan.sees("Câu 3/14")
