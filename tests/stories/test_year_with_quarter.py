"""In December a head reports the quarter and then the year: what was counted for the one is there for the other."""

from __future__ import annotations

from tests.stories.filling import sends_the_report
from tests.stories.kept import report_of
from tests.support.talk import Town

YEAR = "Báo cáo năm 2020"


async def the_year_is_reported_too(town: Town) -> None:
    """Lan has sent quarter IV, Hoa opens the year, and Lan begins with it."""
    await town.lan.joins()
    await sends_the_report(town.lan)
    await town.hoa.joins()
    await town.hoa.presses("Mở kỳ báo cáo")
    await town.hoa.says("2020")
    await town.hoa.sees("Đã mở kỳ năm 2020.")
    await town.lan.says("menu")
    await town.lan.presses(YEAR)


async def test_the_quarter_that_was_just_sent_is_offered_for_the_year_with_one_tap(town: Town) -> None:
    await the_year_is_reported_too(town)
    lan = town.lan
    await lan.sees("Khóm có tất cả bao nhiêu hộ ạ?", "Báo cáo quý IV năm 2020 đã gửi: 412 hộ.")
    await lan.presses("Giữ nguyên tất cả")
    await lan.sees(
        "Em ghi 2 câu như báo cáo quý IV năm 2020:", "• Tổng số hộ: 412 hộ", "• Tổng số nhân khẩu: 1.650 người"
    )
    await lan.presses("Giữ nguyên")
    await lan.sees("Em ghi: 410 hộ.", "Báo cáo quý IV năm 2020 đã gửi: 389 hộ.")
    await lan.presses("Giữ nguyên", "Giữ nguyên", "Giữ nguyên")
    await lan.sees("Khóm có bao nhiêu gia đình thể thao ạ?")
    await lan.says("96", "350", "320", "có", "không")
    seen = await lan.sees("mấy buổi tuyên truyền")
    assert "đã gửi" not in seen.text, "what happened in the quarter is not what happened in the year"
    report, revisions = await report_of(town, "BC-K1-2020")
    assert not revisions
    assert "412" in report.filling["values"].values()


async def test_a_figure_that_differs_from_the_quarter_is_told_to_the_head_and_to_the_officer(town: Town) -> None:
    await the_year_is_reported_too(town)
    lan = town.lan
    await lan.says("415")
    await lan.sees("Em ghi: 415 hộ, khác báo cáo quý IV năm 2020 (412).")
    await lan.says("như cũ")
    await lan.sees("Em ghi: 1.650 người.")
    await lan.says("410", "như cũ", "như cũ", "như cũ", "96", "350", "320", "có", "không", "11", "300")
    await lan.says("8 triệu", "4tr8", "3 triệu", "không có", "không có", "4", "20", "16", "không có", "không có")
    await lan.presses("Gửi về phường")
    await lan.sees("Đã gửi xong lúc")
    await town.hoa.says("menu")
    await town.hoa.presses("Tình hình nộp", "năm 2020", "Khóm 1")
    await town.hoa.sees("415 hộ (báo cáo quý IV năm 2020: 412)", "1.650 người")
