"""After sending: what was sent can be seen, corrected until review begins, and passed on."""

from __future__ import annotations

from pathlib import Path

from bot.cli.form_files import checked, put_in_force
from bot.domain.submissions import Status
from tests.stories.conftest import OpenTown
from tests.stories.filling import REPORT, opens_the_next_quarter, sends_the_report
from tests.stories.kept import report_of
from tests.support.talk import Town

WARNING = "Báo cáo đang sửa chưa gửi lại, phường vẫn thấy số cũ."
COPY = "Bản gửi nhóm Zalo"
PERSONAL = """
| survey |
| | type | name | label | bind::khom:privacy |
| | integer | tong_so_ho | Khóm có bao nhiêu hộ ạ? | |
| | text | nguoi_om | Ai đang ốm ạ? | personal |
"""


async def test_the_menu_says_that_a_correction_was_begun_and_not_sent_again(town: Town) -> None:
    lan = town.lan
    await lan.joins()
    await sends_the_report(lan)
    await lan.presses(REPORT)
    await lan.says("để sau")
    await lan.sees("(đã gửi)", "Các báo cáo đến hạn đều đã gửi đủ ạ.")
    await lan.sees_nothing_of(WARNING)
    await lan.presses(REPORT)
    await lan.says("1", "413", "để sau")
    await lan.sees("(đã gửi, đang sửa lại)", WARNING)
    await lan.presses(REPORT)
    await lan.presses("Gửi về phường")
    await lan.sees("lần gửi 2")
    await lan.sees("(đã gửi)", "Các báo cáo đến hạn đều đã gửi")


async def test_my_reports_show_every_period_with_its_state(town: Town) -> None:
    lan, hoa = town.lan, town.hoa
    await lan.joins()
    await sends_the_report(lan)
    await hoa.joins()
    await opens_the_next_quarter(hoa)
    await lan.says("báo cáo của tôi")
    listed = await lan.sees("Báo cáo quý I năm 2021: chưa làm")
    assert "Báo cáo quý IV năm 2020: đã gửi 09:0" in listed.text
    assert "ngày 15/12/2020" in listed.text
    await lan.presses(REPORT)
    await lan.sees("Đã gửi về phường")


async def test_once_review_has_begun_a_report_is_shown_and_not_changed(town: Town) -> None:
    lan = town.lan
    await lan.joins()
    await sends_the_report(lan)
    report, _ = await report_of(town)
    await town.change(lambda tx: tx.submissions.set_status(report.id, Status.APPROVED, town.watch()))
    await lan.says("báo cáo của tôi")
    await lan.sees("Báo cáo quý IV năm 2020: đã duyệt")
    await lan.presses(REPORT)
    await lan.sees("Mã: BC-K1-2020-Q4", "412 hộ")
    await lan.sees_nothing_of("đang sửa lại")


async def test_a_copy_of_what_was_sent_is_one_text_to_pass_on(town: Town) -> None:
    lan = town.lan
    await lan.joins()
    await sends_the_report(lan)
    await lan.presses(COPY)
    copy = await lan.sees("Khóm 1, quý IV năm 2020", "Mã: BC-K1-2020-Q4 · lần gửi 1")
    assert "• Tổng số hộ: 412 hộ" in copy.text
    assert "Trần Thị Lan" in copy.text
    assert "Em " not in copy.text
    await lan.sees("Tin ngay trên để chuyển vào nhóm Zalo")


async def test_what_is_personal_in_a_report_is_not_passed_on(open_town: OpenTown, tmp_path: Path) -> None:
    file = tmp_path / "bao-cao.md"
    file.write_text(PERSONAL, encoding="utf-8")
    async with open_town("web") as town:
        found, at = checked(file), town.watch()
        await town.change(lambda tx: put_in_force(tx, found, family="khom_dinh_ky", at_once=True, at=at))
        await town.lan.joins()
        await town.lan.presses(REPORT)
        await town.lan.says("412", "bà Chín")
        await town.lan.presses("Gửi về phường", COPY)
        copy = await town.lan.sees("Khóm 1, quý IV năm 2020", "412")
        assert "đang ốm" not in copy.text
        await town.lan.sees("Tin ngay trên để chuyển vào nhóm Zalo")


async def test_there_is_no_copy_of_figures_that_were_not_sent(town: Town) -> None:
    lan = town.lan
    await lan.joins()
    await lan.says("bản sao")
    await lan.sees("Báo cáo này chưa gửi nên chưa có bản sao.")
    await sends_the_report(lan)
    await lan.presses(REPORT)
    await lan.says("1", "413", COPY)
    await lan.sees("Báo cáo này đang sửa dở.")
    await lan.sees_nothing_of("Tin ngay trên")


async def test_nobody_gets_a_copy_of_another_khoms_report(with_buttons: Town) -> None:
    lan, binh = with_buttons.lan, with_buttons.binh
    await lan.joins()
    await sends_the_report(lan)
    report, _ = await report_of(with_buttons)
    await binh.joins()
    await with_buttons.tu.says("xin chào")
    await binh.forges(f"@copy:{report.id}")
    await with_buttons.tu.forges(f"@copy:{report.id}")
    await binh.sees("Em chỉ nhận báo cáo của khóm mình phụ trách ạ.")
    for person in (binh, with_buttons.tu):
        await person.sees_nothing_of("BC-K1-2020-Q4", "412 hộ")


async def test_a_report_that_was_only_looked_at_is_not_called_corrected(town: Town) -> None:
    lan = town.lan
    await lan.joins()
    await sends_the_report(lan)
    await lan.presses(REPORT)
    await lan.sees("Đã gửi về phường", "Muốn sửa câu nào, chọn số của câu đó.")
    await lan.sees_nothing_of("đang sửa lại")
    await lan.says("1", "413")
    await lan.sees("Đã gửi, đang sửa lại", "1. Tổng số hộ: 413 hộ")
