"""A head reports and the officer reads, however the platform behaves where the public sources disagree."""

from __future__ import annotations

import pytest

from tests.channels.samples import photo
from tests.stories.behaviours import BOT_PLATFORM
from tests.stories.conftest import OpenTown
from tests.stories.exporting import the_officer_exports
from tests.stories.filling import REPORT, fills_in_the_report
from tests.stories.kept import values
from tests.stories.test_good_deed import GOOD_DEED
from tests.stories.zalo_bot import zalo_person
from tests.support.talk import Member
from tests.support.zalo_bot import Options


@pytest.mark.parametrize(("options", "webhook"), BOT_PLATFORM)
async def test_a_good_deed_with_its_photo_reaches_the_officer(
    open_town: OpenTown, options: Options, webhook: bool
) -> None:
    async with open_town("zalo_bot", zalo_bot=options, webhook=webhook) as town:
        await town.lan.joins()
        await records_a_good_deed(town.lan)
        await town.lan.presses(REPORT)
        await town.lan.says("412", "một ngàn sáu trăm năm mươi")
        await town.lan.sees("Câu 3/14")
        await town.hoa.joins()
        await the_officer_exports(town)


@pytest.mark.long
@pytest.mark.parametrize(("options", "webhook"), BOT_PLATFORM)
async def test_a_whole_report_is_sent(open_town: OpenTown, options: Options, webhook: bool) -> None:
    async with open_town("zalo_bot", zalo_bot=options, webhook=webhook) as town:
        await town.lan.joins()
        await fills_in_the_report(town.lan)
        assert (await values(town))["tong_so_ho"] == "412"
        await town.lan.presses("Gửi về phường")
        await town.lan.sees("Đã gửi xong lúc")


async def records_a_good_deed(lan: Member) -> None:
    await lan.presses(GOOD_DEED, "Cá nhân")
    await lan.says("Trần Văn Út", "Ông Út hiến 40 mét đất làm đường hẻm 12 cho 15 hộ đi lại", "18/11")
    await lan.presses("Hiến đất, ngày công")
    await lan.says("5 triệu")
    await lan.presses("Đồng ý")
    await lan.sees("Xin gửi ảnh việc tốt")
    zalo_person(lan).sends_something_else()
    await lan.is_answered()
    await lan.sends_photo(photo())
    await lan.sees("Đã nhận 1/5 ảnh.")
    await lan.presses("Xong", "Đồng ý", "Gửi về phường")
    await lan.sees("Mã: NT-K1-2020-001")
