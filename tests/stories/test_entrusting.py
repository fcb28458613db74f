"""Lan cannot read small print and sends photos; Hoa enters the figures for her; Lan says whether they are right."""

from __future__ import annotations

import io

from openpyxl import load_workbook

from bot.domain.entrustments import Entrusted
from bot.domain.submissions import Empty
from tests.channels.samples import photo
from tests.stories.entrusting import REPORT_1, is_told, joined, kept, states
from tests.stories.filling import AFTER_THE_HOUSEHOLDS
from tests.support.talk import Town

IS_IT_RIGHT = "Cán bộ Nguyễn Thị Hoa đã ghi giúp: Tổng số nhân khẩu là 1.650 người. Có đúng không ạ?"


async def test_a_photo_leaves_a_question_to_the_ward_and_comes_back_as_a_confirmed_figure(town: Town) -> None:
    await joined(town)
    await town.lan.says("412")
    await town.lan.sends_photo(photo())
    await town.lan.sees(
        "Dạ, em đã giữ ảnh này cho câu “Tổng số nhân khẩu”. Cán bộ phường sẽ xem và ghi giúp.",
        "gõ số nếu biết, hoặc chọn Nhờ phường ghi giúp để sang câu tiếp.",
        "Câu 2/14",
    )
    await town.lan.presses("Nhờ phường ghi giúp")
    await town.lan.sees("Câu “Tổng số nhân khẩu”: em đã nhờ phường ghi giúp.", "Câu 3/14")
    await is_told(town, town.hoa, "Khóm 1 (Trần Thị Lan) nhờ ghi giúp trong Báo cáo quý IV năm 2020.")
    await sends_what_is_left(town)
    await hoa_enters_the_people(town)
    await lan_confirms_the_people(town)


async def sends_what_is_left(town: Town) -> None:
    """Lan answers the rest and sends the report."""
    await town.lan.says("410", "389", "12", "120", *AFTER_THE_HOUSEHOLDS)
    await town.lan.sees("2. Tổng số nhân khẩu: nhờ phường ghi giúp")
    await town.lan.presses("Gửi về phường")
    await town.lan.sees("Đã gửi xong", "• Tổng số nhân khẩu: nhờ phường ghi giúp")
    await is_told(town, town.hoa, "Khóm 1 đã gửi Báo cáo quý IV năm 2020, còn 1 câu nhờ ghi giúp.")
    (first,) = await town.read(lambda tx: tx.submissions.revisions(REPORT_1))
    assert first.empties["tong_nhan_khau"] is Empty.UNKNOWN
    assert "tong_nhan_khau" not in first.values


async def test_hoa_reads_in_a_sent_report_what_was_left_to_her(town: Town) -> None:
    await joined(town)
    await town.lan.says("412")
    await town.lan.sends_photo(photo())
    await town.lan.presses("Nhờ phường ghi giúp")
    await town.lan.says("410", "389", "12", "120", *AFTER_THE_HOUSEHOLDS)
    await town.lan.presses("Gửi về phường")
    await town.hoa.presses("Tình hình nộp", "Khóm 1")
    await town.hoa.sees("2. Tổng số nhân khẩu: nhờ phường ghi giúp")


async def hoa_enters_the_people(town: Town) -> None:
    """After a restart, from the photo, at the third try."""
    if town.channel != "console":  # a terminal ends with its process
        await town.restarts()
    await town.hoa.says("khóm nhờ ghi giúp")
    await town.hoa.sees("Khóm 1 · Báo cáo quý IV năm 2020: 1 câu nhờ ghi giúp, 1 tệp chưa xem")
    await town.hoa.presses("Khóm 1 · Báo cáo quý IV năm 2020")
    await town.hoa.sees("Khóm gửi: 1 ảnh.", "2. Tổng số nhân khẩu: nhờ phường ghi giúp")
    await town.hoa.says("2")
    assert (await town.hoa.receives_file())[:2] == b"\xff\xd8"
    await town.hoa.sees("Ghi giúp Khóm 1 · Tổng số nhân khẩu", "bao nhiêu người")
    await town.hoa.says("300")
    await town.hoa.sees("Em đọc là 300 người, nhưng khóm có 412 hộ.")
    await town.hoa.says("4.500")
    await town.hoa.sees("10,9 người một hộ")
    await town.hoa.says("1.650")
    await town.hoa.sees(
        "Em ghi giúp Khóm 1: Tổng số nhân khẩu là 1.650 người.", "Em đã nhờ Trần Thị Lan xác nhận 1 câu."
    )
    await is_told(
        town, town.lan, "Cán bộ Nguyễn Thị Hoa đã ghi giúp: Tổng số nhân khẩu là 1.650 người. Có đúng không ạ?"
    )
    assert await states(town) == {"tong_nhan_khau": Entrusted.ENTERED}


async def lan_confirms_the_people(town: Town) -> None:
    """One tap; the second sending is Hoa's."""
    await town.lan.presses("Đúng")
    await town.lan.sees("Dạ, em ghi là đúng.", "Cần em giúp việc gì ạ?")
    assert await states(town) == {"tong_nhan_khau": Entrusted.CONFIRMED}
    second = (await town.read(lambda tx: tx.submissions.revisions(REPORT_1)))[-1]
    assert (second.number, second.values["tong_nhan_khau"]) == (2, "1650")
    assert second.sent_by_name == "Nguyễn Thị Hoa"


async def test_a_photo_of_the_paper_report_leaves_all_of_it_and_one_message_asks_about_everything(town: Town) -> None:
    await joined(town)
    await town.lan.sends_photo(photo())
    await town.lan.sees("Dạ, em đã giữ ảnh này cho cả phiếu.", "chọn Nhờ phường ghi giúp cả phiếu là xong", "Câu 1/14")
    await town.lan.says("412", "1.650", "410", "389", "12", "120", "3", "2 triệu", "1tr2", "850 ngàn", "1")
    await town.lan.sees("Câu 12/14")
    await town.lan.presses("Nhờ phường ghi giúp cả phiếu")
    await town.lan.sees(
        "Em đã nhờ phường ghi giúp 3 câu. Xin chọn Gửi về phường để gửi phiếu.",
        "12. Gia đình được khen: nhờ phường ghi giúp",
        "14. Khó khăn, vướng mắc: nhờ phường ghi giúp",
    )
    await is_told(town, town.hoa, "Khóm 1 (Trần Thị Lan) nhờ ghi giúp")
    await hoa_enters_three(town)
    await lan_corrects_one_of_three(town)


async def hoa_enters_three(town: Town) -> None:
    """Hoa enters what is left of the paper report, which is not sent yet."""
    await town.hoa.says("khóm nhờ ghi giúp")
    await town.hoa.presses("Khóm 1 · Báo cáo quý IV năm 2020")
    await town.hoa.sees("Khóm gửi: 1 ảnh.", "12. Gia đình được khen: nhờ phường ghi giúp")
    await town.hoa.says("12", "5")
    await town.hoa.sees("Em ghi giúp Khóm 1: Gia đình được khen là 5 gia đình.", "Cá nhân được khen")
    await town.hoa.says("4", "không phát sinh")
    await town.hoa.sees("Khóm chưa gửi phiếu này", "Em đã nhờ Trần Thị Lan xác nhận 3 câu.")
    await is_told(
        town,
        town.lan,
        "Cán bộ Nguyễn Thị Hoa đã ghi giúp 3 câu:\n• Gia đình được khen: 5 gia đình\n• Cá nhân được khen: 4 người",
    )
    assert "so_khen_gia_dinh" in await kept(town)


async def lan_corrects_one_of_three(town: Town) -> None:
    """The wrong one is typed anew, the others are confirmed, and the report is sent."""
    await town.lan.says("menu")
    await town.lan.presses("Xem số phường ghi giúp", "Chưa đúng")
    await town.lan.sees("Câu nào chưa đúng ạ?")
    await town.lan.presses("Cá nhân được khen: 4 người")
    await town.lan.sees("Xin gõ lại câu này giúp em.", "Câu 13/14", "Đang ghi: 4 người.")
    assert (await states(town))["so_khen_ca_nhan"] is Entrusted.DISPUTED
    await town.lan.says("6")
    await town.lan.sees(
        "12. Gia đình được khen: 5 gia đình (phường ghi giúp, chờ xác nhận)", "13. Cá nhân được khen: 6"
    )
    await town.lan.says("xem ghi giúp")
    await town.lan.presses("Đúng")
    await town.lan.sees("Dạ, em ghi là đúng.", "Phiếu này chưa gửi")
    assert await states(town) == {
        "so_khen_gia_dinh": Entrusted.CONFIRMED,
        "so_khen_ca_nhan": Entrusted.OWN,
        "kho_khan_vuong_mac": Entrusted.CONFIRMED,
    }
    await town.lan.presses("Gửi về phường")
    await town.lan.sees("Đã gửi xong", "• Gia đình được khen: 5 gia đình (phường ghi giúp)")


async def test_a_figure_that_lan_gives_meanwhile_stands_and_hoa_is_told(town: Town) -> None:
    await joined(town)
    await town.lan.sends_photo(photo())
    await town.lan.presses("Nhờ phường ghi giúp")
    await town.lan.sees("Câu 2/14")
    await town.hoa.says("khóm nhờ ghi giúp")
    await town.hoa.presses("Khóm 1 · Báo cáo quý IV năm 2020")
    await town.hoa.says("1")
    await town.hoa.sees("Ghi giúp Khóm 1 · Tổng số hộ")
    await town.lan.says("quay lại", "410")
    await town.lan.sees("Em ghi: 410 hộ.")
    await town.hoa.says("412")
    await town.hoa.sees("Câu “Tổng số hộ” khóm vừa tự trả lời: 410 hộ. Em không ghi đè.", "(khóm tự trả lời)")
    assert (await kept(town))["tong_so_ho"] == "410"
    assert await states(town) == {"tong_so_ho": Entrusted.OWN}


async def test_lan_goes_on_where_she_is_while_hoa_enters(town: Town) -> None:
    await joined(town)
    await town.lan.sends_photo(photo())
    await town.lan.presses("Nhờ phường ghi giúp")
    await town.lan.says("1.650")
    await town.lan.sees("Câu 3/14")
    await town.hoa.says("khóm nhờ ghi giúp")
    await town.hoa.presses("Khóm 1 · Báo cáo quý IV năm 2020")
    await town.hoa.says("1", "412")
    await town.hoa.sees("Em đã nhờ Trần Thị Lan xác nhận 1 câu.")
    await town.lan.says("413")
    await town.lan.sees("413 hộ đăng ký, nhưng khóm có 412 hộ", "Câu 3/14")
    await town.lan.says("410")
    await town.lan.sees("Em ghi: 410 hộ.", "Câu 4/14")
    assert (await kept(town))["tong_so_ho"] == "412"


async def test_the_progress_and_the_workbook_say_what_is_not_confirmed(open_door: Town) -> None:
    town = open_door
    await joined(town)
    await town.lan.says("412")
    await town.lan.sends_photo(photo())
    await town.lan.presses("Nhờ phường ghi giúp cả phiếu", "Gửi về phường")
    await town.lan.sees("Đã gửi xong")
    await town.hoa.says("khóm nhờ ghi giúp")
    await town.hoa.presses("Khóm 1 · Báo cáo quý IV năm 2020")
    await town.hoa.says("2", "1.650", "về phiếu")
    await town.hoa.presses("Nhờ khóm xác nhận")
    await town.hoa.sees("Em đã nhờ Trần Thị Lan xác nhận 1 câu.")
    await town.hoa.says("3", "410", "menu", "tình hình nộp")
    await town.hoa.sees("lần 3, còn 11 câu nhờ ghi giúp, 2 câu phường ghi khóm chưa xác nhận")
    await town.lan.presses("Đúng")
    await town.hoa.presses("Xuất số liệu")
    book = load_workbook(io.BytesIO(await town.hoa.receives_workbook()))
    assert "Phường ghi giúp" in book.sheetnames
    rows = {row[3]: row[4:7] for row in book["Phường ghi giúp"].iter_rows(min_row=8, values_only=True)}
    assert rows["Tổng số nhân khẩu"] == (1650, "phường ghi giúp, đã xác nhận", "Nguyễn Thị Hoa")
    assert rows["Hộ đăng ký gia đình văn hóa"] == (410, "phường ghi giúp, chưa xác nhận", "Nguyễn Thị Hoa")
    left = rows["Hộ đạt gia đình văn hóa"]
    assert left[:2] == ("chưa có số liệu", "khóm nhờ ghi giúp, phường chưa ghi")


async def test_yes_to_what_the_ward_entered_is_heard_where_nothing_else_is_asked(town: Town) -> None:
    await joined(town)
    await town.lan.says("412")
    await town.lan.sends_photo(photo())
    await town.lan.presses("Nhờ phường ghi giúp")
    await sends_what_is_left(town)
    await town.hoa.says("khóm nhờ ghi giúp")
    await town.hoa.presses("Khóm 1 · Báo cáo quý IV năm 2020")
    await town.hoa.says("2", "1.650")
    await is_told(
        town, town.lan, "Cán bộ Nguyễn Thị Hoa đã ghi giúp: Tổng số nhân khẩu là 1.650 người. Có đúng không ạ?"
    )
    await town.lan.says("ừ đúng rồi con")
    await town.lan.sees("Dạ, em ghi là đúng.")
    assert await states(town) == {"tong_nhan_khau": Entrusted.CONFIRMED}
