"""Hoa invites the heads to a meeting; they answer; she sees who has not read it, reminds them, and files the proof."""

from __future__ import annotations

import io

import openpyxl
import pytest

from bot.domain.announcements import AnnouncementId
from tests.channels.samples import photo
from tests.support.talk import Member, Town

BY_TYPING = {"console", "zalo_bot"}
"""Where nothing can be pressed, so that no press can be forged."""
EDITING = {"telegram", "web"}
"""Where what was said can be changed in its place."""
TEXT = "Mời {tên} ({khóm}) họp giao ban lúc 8 giờ thứ Hai tại hội trường phường."


@pytest.fixture
def town(open_door: Town) -> Town:
    """A terminal is no place to be told at: what comes while nobody sits there is not seen."""
    return open_door


async def written(town: Town, *more: Member) -> None:
    """A meeting invitation as a draft, for the heads only."""
    await town.hoa.joins()
    for one in more:
        await one.joins()
    await town.hoa.says("thông báo")
    await town.hoa.sees("Phường chưa gửi thông báo nào.")
    await town.hoa.presses("Soạn thông báo mới")
    await town.hoa.presses("Mời họp")
    await town.hoa.sees("Xin gõ nội dung mời họp.")
    await town.hoa.says(TEXT)
    await town.hoa.sees("BẢN NHÁP · Mời họp", "Chưa gửi cho ai.")
    await town.hoa.presses("Chọn người nhận")
    await town.hoa.presses("Chỉ trưởng khóm (4)")
    await town.hoa.sees("Gửi đến 4 người: Trưởng các khóm.", "người chưa vào trợ lý, cần gọi điện:")


async def test_an_invitation_goes_to_the_heads_and_their_answers_come_back(town: Town) -> None:
    await written(town, town.lan, town.binh)
    await town.hoa.presses("Xem thử")
    await town.hoa.sees("MỜI HỌP", "Mời cô Trần Thị Lan (Khóm 1) họp giao ban")
    await town.hoa.presses("Gửi ngay")
    await town.hoa.sees("Gửi ngay cho 4 người?")
    await town.hoa.presses("Đồng ý gửi")
    await town.hoa.sees("Em bắt đầu gửi cho 4 người.")

    await town.lan.sees("MỜI HỌP", "(Khóm 1) họp giao ban")
    await town.binh.sees("(Khóm 2) họp giao ban")
    await town.lan.presses("Dự được")
    await town.lan.sees("Em báo phường là", "dự được")
    await town.binh.presses("Cử người khác")
    await town.binh.sees("cử ai đi thay ạ?")
    await town.binh.says("bà Sáu, phó khóm")
    await town.binh.sees("cử bà Sáu, phó khóm đi thay")

    if town.channel in EDITING:  # the card that she looks at is changed by itself
        await town.hoa.sees("Đã gửi xong.\nĐã gửi 2/4 người.")
    await town.hoa.sees("Đã gửi xong: Mời họp", "Nhận được 2/4 người.", "Phạm Thị Cúc, Khóm 3: chưa vào trợ lý")
    await town.hoa.presses("Xem thông báo")
    await town.hoa.sees("Đã gửi 2/4 người.", "Chưa gửi được: 2.")
    await town.hoa.says("thông báo")
    await town.hoa.sees("Mời họp 15/12/2020: “Mời", "đã gửi xong, 2/2 đã đọc")
    await town.hoa.presses("Mời họp 15/12/2020")
    await town.hoa.sees("Đã gửi 2/4 người.", "Dự được 1, xin vắng 0, cử người khác 1", "Chưa gửi được: 2.")
    await town.hoa.presses("Ai dự, ai vắng")
    await town.hoa.sees("Dự được (1):", "Cử người khác (1):", "cử bà Sáu, phó khóm", "Chưa trả lời (2):")


async def test_who_has_not_read_is_reminded_with_one_tap_and_the_proof_says_so(town: Town) -> None:
    await written(town, town.lan, town.binh)
    await town.hoa.presses("Gửi ngay", "Đồng ý gửi")
    await town.lan.sees("MỜI HỌP")
    await town.binh.sees("MỜI HỌP")
    await town.lan.presses("Xin vắng")
    await town.hoa.sees("Đã gửi xong")
    await town.hoa.presses("Ai chưa đọc")
    card = await town.hoa.sees("3 người chưa báo đọc:", "Khóm 2")
    assert "Trần Thị Lan" not in card.text
    await town.hoa.presses("Nhắc những người này")
    await town.hoa.sees("Em nhắc lại 1 người.")
    await town.binh.sees("NHẮC LẠI · MỜI HỌP")
    await town.lan.sees_nothing_of("NHẮC LẠI")
    await town.binh.presses("Dự được")
    await town.binh.sees("dự được")
    await town.hoa.presses("Tải minh chứng Excel")
    sheet = openpyxl.load_workbook(io.BytesIO(await town.hoa.receives_file())).worksheets[0]
    rows = {row[2]: row[4:9] for row in sheet.iter_rows(min_row=8, max_row=11, values_only=True)}
    assert [row[0] for row in rows.values()] == ["đã trả lời", "đã trả lời", "chưa gửi được", "chưa gửi được"]
    assert [row[3] for row in rows.values()][:2] == ["Xin vắng", "Dự được"]


async def test_a_question_back_reaches_the_officer_and_her_answer_the_head(town: Town) -> None:
    await written(town, town.lan)
    await town.hoa.presses("Gửi ngay", "Đồng ý gửi")
    await town.lan.sees("MỜI HỌP")
    await town.lan.presses("Hỏi lại")
    await town.lan.says("Có cần mang sổ không?")
    await town.lan.sees("Em đã chuyển câu hỏi cho")
    await town.hoa.sees("HỎI LẠI · Khóm 1", "“Có cần mang sổ không?”")
    await town.hoa.presses("Trả lời")
    await town.hoa.sees("Xin gõ câu trả lời cho Trần Thị Lan.")
    await town.hoa.says("Dạ không cần ạ")
    await town.lan.sees("TRẢ LỜI", "“Dạ không cần ạ”")


async def test_the_same_announcement_within_ten_minutes_is_asked_about_and_a_past_hour_is_not_taken(town: Town) -> None:
    await written(town, town.lan)
    await town.hoa.presses("Hẹn giờ gửi")
    await town.hoa.says("8h ngày 14/12/2020")
    await town.hoa.sees("đã qua rồi ạ. Xin chọn giờ sau lúc này.")
    await town.hoa.says("8 giờ sáng mai")
    await town.hoa.sees("Hẹn gửi lúc 08:00 ngày 16/12/2020 (giờ Việt Nam) cho 4 người?")
    await town.hoa.presses("Đồng ý hẹn")
    await town.hoa.sees("Em sẽ gửi lúc 08:00 ngày 16/12/2020 cho 4 người.")
    await town.hoa.presses("Các thông báo khác", "Soạn thông báo mới", "Mời họp")
    await town.hoa.says(TEXT)
    await town.hoa.presses("Chọn người nhận", "Chỉ trưởng khóm (4)", "Gửi ngay", "Đồng ý gửi")
    await town.hoa.sees("Thông báo giống hệt vừa gửi", "Vẫn gửi thêm lần nữa ạ?")
    await town.lan.sees_nothing_of("MỜI HỌP")


async def test_only_the_ward_announces_and_only_the_recipient_answers(with_buttons: Town) -> None:
    town = with_buttons
    await written(town, town.lan, town.binh)
    await town.hoa.presses("Gửi ngay", "Đồng ý gửi")
    await town.lan.sees("MỜI HỌP")
    await town.lan.says("thông báo")
    await town.lan.sees_nothing_of("Soạn thông báo mới")
    for forged in ("@announce:new", "@announcement:show:1", "@announce:on:1:web", "@announcement:proof:1"):
        await town.lan.forges(forged)
        await town.lan.sees("không")
    await town.binh.sees("MỜI HỌP")
    await town.binh.forges("@notice:coming:1")
    await town.binh.sees("Thông báo này gửi cho người khác ạ.")


async def test_a_good_deed_goes_round_in_two_taps_with_its_photo_and_only_with_consent(town: Town) -> None:
    lan = town.lan
    await lan.joins()
    for name, consent in (("Trần Văn Út", "Đồng ý"), ("Lê Thị Kín", "Không")):
        await lan.presses("Ghi người tốt việc tốt", "Cá nhân")
        await lan.says(name, "Hiến 40 mét đất làm đường hẻm 12 cho 15 hộ đi lại", "18/11")
        await lan.presses("Hiến đất, ngày công", "Bỏ qua", "Đồng ý")
        await lan.sends_photo(photo())
        await lan.sees("Đã nhận 1/5 ảnh.")
        await lan.presses("Xong", consent, "Gửi về phường")
        await lan.sees("Mã: NT-K1-2020-00")
    await town.binh.joins()
    await town.hoa.joins()
    await town.hoa.presses("Thông báo", "Soạn thông báo mới", "Gương người tốt, việc tốt")
    offered = await town.hoa.sees("Nêu gương nào ạ?")
    assert "Lê Thị Kín, Khóm 1" not in offered.buttons
    await town.hoa.presses("Trần Văn Út, Khóm 1")
    await town.hoa.sees("BẢN NHÁP · Gương người tốt, việc tốt", "Khóm 1 có gương tốt: Trần Văn Út.", "Kèm 1 tệp")
    (kept,) = (await town.read(lambda tx: tx.announcements.get(AnnouncementId(1)))).content.attachments
    assert (await town.read(lambda tx: tx.attachments.get(kept))).public
    await town.hoa.presses("Gửi ngay", "Đồng ý gửi")
    await town.binh.sees("GƯƠNG NGƯỜI TỐT, VIỆC TỐT", "Hiến 40 mét đất")
    (shown,) = [file for seen in await town.binh.phone.events() for file in seen.files]
    assert (await shown.fetch()).startswith(b"\xff\xd8")
    if town.channel not in BY_TYPING:
        await town.hoa.forges("@announce:deed:2")
        await town.hoa.sees("chưa được đồng ý nêu công khai")


async def test_a_poster_needs_no_code_once_the_officer_says_that_it_names_nobody(town: Town) -> None:
    await town.hoa.joins()
    await town.hoa.presses("Thông báo", "Soạn thông báo mới", "Mời họp")
    await town.hoa.sends_photo(photo())
    await town.hoa.says(TEXT)
    await town.hoa.sees("Kèm 1 tệp")
    (kept,) = (await town.read(lambda tx: tx.announcements.get(AnnouncementId(1)))).content.attachments
    await town.hoa.presses("Mở tệp không cần mã")
    await town.hoa.sees("ai có đường dẫn cũng mở được")
    assert not (await town.read(lambda tx: tx.attachments.get(kept))).public
    await town.hoa.presses("Không có thông tin của ai")
    draft = await town.hoa.sees("BẢN NHÁP · Mời họp", "Kèm 1 tệp")
    assert "Mở tệp không cần mã" not in draft.buttons
    assert (await town.read(lambda tx: tx.attachments.get(kept))).public
    entry = (await town.read(lambda tx: tx.audit.about("announcement:1")))[-1]
    assert (entry.action, entry.detail) == ("file_made_public", {"file": kept[:12]})


async def test_the_fields_of_a_text_are_filled_in_for_each_and_the_period_is_the_one_that_is_due(town: Town) -> None:
    await town.lan.joins()
    await town.hoa.joins()
    await town.hoa.presses("Thông báo", "Soạn thông báo mới", "Nhắc hạn")
    await town.hoa.says("Gửi {tên}: {khóm} nộp báo cáo {kỳ} trước hết ngày {hạn}.")
    await town.hoa.sees("Kỳ: quý IV năm 2020, hạn 18/12/2020.")
    await town.hoa.presses("Đổi kỳ", "quý IV năm 2020", "Chọn người nhận", "Chọn từng người")
    await town.hoa.presses("Trần Thị Lan, Khóm 1")
    await town.hoa.sees("Đang chọn: Trần Thị Lan.")
    await town.hoa.presses("Xong", "Gửi ngay", "Đồng ý gửi")
    await town.lan.sees("NHẮC HẠN", "Trần Thị Lan: Khóm 1 nộp báo cáo quý IV năm 2020 trước hết ngày 18/12/2020.")
    await town.hoa.presses("Các thông báo khác", "Soạn thông báo mới", "Thông báo")
    await town.hoa.says("Chúc {mừng} năm mới")
    await town.hoa.sees("Em không biết điền gì vào {mừng}.")


async def test_what_is_said_about_sending_is_never_what_is_announced(town: Town) -> None:
    hoa = town.hoa
    await written(town)
    await hoa.says("gửi đi em")
    await hoa.sees("Gửi ngay cho 4 người?")
    await hoa.says("nhiều người vậy")
    await hoa.sees("Em chưa hiểu tin vừa rồi.")
    await hoa.sees("Gửi ngay cho 4 người?")
    await hoa.says("không")
    await hoa.sees("BẢN NHÁP · Mời họp", TEXT)
    await hoa.presses("Hẹn giờ gửi")
    await hoa.says("7h30 sáng mai")
    await hoa.sees("Hẹn gửi lúc 07:30 ngày 16/12/2020")
    await hoa.says("8h sáng mai")
    await hoa.sees("Hẹn gửi lúc 08:00 ngày 16/12/2020")
    await hoa.says("dạ đồng ý")
    await hoa.sees("Em sẽ gửi lúc 08:00 ngày 16/12/2020 cho 4 người.")
