"""Workbooks that cannot be used as they are: marked, refused or asked about; the form in force stays."""

from __future__ import annotations

import io

import pytest
from openpyxl import load_workbook

from tests.stories.conftest import OpenTown
from tests.stories.filling import sends_the_report
from tests.stories.new_version import (
    MEETINGS,
    NEW,
    TITLE,
    column,
    downloads,
    insert,
    row_of,
    saved,
    versions,
    waits,
    workbook_of,
)


@pytest.mark.parametrize("channel", ["telegram", "web", "console"])
async def test_a_bad_workbook_comes_back_marked_and_the_form_in_force_stays(open_town: OpenTown, channel: str) -> None:
    async with open_town(channel) as town:
        hoa = town.hoa
        await hoa.joins()
        content = insert(await downloads(town), MEETINGS, NEW | {"relevant": f"${{{MEETINGS}}} >"})
        await hoa.sends_file(content, "quy-moi.xlsx")
        refused = await waits(town, hoa, "quy-moi.xlsx chưa dùng được", "Trang survey, dòng", "cột relevant")
        assert "Biểu mẫu đang dùng không đổi gì." in refused.text
        sheet = (await workbook_of(hoa, refused))["survey"]
        bad = sheet.cell(row_of(sheet, "nguoi_du_hop"), column(sheet, "relevant"))
        assert bad.comment is not None
        assert bad.value == f"${{{MEETINGS}}} >"
        assert await versions(town) == [(1, None, False)]
        await hoa.sends_file(b"no workbook", "quy.xlsx")
        await waits(town, hoa, "quy.xlsx chưa dùng được")
        await hoa.sends_file(b"%PDF-1.4", "quy.pdf")
        await hoa.sees("Em chỉ đọc được tệp Excel đuôi .xlsx; tệp")
        assert await versions(town) == [(1, None, False)]
        await town.lan.joins()
        await sends_the_report(town.lan)


async def test_a_form_that_needs_consent_cannot_lose_it(open_town: OpenTown) -> None:
    async with open_town("web") as town:
        hoa = town.hoa
        await hoa.joins()
        await hoa.presses("Biểu mẫu", "Hoàn cảnh khó khăn", "Tải về Excel")
        book = load_workbook(io.BytesIO(await hoa.receives_file()))
        sheet = book["survey"]
        sheet.cell(row_of(sheet, "dong_y"), column(sheet, "name"), "dong_tinh")
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str):
                    cell.value = cell.value.replace("${dong_y}", "${dong_tinh}")
        await hoa.sends_file(saved(book), "kk.xlsx")
        await hoa.sees("phải giữ câu dong_y với lựa chọn co")
        assert len(await town.read(lambda tx: tx.forms.versions("hoan_canh_kho_khan"))) == 1


async def test_a_workbook_that_does_not_say_which_form_it_is_is_asked_about(open_town: OpenTown) -> None:
    async with open_town("console") as town:
        hoa = town.hoa
        await hoa.joins()
        book = await downloads(town)
        book["settings"].cell(2, column(book["settings"], "form_id"), "mau_cua_hoa")
        await hoa.presses("Về menu", "Biểu mẫu")
        await hoa.sends_file(saved(book), "quy-moi.xlsx")
        await waits(town, hoa, "Đây là bản mới của biểu mẫu nào ạ?")
        await hoa.presses(TITLE)
        await hoa.sees("Không có gì khác bản 1 đang dùng.")
        await hoa.presses("Bỏ tệp này")
        await hoa.sees("Đã bỏ tệp", "Biểu mẫu đang dùng không đổi gì.")
        assert await versions(town) == [(1, None, False)]
