"""Where nothing can be pressed: what comes by itself is answered by number or by words, from wherever one is."""

from __future__ import annotations

import re

import pytest

from bot.actions.announcement_answers import recent
from bot.actions.installation import person_called
from bot.clock import local_date
from bot.domain.announcements import AnnouncementKind, Content, Delivery, Rsvp
from bot.messages import Choice, Reply
from channels.plain_text import render
from channels.telegram.outbound import texts
from storage.transaction import Transaction
from tests.handlers.room import CAST, PlainRoom, Ward
from tests.stories.filling import QUARTER

NOTICE = Content(kind=AnnouncementKind.NOTICE, text="Chiều nay cúp nước.")
MEETING = Content(kind=AnnouncementKind.MEETING, text="Mời {tên} họp giao ban 8 giờ thứ Hai.")


def says(ward: Ward, who: str, *texts: str) -> str:
    """What is shown after the last of it: one message each time."""
    shown: list[Reply] = []
    for text in texts:
        shown = ward.does(who, text=text)
        assert len(shown) == 1
    return render(shown[0])


def newest(ward: Ward, who: str) -> str:
    return render(ward.room.shown[who][-1])


def received(ward: Ward, who: str) -> list[Delivery]:
    """What became of the announcements, the newest first."""

    def work(tx: Transaction) -> list[Delivery]:
        person = person_called(tx, CAST[who], local_date(ward.now))
        return [delivery for _, delivery in recent(tx, who=person, at=ward.now)]

    return ward.reads(work)


def test_numbers_answer_an_announcement_where_nothing_else_is_open(ward: Ward) -> None:
    ward.announces(MEETING)
    assert "1. Dự được\n2. Xin vắng\n3. Cử người khác\n4. Hỏi lại" in newest(ward, "lan")
    assert "Em báo phường là cô xin vắng." in says(ward, "lan", "2")
    assert received(ward, "lan")[0].answer is Rsvp.AWAY
    assert "Em đọc là 5, nhưng danh sách vừa rồi chỉ có từ 1 đến 3 ạ." in says(ward, "lan", "5")


def test_in_the_middle_of_a_form_a_number_is_the_answer_and_words_answer_the_announcement(ward: Ward) -> None:
    assert "Câu 1/14" in says(ward, "binh", "1")
    ward.announces(MEETING)
    assert newest(ward, "binh").endswith("Hoặc gõ: Dự được, Xin vắng, Cử người khác, Hỏi lại.")
    assert "Em ghi: 2 hộ." in says(ward, "binh", "2")
    assert received(ward, "binh")[0].answer is None
    said = says(ward, "binh", "du duoc")
    assert "Em báo phường là bác dự được." in said
    assert "Câu 2/14" in said
    assert received(ward, "binh")[0].answer is Rsvp.COMING
    said = says(ward, "binh", "cử người khác", "bà Sáu")
    assert "cử bà Sáu đi thay" in said
    assert "Câu 2/14" in said
    assert received(ward, "binh")[0].answer is Rsvp.INSTEAD
    assert "Em ghi: 5 người." in says(ward, "binh", "5")


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("dự", Rsvp.COMING),
        ("du", Rsvp.COMING),
        ("Dự được.", Rsvp.COMING),
        ("vắng", Rsvp.AWAY),
        ("xin vang", Rsvp.AWAY),
        ("không dự được", Rsvp.AWAY),
        ("vâng", None),
        ("vang", None),
        ("đủ", None),
        ("bạn", None),
    ],
)
def test_short_words_are_understood_at_the_menu_and_no_other_word_is_taken_for_them(
    ward: Ward, typed: str, answer: Rsvp | None
) -> None:
    ward.announces(MEETING)
    says(ward, "lan", "menu", typed)
    assert received(ward, "lan")[0].answer is answer


def test_who_only_says_yes_is_asked_what_that_means(ward: Ward) -> None:
    ward.announces(MEETING)
    said = says(ward, "lan", "menu", "dạ vâng")
    assert "Cô trả lời giúp em tin này ạ: Mời họp" in said
    assert "Em báo phường là cô dự được." in says(ward, "lan", "1")
    assert "Em chưa hiểu tin vừa rồi." in says(ward, "lan", "menu", "dạ vâng")


@pytest.mark.parametrize("word", ["Đồng ý", "có", "quay lại"])
def test_an_answer_or_a_way_out_of_the_open_question_stays_that(ward: Ward, word: str) -> None:
    """Even where the same word has been offered by the way."""
    ward.announces(MEETING)
    says(ward, "binh", "menu", "ghi hoàn cảnh khó khăn")
    ward.remembers("binh", Choice(id="@home", label=word))
    assert re.search("Câu 2|câu đầu tiên", says(ward, "binh", word))
    assert received(ward, "binh")[0].answer is None


def test_the_same_word_leads_there_where_it_is_no_answer(ward: Ward) -> None:
    says(ward, "binh", "1")
    ward.remembers("binh", Choice(id="@home", label="Đồng ý"))
    assert "Cần em giúp việc gì ạ?" in says(ward, "binh", "đồng ý")


def test_free_words_are_the_answer_unless_they_are_the_very_words_that_were_named(ward: Ward) -> None:
    says(ward, "binh", "1", *QUARTER[:-1])
    ward.announces(MEETING)
    said = says(ward, "binh", "xin vắng")
    assert "Em báo phường là bác xin vắng." in said
    assert "Câu 14/14" in said
    assert "14. Khó khăn, vướng mắc: không đi được" in says(ward, "binh", "không đi được")
    assert received(ward, "binh")[0].answer is Rsvp.AWAY


def test_where_two_may_be_meant_it_is_asked_which(ward: Ward) -> None:
    says(ward, "binh", "1")
    ward.announces(NOTICE)
    ward.announces(Content(kind=AnnouncementKind.NOTICE, text="Mai phát quà."))
    asked = says(ward, "binh", "đã đọc")
    assert "Ý bác là tin nào ạ?" in asked
    assert "1. Thông báo “Mai phát quà.”\n2. Thông báo “Chiều nay cúp nước.”\n3. Cả 2 tin" in asked
    said = says(ward, "binh", "2")
    assert "Em ghi là bác đã đọc." in said
    assert "Câu 1/14" in said
    assert [delivery.read_at is None for delivery in received(ward, "binh")] == [True, False]
    assert "Câu 1/14" in says(ward, "binh", "đã đọc")
    assert not any(delivery.read_at is None for delivery in received(ward, "binh"))


def test_all_that_came_can_be_read_at_once(ward: Ward) -> None:
    ward.announces(NOTICE)
    ward.announces(Content(kind=AnnouncementKind.NOTICE, text="Mai phát quà."))
    says(ward, "lan", "menu", "da doc")
    assert "Em ghi là cô đã đọc." in says(ward, "lan", "cả 2 tin")
    assert not any(delivery.read_at is None for delivery in received(ward, "lan"))


def test_nobody_answers_what_he_did_not_get(ward: Ward) -> None:
    ward.announces(MEETING)
    assert "Em chưa hiểu tin vừa rồi." in says(ward, "minh", "xin vắng")
    assert received(ward, "minh") == []
    assert received(ward, "lan")[0].answer is None


def test_a_question_to_the_ward_is_answered_by_its_word_even_later(ward: Ward) -> None:
    ward.announces(NOTICE)
    says(ward, "lan", "hỏi lại", "Mấy giờ có nước?")
    assert newest(ward, "hoa").endswith("1. Trả lời")
    says(ward, "hoa", "menu", "1")
    assert "Xin gõ câu trả lời cho Trần Thị Lan." in says(ward, "hoa", "trả lời")
    says(ward, "hoa", "5 giờ chiều")
    assert "“5 giờ chiều”" in newest(ward, "lan")


def test_a_quarterly_report_fits_one_message_out_for_each_in_and_two_more(ward: Ward) -> None:
    before = len(ward.room.shown["binh"])
    texts = ("menu", "1", *QUARTER, "1", "413", "gửi", "bản gửi nhóm zalo", "menu")
    for text in texts:
        ward.does("binh", text=text)
    shown = ward.room.shown["binh"][before:]
    assert "Đã gửi xong" in "".join(reply.text for reply in shown)
    assert len(shown) <= len(texts) + 2
    assert max(len(render(reply)) for reply in shown) <= PlainRoom.capabilities.max_text
    (copy,) = [reply for reply in shown if reply.shareable]
    assert render(copy).startswith("Báo cáo định kỳ của khóm\nKhóm 2, quý IV năm 2020\nMã: ")
    assert not copy.rows
    assert "gõ" not in render(copy)


def test_who_says_right_is_not_taken_for_who_wants_to_stop(ward: Ward) -> None:
    """Without its marks "đúng" is "dừng"."""
    says(ward, "binh", "ghi hoàn cảnh khó khăn")
    assert "Câu" in says(ward, "binh", "đúng")
    says(ward, "binh", "menu", "1", "xem lại")
    assert "Em chưa hiểu tin vừa rồi." in says(ward, "binh", "đúng")


def test_what_the_ward_entered_is_confirmed_by_its_word_from_the_summary(ward: Ward) -> None:
    says(ward, "binh", "menu", "1")
    ward.does("binh", files=["photo"])
    says(ward, "binh", "nhờ phường ghi giúp", "300", "xem lại")
    assert "Hoặc gõ: Xem phiếu." in newest(ward, "hoa") or "1. Xem phiếu" in newest(ward, "hoa")
    says(ward, "hoa", "menu", "xem phiếu")
    ward.does("hoa", text="1")
    says(ward, "hoa", "412")
    assert newest(ward, "binh").endswith("Hoặc gõ: Đúng, Chưa đúng.")
    said = says(ward, "binh", "đúng")
    assert "em ghi là đúng" in said
    assert "Xem lại trước khi gửi" in said


def test_what_is_told_of_a_line_stands_behind_its_number_and_nowhere_else(ward: Ward) -> None:
    ward.announces(NOTICE)
    ward.announces(MEETING)
    listed = says(ward, "hoa", "menu", "thông báo")
    assert "1. Mời họp 15/12/2020: “Mời … họp giao ban 8 giờ thứ Hai.”, đã gửi xong, 0/2 đã đọc\n2. Thông báo" in listed
    assert listed.count("giao ban") == listed.count("cúp nước") == 1
    assert "Em bắt đầu gửi" not in says(ward, "hoa", "2")
    menu = says(ward, "lan", "menu")
    assert "1. Báo cáo quý IV năm 2020: hạn 18/12/2020 (chưa làm)." in menu
    assert menu.count("Báo cáo quý IV năm 2020") == 1


def test_what_is_told_is_kept_where_its_label_is_pressed() -> None:
    told = "• Khóm 1: đã gửi"
    reply = Reply(
        text=f"Kỳ này:\n{told}\n• Khóm 2: chưa làm", rows=((Choice(id="@received:1", label="Khóm 1", told=told),),)
    )
    assert Reply.from_json(reply.to_json()) == reply
    assert texts(reply)[0].startswith("Kỳ này:\n• Khóm 1: đã gửi\n• Khóm 2")
    assert render(reply) == "Kỳ này:\n• Khóm 2: chưa làm\n\nGõ một số để chọn:\n1. Khóm 1: đã gửi"
