"""A head reports and the officer reads, whichever of what the sources disagree about Zalo is true."""

from __future__ import annotations

import io
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.channels.samples import photo
from tests.stories.behaviours import ZALO
from tests.stories.conftest import OpenTown
from tests.stories.filling import REPORT, sends_the_report, tells_of_a_good_deed
from tests.stories.kept import report_of

EVERY = pytest.mark.parametrize(
    ("channel", "behaviour"), [(channel, behaviour) for channel, towns in ZALO.items() for behaviour in towns]
)


@EVERY
async def test_a_good_deed_with_its_photo_reaches_the_officer(
    open_town: OpenTown, channel: str, behaviour: dict[str, Any]
) -> None:
    async with open_town(channel, **behaviour) as town:
        lan, hoa = town.lan, town.hoa
        await lan.joins()
        await tells_of_a_good_deed(lan, "5 triệu")
        await lan.sends_file(b"PK\x03\x04", "bang.xlsx")
        await lan.sends_photo(photo())
        await lan.sees("Đã nhận 1/5 ảnh.")
        await lan.presses("Xong", "Đồng ý", "Gửi về phường")
        await lan.sees("Mã: NT-K1-2020-001")
        await lan.presses(REPORT)
        await lan.says("412", "một ngàn sáu trăm năm mươi")
        await lan.sees("Câu 3/14")
        await hoa.joins()
        await hoa.presses("Xuất số liệu")
        assert "Người tốt việc tốt" in load_workbook(io.BytesIO(await hoa.receives_workbook())).sheetnames


@pytest.mark.long
@EVERY
async def test_a_whole_report_is_sent(open_town: OpenTown, channel: str, behaviour: dict[str, Any]) -> None:
    async with open_town(channel, **behaviour) as town:
        await town.lan.joins()
        await sends_the_report(town.lan)
        _, (revision,) = await report_of(town)
        assert revision.values["tong_so_ho"] == "412"
