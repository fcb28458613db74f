"""Whoever types what no card knows is told so, and stands at the same card as before."""

from __future__ import annotations

import pytest

from tests.handlers.room import Ward
from tests.handlers.test_plain_text import NOTICE, newest, says

DRAFT = ("thông báo", "soạn thông báo mới", "1", "Mai phát quà.")
SENT = (*DRAFT, "gửi ngay", "đồng ý gửi")
CARDS = [
    ("hoa", ("tình hình nộp",)),
    ("hoa", ("xuất số liệu",)),
    ("hoa", ("hoàn cảnh trong phường",)),
    ("hoa", ("thông báo",)),
    ("hoa", ("thông báo", "soạn thông báo mới")),
    ("hoa", (*DRAFT, "gửi ngay")),
    ("hoa", (*SENT, *DRAFT, "gửi ngay", "đồng ý gửi")),
    ("hoa", (*DRAFT, "hẹn giờ gửi", "1")),
    ("hoa", (*DRAFT, "chọn người nhận")),
    ("hoa", (*DRAFT, "chọn người nhận", "chọn từng khóm")),
    ("hoa", (*DRAFT, "chọn người nhận", "chọn từng khóm", "khóm 2")),
    ("hoa", (*DRAFT, "chọn người nhận", "chọn từng người")),
    ("hoa", ("thông báo", "soạn thông báo mới", "4", "Hạn {hạn}.", "đổi kỳ")),
    ("hoa", SENT),
    ("hoa", (*SENT, "ai chưa đọc")),
    ("hoa", (*SENT, "hủy phần còn lại")),
    ("hoa", ("thông báo", "soạn thông báo mới", "2", "Mời họp.", "gửi ngay", "đồng ý gửi", "ai dự, ai vắng")),
    ("hoa", ("mời người",)),
    ("hoa", ("mời người", "phường tân quy đông")),
    ("hoa", ("thêm kênh",)),
    ("lan", ("báo cáo của tôi",)),
    ("lan", ("hoàn cảnh kỳ trước",)),
]
ASKING_FOR_SOMETHING = [
    ("hoa", ("biểu mẫu", "1"), "Xin gửi tệp .xlsx"),
    ("hoa", ("biểu mẫu", "1", "gửi bản mới"), "Xin gửi tệp .xlsx"),
    ("hoa", ("biểu mẫu", "1", "lịch sử"), "Xin gửi tệp .xlsx"),
    ("hoa", ("mở kỳ báo cáo",), "Em không đọc được kỳ"),
    ("hoa", ("nhắc việc",), "Em chưa đọc được giờ"),
    ("hoa", (*DRAFT, "hẹn giờ gửi"), "Em chưa hiểu giờ"),
]
"""Where words are read for something, it is said what that is."""


@pytest.fixture
def ward(ward: Ward) -> Ward:
    """With two open periods, so that an officer is asked which is meant."""
    assert "Đã mở kỳ năm 2020" in says(ward, "hoa", "mở kỳ báo cáo", "2020")
    return ward


@pytest.mark.parametrize(("who", "steps"), CARDS)
def test_words_and_numbers_that_no_card_knows_are_not_passed_over_and_the_card_stays(
    ward: Ward, who: str, steps: tuple[str, ...]
) -> None:
    before = says(ward, who, *steps)
    assert says(ward, who, "blah blah").startswith("Em chưa hiểu tin vừa rồi.")
    assert _is_there_again(ward, who, before)
    assert "37" in says(ward, who, "37").splitlines()[0]
    assert _is_there_again(ward, who, before)


@pytest.mark.parametrize(("who", "steps", "wanted"), ASKING_FOR_SOMETHING)
def test_where_something_is_waited_for_it_is_said_what(
    ward: Ward, who: str, steps: tuple[str, ...], wanted: str
) -> None:
    before = says(ward, who, *steps)
    assert says(ward, who, "blah blah").startswith(wanted)
    assert _is_there_again(ward, who, before)


def test_the_beginning_of_what_a_card_offers_is_understood_there_too(ward: Ward) -> None:
    says(ward, "hoa", *SENT)
    assert "Hủy thì 5 người chưa nhận sẽ không nhận nữa." in says(ward, "hoa", "huy phan con")
    assert "Hủy phần còn lại" in says(ward, "hoa", "quay lại")


def test_which_announcement_is_meant_is_asked_again_with_a_word(ward: Ward) -> None:
    ward.announces(NOTICE)
    ward.announces(NOTICE)
    before = says(ward, "lan", "xem rồi")
    assert says(ward, "lan", "blah blah").startswith("Em chưa hiểu tin vừa rồi.")
    assert _is_there_again(ward, "lan", before)


def _is_there_again(ward: Ward, who: str, card: str) -> bool:
    """Whether the end of the card, with all that it offers, stands at the end of the newest message."""
    return newest(ward, who).endswith("\n\n".join(card.split("\n\n")[-2:]))
