"""Four heads type the invented figures of the domain's fixture; the ward's workbook has exactly the stated totals.

Khóm 1-4 are A-D. Khóm D does not know yet how many households were recognised; a week later it does: 603.
"""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.exports.reading import column_of, recalculated, row_of, sheet_of
from tests.stories.conftest import OpenTown
from tests.stories.filling import REPORT
from tests.support.talk import Member, Town

pytestmark = pytest.mark.libreoffice

REST = ("0", "0", "0", "0", "0", "0", "0", "0", "0", "không có")
"""From the households that were not considered to the difficulties."""
OF_ALL, OF_REGISTERED = "% trên tổng số hộ", "% trên số hộ đăng ký"
HOUSEHOLDS, REGISTERED, RECOGNISED = "Tổng số hộ", "Hộ đăng ký gia đình văn hóa", "Hộ đạt gia đình văn hóa"
RATE = "Tỷ lệ hộ đạt gia đình văn hóa"


async def begins(head: Member) -> None:
    await head.joins()
    await head.presses(REPORT)


async def sends(head: Member) -> None:
    await head.says(*REST)
    await head.presses("Gửi về phường")
    await head.sees("Đã gửi xong")


async def summary(town: Town, office: Path, folder: Path) -> Worksheet:
    """The sheet of the ward's figures, from the workbook that Hoa receives, as LibreOffice recalculates it."""
    await town.hoa.presses("Xuất số liệu")
    book = load_workbook(io.BytesIO(await town.hoa.receives_workbook()))
    (calculated,) = recalculated([book], office, folder)
    return sheet_of(calculated, "summary")


@pytest.mark.parametrize(("channel", "database"), [("telegram", "postgresql"), ("web", "sqlite")])
async def test_the_wards_figures_before_and_after_khom_ds_number(
    open_town: OpenTown, channel: str, database: str, libreoffice: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    async with open_town(channel, database=database) as town:
        await four_heads_report(town)
        await town.hoa.joins()
        before = await summary(town, libreoffice, tmp_path_factory.mktemp("before"))
        ward, coverage = row_of(before, "Toàn phường"), row_of(before, "Đã có số liệu")
        assert ward[column_of(before, HOUSEHOLDS)] == 2481
        assert ward[column_of(before, REGISTERED)] == 2470
        assert ward[column_of(before, "Tỷ lệ hộ đăng ký gia đình văn hóa")] == 0.9956
        assert coverage[column_of(before, RECOGNISED)] == "chưa đủ (3/4 khóm)"
        for base in (OF_ALL, OF_REGISTERED):
            assert not isinstance(ward[column_of(before, RATE, base)], float)

        await khom_d_knows(town.dung)
        after = await summary(town, libreoffice, tmp_path_factory.mktemp("after"))
        ward, coverage = row_of(after, "Toàn phường"), row_of(after, "Đã có số liệu")
        assert ward[column_of(after, RECOGNISED)] == 2323
        assert coverage[column_of(after, RECOGNISED)] == "đủ (4/4 khóm)"
        assert ward[column_of(after, RATE, OF_ALL)] == 0.9363
        assert ward[column_of(after, RATE, OF_REGISTERED)] == 0.9405


async def four_heads_report(town: Town) -> None:
    await begins(town.lan)
    await town.lan.says("512", "chưa rõ", "512", "94%")
    await town.lan.sees("Em đọc “94%” là phần trăm.", "phần trăm em tự tính")
    await town.lan.says("489")
    await sends(town.lan)

    await begins(town.binh)
    await town.binh.says("1.034")
    await town.binh.sees("Em ghi: 1.034 hộ.")
    await town.binh.says("chưa rõ", "1.030", "961")
    await sends(town.binh)

    await begins(town.cuc)
    await town.cuc.says("2.87")
    await town.cuc.sees("Em đọc “2.87” là số có phần lẻ.")
    await town.cuc.says("287", "chưa rõ", "287", "270")
    await sends(town.cuc)

    await begins(town.dung)
    await town.dung.says("648", "chưa rõ", "641", "649")
    await town.dung.sees("Em đọc là 649 hộ đạt, nhưng khóm mới đăng ký 641 hộ.")
    await town.dung.presses("Chưa có số liệu")
    await town.dung.sees("Em ghi: chưa có số liệu.")
    await sends(town.dung)


async def khom_d_knows(dung: Member) -> None:
    await dung.presses(REPORT)
    await dung.says("4")
    await dung.sees("Đang ghi: chưa có số liệu.")
    await dung.says("603")
    await dung.presses("Gửi về phường")
    await dung.sees("lần gửi 2")
