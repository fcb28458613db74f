"""The report of a quarter in which little has changed: last period's figures are kept with a tap."""

from __future__ import annotations

from tests.stories.filling import REPORT
from tests.stories.kept import report_of
from tests.stories.last_quarter import LAST_QUARTER, the_next_quarter_begins
from tests.support.talk import Town
from tests.support.talk.effort import counted


async def test_an_unchanged_quarter_takes_at_most_twenty_taps_and_no_typing(town: Town) -> None:
    await the_next_quarter_begins(town)
    lan = town.lan
    with counted(lan) as effort:
        await lan.presses("Báo cáo quý I năm 2021")
        await lan.sees("bao nhiêu hộ", "Kỳ trước: 412 hộ.")
        await lan.presses("Giữ nguyên tất cả")
        await lan.sees(
            "Em giữ nguyên 2 câu như kỳ trước:",
            "• Tổng số hộ: 412 hộ",
            "• Tổng số nhân khẩu: 1.650 người",
            "hộ đăng ký gia đình văn hóa",
        )
        await lan.presses("Giữ nguyên")
        await lan.sees("Em ghi: 410 hộ.", "buổi tuyên truyền", "Kỳ trước: 3 buổi.")
        for kept in (
            "3 buổi",
            "2.000.000 đồng",
            "1.200.000 đồng",
            "850.000 đồng",
            "1 tập thể",
            "5 gia đình",
            "4 người",
        ):
            await lan.presses("Giữ nguyên")
            await lan.sees(f"Kỳ này cũng ghi như kỳ trước: {kept}. Có đúng không ạ?")
            await lan.presses("Đúng vậy")
        await lan.presses("Không phát sinh")
        await lan.sees("Xem lại trước khi gửi", "412 hộ", "1.650 người", "410 hộ", "850.000 đồng", "không phát sinh")
        await lan.presses("Gửi về phường")
        await lan.sees("Đã gửi xong lúc")
    assert (effort.taps, effort.lines) == (19, 0)
    _, (revision,) = await report_of(town, "BC-K1-2021-Q1")
    assert {name: revision.values.get(name) for name in LAST_QUARTER} == LAST_QUARTER


async def test_a_quarter_in_which_nothing_happened_takes_twelve_taps(town: Town) -> None:
    await the_next_quarter_begins(town)
    lan = town.lan
    with counted(lan) as effort:
        await lan.presses("Báo cáo quý I năm 2021", "Giữ nguyên tất cả", "Giữ nguyên")
        await lan.presses(*["Không phát sinh"] * 8, "Gửi về phường")
        await lan.sees("Đã gửi xong lúc")
    assert (effort.taps, effort.lines) == (12, 0)


async def test_what_has_changed_is_told_in_percent_and_costs_one_typed_line(town: Town) -> None:
    await the_next_quarter_begins(town)
    lan = town.lan
    await lan.presses("Báo cáo quý I năm 2021")
    await lan.says("450")
    await lan.sees("Em ghi: 450 hộ (kỳ trước 412, tăng 9,2 %).", "Kỳ trước: 1.650 người.")
    await lan.says("1.640")
    await lan.sees("Em ghi: 1.640 người (kỳ trước 1.650, giảm 0,6 %).")
    await lan.presses("Giữ nguyên")
    await lan.sees("Em ghi: 410 hộ.")


async def test_keeping_all_keeps_only_what_passes_and_asks_the_rest(town: Town) -> None:
    await the_next_quarter_begins(town)
    await town.lan.presses("Báo cáo quý I năm 2021")
    await town.lan.says("400", "quay lại", "400", "1.600")
    await town.lan.says("giữ nguyên tất cả")
    await town.lan.sees("Em chưa giữ nguyên được câu nào.", "Hộ đăng ký gia đình văn hóa", "khóm có 400 hộ", "Câu 3/")


async def test_several_figures_in_one_message_are_read_back_and_kept_with_one_tap(town: Town) -> None:
    lan = town.lan
    await lan.joins()
    await lan.presses(REPORT)
    await lan.says("tổng 412, dang ky 410, đạt 398, khen 3")
    await lan.sees(
        "Em đọc được 3 câu trả lời:",
        "• Tổng số hộ: 412 hộ",
        "• Hộ đăng ký gia đình văn hóa: 410 hộ",
        "• Hộ đạt gia đình văn hóa: 398 hộ",
        "Chưa rõ là câu nào: “khen 3”.",
    )
    await lan.presses("Đúng vậy")
    await lan.sees("Em đã ghi 3 câu.", "Câu 2/14", "nhân khẩu")
    report, _ = await report_of(town)
    assert await town.actions(f"submission:{report.id}") == ["started", *["answered"] * 3]


async def test_what_was_misread_of_several_figures_is_typed_again_and_nothing_is_kept(town: Town) -> None:
    lan = town.lan
    await lan.joins()
    await lan.presses(REPORT)
    await lan.says("tổng 412, đăng ký 410")
    await lan.sees("Em đọc được 2 câu trả lời:")
    await lan.presses("Gõ lại")
    await lan.sees("Câu 1/14")
    await lan.says("tổng 415, đăng ký 411")
    await lan.sees("415 hộ", "411 hộ")
    await lan.says("đúng rồi")
    await lan.sees("Em đã ghi 2 câu.", "Câu 2/14")


async def test_a_section_is_sent_as_a_text_and_comes_back_filled_in(town: Town) -> None:
    lan = town.lan
    await lan.joins()
    await lan.presses(REPORT)
    await lan.says("412", "1.650")
    await lan.presses("Nhập nhanh")
    await lan.sees("Hộ đăng ký gia đình văn hóa:", "Hộ không xét, không đạt:", "Hộ đạt 3 năm liền:")
    await lan.sees("Chép các dòng trên", "Câu 3/14")
    filled = (
        "Hộ đăng ký gia đình văn hóa: 410",
        "Hộ đạt gia đình văn hóa: 389",
        "Hộ không xét, không đạt: 12",
        "Hộ đạt 3 năm liền: ",
    )
    # A terminal sends line by line.
    await lan.says(("; " if town.channel == "console" else "\n").join(filled))
    await lan.sees("Em đọc được 3 câu trả lời:", "• Hộ không xét, không đạt: 12 hộ")
    await lan.presses("Đúng vậy")
    await lan.sees("Em đã ghi 3 câu.", "3 năm liền")
