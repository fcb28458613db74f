"""A new version beside what is open, planned, half filled in or sent already."""

from __future__ import annotations

import io
from datetime import date, timedelta

from openpyxl import load_workbook

from tests.stories.conftest import OpenTown
from tests.stories.filling import QUARTER, REPORT, fills_in_the_report, sends_the_report
from tests.stories.new_version import (
    MEETINGS,
    NEW,
    TITLE,
    column,
    downloads,
    insert,
    row_of,
    saved,
    sends_new_version,
    versions,
    with_more,
)


async def test_from_the_next_period_on_the_open_one_keeps_its_questions(open_town: OpenTown) -> None:
    async with open_town("web") as town:
        hoa, lan = town.hoa, town.lan
        await hoa.joins()
        await lan.joins()
        content = insert(await downloads(town), MEETINGS, NEW)
        await sends_new_version(town, content)
        await hoa.presses("Dùng từ kỳ sau (từ 01/01/2021)")
        await hoa.sees(f"{TITLE} bản 2 sẽ dùng từ 01/01/2021.")
        await sends_the_report(lan)
        town.watch.forward(timedelta(days=80))
        await hoa.presses("Mở kỳ báo cáo", "Kỳ quý I năm 2021 (hạn của khóm: 19/03/2021)")
        await lan.says("menu")
        await lan.presses("Báo cáo quý I năm 2021")
        await lan.says("412", "1.650", "410", "3")
        await lan.sees("Buổi đông nhất")
        # The open quarter IV is corrected with the questions that it was sent with.
        await lan.says("menu")
        await lan.presses(REPORT, "7")
        await lan.says("4")
        await lan.sees("Đã gửi, đang sửa lại")
        await lan.sees_nothing_of("Người dự buổi đông nhất: ⚠")


async def test_a_planned_version_is_taken_back_or_replaced(open_town: OpenTown) -> None:
    async with open_town("web") as town:
        hoa = town.hoa
        await hoa.joins()
        content = insert(await downloads(town), MEETINGS, NEW)
        await sends_new_version(town, content)
        await hoa.presses("Dùng từ kỳ sau (từ 01/01/2021)", "Biểu mẫu", TITLE)
        await hoa.sees("Bản 2 sẽ dùng từ 01/01/2021.")
        await hoa.presses("Lịch sử")
        await hoa.sees("• Bản 2: công bố 15/12/2020, dùng từ 01/01/2021.", "• Bản 1: công bố 01/12/2020, đang dùng.")
        await hoa.presses("Rút lại bản 2")
        await hoa.sees("Đã rút lại bản 2", "Bản 1 vẫn dùng như cũ.")
        assert await versions(town) == [(2, date(2021, 1, 1), True), (1, None, False)]
        await hoa.presses("Biểu mẫu")
        await sends_new_version(town, content)
        await hoa.presses("Dùng từ kỳ sau (từ 01/01/2021)", "Biểu mẫu")
        card = await sends_new_version(town, content)
        assert "bản 3 định dùng từ 01/01/2021 sẽ được bản này thay" in card.text
        await hoa.presses("Dùng ngay")
        await hoa.sees("nay là bản 4", "Bản 3 định dùng từ 01/01/2021 đã được thay.")
        assert (await versions(town))[:2] == [(4, None, False), (3, date(2021, 1, 1), True)]


async def test_a_draft_goes_on_with_the_new_version_and_says_what_has_to_be_asked_again(open_town: OpenTown) -> None:
    async with open_town("telegram") as town:
        hoa, lan = town.hoa, town.lan
        await lan.joins()
        await lan.presses(REPORT)
        await lan.says("412", "1.650", "410", "389", "12")
        await hoa.joins()
        book = await downloads(town)
        sheet = book["survey"]
        sheet.cell(row_of(sheet, "tong_so_ho"), column(sheet, "constraint"), ". >= 1 and . <= 400")
        content = insert(book, "tong_so_ho", NEW | {"relevant": "", "constraint": ""})
        card = await sends_new_version(town, content)
        assert "• Đổi điều kiểm tra: Tổng số hộ (. >= 1 → . >= 1 and . <= 400)" in card.text
        await hoa.presses("Dùng ngay")
        await lan.says("120")
        await lan.sees(
            "Tin vừa rồi em chưa ghi.",
            "Phường vừa cập nhật phiếu này.",
            "Xin trả lời lại giúp em: Tổng số hộ",
            "Khóm có tất cả bao nhiêu hộ ạ?",
        )
        await lan.says("399")
        await lan.sees("Buổi đông nhất có bao nhiêu người dự ạ?")
        await lan.says("60")
        khom = await town.read(lambda tx: tx.units.by_code("K1"))
        assert khom is not None
        [draft] = await town.read(lambda tx: tx.submissions.drafts(khom.id))
        kept = {path.rpartition("/")[2]: value for path, value in draft.filling["values"].items()}
        assert (kept["tong_nhan_khau"], kept["ho_dat_gdvh"], kept["nguoi_du_hop"]) == ("1650", "389", "60")
        assert "form_moved" in await town.actions(f"submission:{draft.id}")


async def test_a_press_on_a_question_of_the_old_version_is_no_answer_to_the_new_one(open_town: OpenTown) -> None:
    async with open_town("web") as town:
        hoa, lan = town.hoa, town.lan
        await lan.joins()
        await lan.presses(REPORT)
        await lan.says("412", "1.650", "410")
        await hoa.joins()
        content = insert(await downloads(town), "tong_so_ho", NEW | {"relevant": "", "constraint": ""})
        await sends_new_version(town, content)
        await hoa.presses("Dùng ngay")
        await lan.presses("Chưa có số liệu")
        await lan.sees("Tin vừa rồi em chưa ghi.", "Phường vừa cập nhật phiếu này.", "Buổi đông nhất")
        await lan.says("60")
        await lan.sees("được công nhận đạt gia đình văn hóa")
        # The second change is met by somebody who wants to stop.
        await hoa.presses("Biểu mẫu")
        book = await downloads(town)
        sheet = book["survey"]
        sheet.cell(row_of(sheet, "nguoi_du_hop"), column(sheet, "constraint"), ". >= 100")
        card = await sends_new_version(town, saved(book))
        assert "Đổi điều kiểm tra: Người dự buổi đông nhất" in card.text
        await hoa.presses("Dùng ngay")
        await lan.says("để sau")
        await lan.sees("Em giữ nguyên phần đã làm.", "Xin trả lời lại giúp em: Người dự buổi đông nhất")
        await lan.says("tiếp tục")
        await lan.sees("Buổi đông nhất")


async def test_what_was_sent_stays_with_its_version_and_is_corrected_with_it(open_town: OpenTown) -> None:
    async with open_town("web") as town:
        hoa, lan, binh = town.hoa, town.lan, town.binh
        await lan.joins()
        await sends_the_report(lan)
        await hoa.joins()
        await sends_new_version(town, insert(await downloads(town), MEETINGS, NEW))
        await hoa.presses("Dùng ngay")
        await lan.presses(REPORT)
        await lan.sees("Đã gửi về phường")
        await lan.says("7", "4")
        await lan.presses("Gửi về phường")
        await lan.sees("lần gửi 2")
        await binh.joins()
        await fills_in_the_report(binh, *with_more(QUARTER, "60"))
        await binh.presses("Gửi về phường")
        await binh.sees("Đã gửi xong")
        await hoa.presses("Xuất số liệu")
        book = load_workbook(io.BytesIO(await hoa.receives_workbook()))
        shown = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]
        headings = next(row for row in shown if "Khóm" in row)
        place = headings.index("Người dự buổi đông nhất")
        lans, binhs = (next(row for row in shown if khom in row) for khom in ("Khóm 1", "Khóm 2"))
        assert binhs[place] == 60
        assert lans[place] == "chưa có số liệu"
        assert lans[headings.index("Số buổi tuyên truyền")] == 4
