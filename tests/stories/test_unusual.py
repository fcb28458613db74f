"""A figure that is unlike those of before is asked back, kept with its reason, and shown to the officer."""

from __future__ import annotations

import io

import pytest
from openpyxl import load_workbook

from bot.domain.submissions import Confirmed
from tests.stories.conftest import OpenTown
from tests.stories.filling import sends_the_report, taps_line
from tests.stories.kept import report_of
from tests.stories.last_quarter import the_next_quarter_begins
from tests.stories.test_officer import NOT_YOURS
from tests.support.talk import Town
from tests.support.talk.effort import counted

TENFOLD = "Kỳ trước 3 buổi, lần này 30 buổi: tăng gấp 10 lần."
REASON = "mỗi tổ họp riêng"


async def the_report_is_sent(town: Town) -> None:
    """Lan's next quarter, with ten times as many meetings."""
    lan = town.lan
    await lan.presses("Báo cáo quý I năm 2021")
    await lan.says("425", "1.660")
    await lan.presses("Giữ nguyên")
    await lan.says("30")
    await lan.sees(f"{TENFOLD} Đúng vậy không ạ?", "Đúng thì chọn Đúng vậy")
    await lan.presses("Đúng vậy")
    await lan.sees("Xin cho em một lý do ngắn")
    await lan.says(REASON)
    await lan.sees("Em ghi: 30 buổi.")
    await lan.presses(*["Giữ nguyên", "Đúng vậy"] * 6, "Không phát sinh")
    await lan.sees("Xem lại trước khi gửi")
    await lan.presses("Gửi về phường")
    await lan.sees("Đã gửi xong lúc")


async def test_a_slip_is_asked_back_and_typed_anew(town: Town) -> None:
    await the_next_quarter_begins(town)
    lan = town.lan
    await lan.presses("Báo cáo quý I năm 2021")
    await lan.says("4150")
    await lan.sees("Kỳ trước 412 hộ, lần này 4.150 hộ: tăng gấp 10 lần. Đúng vậy không ạ?")
    await lan.presses("Gõ lại")
    await lan.sees("Câu 1/", "bao nhiêu hộ")
    await lan.says("421")
    await lan.sees("Kỳ trước 412 hộ, lần này 421 hộ: hai chữ số đổi chỗ cho nhau. Đúng vậy không ạ?")
    await lan.says("415")
    await lan.sees("Em ghi: 415 hộ (kỳ trước 412, tăng 0,7 %).", "Câu 2/")


async def test_growth_and_what_is_kept_are_not_asked_about(town: Town) -> None:
    await the_next_quarter_begins(town)
    lan = town.lan
    with counted(lan) as effort:
        await lan.presses("Báo cáo quý I năm 2021")
        await lan.says("430", "1.700", "425", "5", "3 triệu", "2 triệu", "1tr5", "2", "8", "6")
        await lan.presses("Không phát sinh")
        await lan.sees("Xem lại trước khi gửi")
    assert (effort.taps, effort.lines) == (2, 10)


async def test_the_summary_says_what_has_changed_since_the_last_period(town: Town) -> None:
    await the_next_quarter_begins(town)
    lan = town.lan
    await lan.presses("Báo cáo quý I năm 2021")
    await lan.says("425", "1.650")
    await lan.presses("Giữ nguyên")
    await lan.says("xem lại")
    seen = await lan.sees("Xem lại trước khi gửi")
    assert "1. Tổng số hộ: 425 hộ (kỳ trước 412, +3 %)" in seen.text
    assert "2. Tổng số nhân khẩu: 1.650 người\n" in seen.text, "nothing has changed there"
    await taps_line(lan, 2)
    await lan.says("1.640")
    await lan.sees("2. Tổng số nhân khẩu: 1.640 người (kỳ trước 1.650, -0,6 %)")


async def test_the_officer_reads_the_report_with_its_changes_and_reasons(town: Town) -> None:
    await the_next_quarter_begins(town)
    await the_report_is_sent(town)
    _, (revision,) = await report_of(town, "BC-K1-2021-Q1")
    assert revision.confirmed == {"so_buoi_tuyen_truyen": Confirmed(found=TENFOLD, reason=REASON)}
    hoa = town.hoa
    await hoa.presses("Tình hình nộp", "quý I năm 2021")
    await hoa.sees("Kỳ quý I năm 2021: 1/4 khóm đã gửi.", "Chọn tên khóm để đọc báo cáo khóm đã gửi.")
    await hoa.presses("Khóm 1")
    await hoa.sees(
        "BC-K1-2021-Q1",
        "Báo cáo định kỳ của khóm – Khóm 1, quý I năm 2021. Trần Thị Lan gửi lúc 09:0",
        "1. Tổng số hộ: 425 hộ (kỳ trước 412, +3 %)",
        "4. Số buổi tuyên truyền: 30 buổi",
        f"Số khác thường, khóm đã xác nhận:\n• Câu 4: {TENFOLD} Lý do: {REASON}.",
    )
    await hoa.presses("Tình hình nộp")
    await hoa.presses("quý IV năm 2020", "Khóm 1")
    seen = await hoa.sees("BC-K1-2020-Q4", "1. Tổng số hộ: 412 hộ\n")
    assert "kỳ trước" not in seen.text
    assert "khác thường" not in seen.text


async def test_the_officer_reads_what_was_sent_while_it_is_being_corrected(town: Town) -> None:
    await town.lan.joins()
    await sends_the_report(town.lan)
    await town.lan.presses("Báo cáo quý IV năm 2020")
    await town.lan.says("1", "415")
    await town.hoa.joins()
    await town.hoa.presses("Tình hình nộp", "Khóm 1")
    await town.hoa.sees("Khóm đang sửa lại, chưa gửi lần mới.", "1. Tổng số hộ: 412 hộ")


async def test_the_workbook_has_a_sheet_of_what_was_confirmed(open_door: Town) -> None:
    town = open_door
    await the_next_quarter_begins(town)
    await the_report_is_sent(town)
    await town.hoa.presses("Xuất số liệu", "quý I năm 2021")
    book = load_workbook(io.BytesIO(await town.hoa.receives_workbook()))
    (row,) = book["Số khác thường"].iter_rows(min_row=8, values_only=True)
    assert row == (1, "Khóm 1", "báo cáo định kỳ", "Số buổi tuyên truyền", TENFOLD, REASON)


@pytest.mark.parametrize("channel", ["telegram", "web"])
async def test_a_forged_press_lets_no_head_read_as_an_officer_and_no_officer_read_a_case(
    open_town: OpenTown, channel: str
) -> None:
    async with open_town(channel) as town:
        await town.lan.joins()
        await sends_the_report(town.lan)
        await town.binh.joins()
        await town.binh.forges("@received:1")
        await town.binh.sees(NOT_YOURS)
        await town.binh.sees_nothing_of("412", "BC-K1")
        await town.lan.presses("Ghi hoàn cảnh khó khăn", "Đồng ý")
        await town.hoa.joins()
        for nonsense in ("@received:2", "@received:99", "@received:x", "@received"):
            await town.hoa.forges(nonsense)
        await town.hoa.sees_nothing_of("KK-K1", "trục trặc")
