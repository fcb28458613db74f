"""A head reports and the officer reads, whichever of what the sources disagree about an Official Account is true."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.channels.samples import photo
from tests.stories.behaviours import OFFICIAL_ACCOUNT
from tests.stories.conftest import OpenTown
from tests.stories.exporting import the_officer_exports
from tests.stories.filling import REPORT, sends_the_report
from tests.stories.kept import report_of
from tests.stories.test_good_deed import GOOD_DEED
from tests.stories.zalo_oa import person_of
from tests.support.talk import Member
from tests.support.zalo_oa import Options


@pytest.mark.parametrize("options", OFFICIAL_ACCOUNT)
async def test_a_good_deed_with_its_photo_reaches_the_officer(open_town: OpenTown, options: Options) -> None:
    async with open_town("zalo_oa", zalo_oa=options) as town:
        await town.lan.joins()
        await records_a_good_deed(town.lan)
        await town.lan.presses(REPORT)
        await town.lan.says("412", "một ngàn sáu trăm năm mươi")
        await town.lan.sees("Câu 3/14")
        await town.hoa.joins()
        await the_officer_exports(town)


@pytest.mark.long
@pytest.mark.parametrize("options", OFFICIAL_ACCOUNT)
async def test_a_whole_report_is_sent(open_town: OpenTown, options: Options) -> None:
    async with open_town("zalo_oa", zalo_oa=options) as town:
        await town.lan.joins()
        await sends_the_report(town.lan)
        _, (revision,) = await report_of(town)
        assert revision.values["tong_so_ho"] == "412"


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


async def records_a_good_deed(lan: Member) -> None:
    await lan.presses(GOOD_DEED, "Cá nhân")
    await lan.says("Trần Văn Út", "Ông Út hiến 40 mét đất làm đường hẻm 12 cho 15 hộ đi lại", "18/11")
    await lan.presses("Hiến đất, ngày công")
    await lan.says("5 triệu")
    await lan.presses("Đồng ý")
    await lan.sees("Xin gửi ảnh việc tốt")
    await lan.sends_file(b"PK\x03\x04", "bang.xlsx")
    await lan.sends_photo(photo())
    await lan.sees("Đã nhận 1/5 ảnh.")
    await lan.presses("Xong", "Đồng ý", "Gửi về phường")
    await lan.sees("Mã: NT-K1-2020-001")
