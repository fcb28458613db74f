"""What people say besides: thanks, and how they want to be called, in a whole sentence."""

from __future__ import annotations

import pytest

from tests.handlers.room import Ward
from tests.handlers.test_plain_text import newest, says


@pytest.mark.parametrize("typed", ["cảm ơn con nha", "cam on em", "dạ cám ơn cháu nhiều"])
def test_who_says_thank_you_is_not_told_that_it_was_not_understood(ward: Ward, typed: str) -> None:
    said = says(ward, "binh", typed)
    assert said.startswith("Dạ, em cảm ơn bác ạ.\n")
    assert "Cần em giúp việc gì ạ?" in said


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        ("gọi tui là chú Bảy", "chú"),
        ("goi toi la ba Sau", "bà"),
        ("cứ kêu bằng dì... à, gọi cô đi", "cô"),
        ("kêu anh được rồi", "anh"),
    ],
)
def test_how_to_be_called_may_be_said_in_a_sentence(ward: Ward, typed: str, who: str) -> None:
    assert says(ward, "binh", "đổi xưng hô", typed).startswith(f"Dạ, từ nay em gọi là {who}.")


@pytest.mark.parametrize(
    "typed", ["bà con nộp đủ rồi", "hạn là ngày nào hả cô", "gọi anh hay gọi chú", "goi cho co Hoa giup ba"]
)
def test_other_words_choose_nothing(ward: Ward, typed: str) -> None:
    assert "chào bác Lê Văn Bình" in says(ward, "binh", "đổi xưng hô", typed)


def test_the_officer_reminds_from_where_she_sees_who_is_missing(ward: Ward) -> None:
    seen = says(ward, "hoa", "ai chưa nộp")
    assert "1. Nhắc các khóm chưa gửi" in seen
    assert "Em vừa nhắc: Khóm 1, Khóm 2." in says(ward, "hoa", "nhac cac khom")


def test_help_for_the_ward_names_what_the_ward_can_do(ward: Ward) -> None:
    helped = says(ward, "hoa", "giúp")
    for way in ("ai chưa nộp", "nhắc việc", "thông báo", "người phụ trách", "thêm kênh", "menu"):
        assert f"gõ: {way}" in helped
        ward.does("hoa", text=way)
        assert "Em chưa hiểu" not in newest(ward, "hoa")
    assert "quay lại" not in helped
    assert "gõ: quay lại" in says(ward, "binh", "giúp")


def test_help_names_nothing_that_somebody_may_not(ward: Ward) -> None:
    says(ward, "hoa", "người phụ trách", "khóm 2", "1", "đồng ý")
    helped = says(ward, "binh", "giúp")
    assert "gõ: thêm kênh" in helped
    assert not any(way in helped for way in ("ai chưa nộp", "nhắc việc", "thông báo", "người phụ trách", "quay lại"))
