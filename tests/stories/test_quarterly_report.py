"""A head is led through the quarterly report, sends it, and corrects it."""

from __future__ import annotations

from bot.domain.submissions import Empty, Status
from tests.stories.filling import QUARTER, REPORT, fills_in_the_report, sends_the_report
from tests.stories.kept import report_of
from tests.support.talk import Town


async def test_lan_is_asked_one_plain_question_at_a_time_and_sends(town: Town) -> None:
    lan = town.lan
    menu = await lan.joins()
    assert "Báo cáo quý IV năm 2020: hạn 18/12/2020 (chưa làm)." in menu.text
    await lan.presses(REPORT)
    await lan.sees(
        "Báo cáo định kỳ của khóm – Khóm 1, quý IV năm 2020. Hạn gửi: 18/12/2020.", "Câu 1/14", "bao nhiêu hộ"
    )
    await lan.says("412")
    await lan.sees("Em ghi: 412 hộ.", "Câu 2/14", "bao nhiêu người")
    await lan.says("1.650", "410", "389", "12", "120")
    await lan.sees("Em ghi: 120 hộ.", "Câu 7/14 · Tuyên truyền")
    await lan.says("3", "2 triệu")
    await lan.sees("Em ghi: 2.000.000 đồng.", "Câu 9/14")
    await lan.says("1tr2", "850 ngàn", "1", "5", "4")
    await lan.presses("Bỏ qua")
    await lan.sees("Xem lại trước khi gửi", "412 hộ", "850.000 đồng", "(để trống)", "Đúng hết thì chọn Gửi về phường.")
    await lan.presses("Gửi về phường")
    await lan.sees("Báo cáo quý IV năm 2020 · Khóm 1", "Đã gửi xong lúc 09:0", "Mã: BC-K1-2020-Q4 · lần gửi 1")
    await lan.sees("(đã gửi)", "Các báo cáo đến hạn đều đã gửi")
    report, (revision,) = await report_of(town)
    assert report.status is Status.SUBMITTED
    assert revision.values["tong_so_ho"] == "412"
    assert revision.values["kp_da_chi"] == "850000"
    assert revision.sent_by_name == "Trần Thị Lan"
    assert await town.actions(f"submission:{report.id}") == ["started", *["answered"] * 14, "sent"]


async def test_every_wrong_input_gets_its_sentence_and_the_question_again(town: Town) -> None:
    lan = town.lan
    await lan.joins()
    await lan.presses(REPORT)
    question = "Khóm có tất cả bao nhiêu hộ ạ?"
    await lan.says("để tôi hỏi lại đã")
    await lan.sees("Em chưa đọc được con số nào trong câu “để tôi hỏi lại đã”", question)
    await lan.says("94%")
    await lan.sees("Em đọc “94%” là phần trăm", question)
    await lan.says("2.87")
    await lan.sees("Em đọc “2.87” là số có phần lẻ", question)
    await lan.says("0")
    await lan.sees("từ 1 trở lên", question)
    await lan.says("-5")
    await lan.sees("số âm", question)
    await lan.says("khoảng 400")
    await lan.sees("ước chừng", question)
    await lan.says("412", "1.650")
    await lan.says("413")
    await lan.sees("Em đọc là 413 hộ đăng ký, nhưng khóm có 412 hộ.", "Năm nay khóm có bao nhiêu hộ đăng ký")
    await lan.says("410")
    await lan.sees("Em ghi: 410 hộ.")


async def test_five_thousand_characters_and_nothing_at_all_do_no_harm(town: Town) -> None:
    lan = town.lan
    await lan.joins()
    await lan.presses(REPORT)
    await lan.sees("bao nhiêu hộ")
    await lan.types_at_once("chữ " * 1_250)
    await lan.is_answered()
    await lan.types_at_once("  ")
    await lan.is_answered()
    await lan.says("412")
    await lan.sees("Em ghi: 412 hộ.")


async def test_a_figure_far_from_the_usual_is_asked_back_and_kept_with_its_reason(town: Town) -> None:
    lan = town.lan
    await lan.joins()
    await lan.presses(REPORT)
    await lan.says("412", "500")
    await lan.sees("Em ghi 500 người và 412 hộ", "Thường thì một hộ có 2 đến 5,5 người")
    await lan.presses("Đúng vậy")
    await lan.sees("Xin cho em một lý do ngắn")
    await lan.says("nhiều nhà cho thuê bỏ trống")
    await lan.sees("Em ghi: 500 người.", "Câu 3/14")


async def test_a_new_figure_instead_of_yes_or_no_is_the_new_answer(town: Town) -> None:
    lan = town.lan
    await lan.joins()
    await lan.presses(REPORT)
    await lan.says("412", "500")
    await lan.sees("Em ghi 500 người")
    await lan.says("1.650")
    await lan.sees("Em ghi: 1.650 người.", "Câu 3/14")


async def test_not_known_is_neither_nought_nor_nothing(town: Town) -> None:
    lan = town.lan
    await lan.joins()
    await lan.presses(REPORT)
    await lan.says("412")
    await lan.presses("Chưa có số liệu")
    await lan.sees("Em ghi: chưa có số liệu.")
    await lan.says("410", "chưa rõ", "0", "120")
    await lan.presses("Không phát sinh")
    await lan.says("0", "0", "0", "0", "0", "0")
    await lan.presses("Bỏ qua")
    await lan.presses("Gửi về phường")
    await lan.sees("Đã gửi xong")
    _, (revision,) = await report_of(town)
    assert revision.empties["tong_nhan_khau"] is Empty.UNKNOWN
    assert revision.empties["ho_dat_gdvh"] is Empty.UNKNOWN
    assert revision.empties["so_buoi_tuyen_truyen"] is Empty.NOTHING
    assert revision.values["kp_nsnn"] == "0"


async def test_lan_goes_back_and_answers_again(town: Town) -> None:
    lan = town.lan
    await lan.joins()
    await lan.presses(REPORT)
    await lan.says("421")
    await lan.sees("Câu 2/14")
    await lan.presses("Quay lại")
    await lan.sees("Câu 1/14", "Đang ghi: 421 hộ.")
    await lan.says("412")
    await lan.sees("Em ghi: 412 hộ.", "Câu 2/14")


async def test_one_answer_is_corrected_from_the_review(town: Town) -> None:
    lan = town.lan
    await lan.joins()
    await fills_in_the_report(lan)
    await lan.says("9")
    await lan.sees("Đang ghi: 1.200.000 đồng.")
    await lan.says("1,5 triệu")
    await lan.sees("Xem lại trước khi gửi", "1.500.000 đồng")
    await lan.presses("Gửi về phường")
    await lan.sees("Đã gửi xong")


async def test_a_correction_after_sending_is_a_second_revision_and_the_first_stays(town: Town) -> None:
    lan = town.lan
    await lan.joins()
    await sends_the_report(lan)
    await lan.presses(REPORT)
    await lan.sees("Đã gửi về phường")
    await lan.says("1")
    await lan.sees("Đang ghi: 412 hộ.")
    await lan.says("413")
    await lan.sees("Đã gửi, đang sửa lại")
    await lan.presses("Gửi về phường")
    await lan.sees("lần gửi 2")
    _, (first, second) = await report_of(town)
    assert (first.number, first.values["tong_so_ho"]) == (1, "412")
    assert (second.number, second.values["tong_so_ho"]) == (2, "413")


async def test_what_the_ward_has_already_is_not_sent_again(town: Town) -> None:
    lan = town.lan
    await lan.joins()
    await sends_the_report(lan)
    await lan.presses(REPORT)
    await lan.says("gửi")
    await lan.sees("Phường đã có đúng các số này", "Đã gửi về phường")
    _, revisions = await report_of(town)
    assert [revision.number for revision in revisions] == [1]


async def test_lan_stops_and_goes_on_later_even_after_the_bot_was_restarted(town: Town) -> None:
    lan = town.lan
    await lan.joins()
    await lan.presses(REPORT)
    await lan.says(*QUARTER[:3])
    await lan.presses("Để sau")
    await lan.sees("Em giữ nguyên phần đã làm.", "(đang làm dở)")
    if town.channel != "console":
        await town.restarts()
    await lan.says("tiếp tục")
    await lan.sees("Mình làm tiếp Báo cáo quý IV năm 2020 – Khóm 1.", "Câu 4/14")
    await lan.says(*QUARTER[3:])
    await lan.sees("Xem lại trước khi gửi")


async def test_help_is_said_aside_and_the_question_comes_again(town: Town) -> None:
    lan = town.lan
    await lan.joins()
    await lan.presses(REPORT)
    await lan.says("giúp")
    await lan.sees("Muốn làm lại câu trước", "Nguyễn Thị Hoa, 0277 3861 001")
    await lan.sees("Câu 1/14")


async def test_answers_typed_in_a_hurry_keep_their_order(town: Town) -> None:
    lan = town.lan
    await lan.joins()
    await lan.presses(REPORT)
    await lan.types_at_once(*QUARTER)
    await lan.sees("Xem lại trước khi gửi")
    await lan.presses("Gửi về phường")
    _, (revision,) = await report_of(town)
    assert revision.values["tong_nhan_khau"] == "1650"
    assert revision.values["so_khen_ca_nhan"] == "4"


async def test_the_report_of_a_period_cannot_be_thrown_away(town: Town) -> None:
    lan = town.lan
    await lan.joins()
    await lan.presses(REPORT)
    await lan.says("412", "hủy")
    await lan.sees("Báo cáo định kỳ thì không bỏ được.")
    await lan.sees("Câu 2/14")


async def test_a_word_that_names_a_menu_entry_is_an_answer_in_the_middle_of_a_form(town: Town) -> None:
    await town.lan.joins()
    await fills_in_the_report(town.lan, *QUARTER[:-1], "khó khăn")
    await town.lan.presses("Gửi về phường")
    await town.lan.sees("Đã gửi xong lúc")
    _, (revision,) = await report_of(town)
    assert revision.values["kho_khan_vuong_mac"] == "khó khăn"
