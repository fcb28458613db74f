"""Words that are typed under a draft may be meant for the bot: they are asked about, and no text is lost."""

from __future__ import annotations

import pytest

from tests.handlers.room import Ward
from tests.handlers.test_plain_text import says

DRAFT = ("thông báo", "soạn thông báo mới", "1", "Mai phát quà.")


def test_words_typed_under_a_draft_do_not_replace_it_unasked(ward: Ward) -> None:
    says(ward, "hoa", *DRAFT)
    asked = says(ward, "hoa", "sao chưa gửi?")
    assert asked.startswith("Lời vừa gõ: “sao chưa gửi?”\nDùng lời này cho thông báo ạ?")
    kept = says(ward, "hoa", "giữ nội dung cũ")
    assert "Mai phát quà." in kept
    assert "sao chưa gửi?" not in kept


@pytest.mark.parametrize(
    ("answer", "text"),
    [
        ("thay nội dung", "Mốt mới phát quà."),
        ("ừ", "Mốt mới phát quà."),
        ("1", "Mốt mới phát quà."),
        ("thêm vào cuối", "Mai phát quà.\nMốt mới phát quà."),
        ("không", "Mai phát quà."),
        ("giữ nội dung cũ", "Mai phát quà."),
    ],
)
def test_the_officer_says_what_becomes_of_the_words(ward: Ward, answer: str, text: str) -> None:
    says(ward, "hoa", *DRAFT, "Mốt mới phát quà.")
    assert says(ward, "hoa", answer).startswith(f"BẢN NHÁP · Thông báo\n\n{text}\nGửi đến 5 người")


def test_other_words_and_files_at_that_question_lose_nothing(ward: Ward) -> None:
    says(ward, "hoa", *DRAFT, "sao chưa gửi?")
    assert says(ward, "hoa", "gửi đi").startswith("Em chưa hiểu tin vừa rồi.")
    assert "“sao chưa gửi?”" in says(ward, "hoa", "37")
    assert "“Mốt mới phát quà.”" in says(ward, "hoa", "Mốt mới phát quà.")
    ward.does("hoa", files=["photo"])
    draft = says(ward, "hoa", "thay nội dung")
    assert "Mốt mới phát quà.\nKèm 1 tệp: 0.xlsx\nGửi đến" in draft


def test_the_beginning_of_what_the_draft_offers_is_that_and_no_new_text(ward: Ward) -> None:
    says(ward, "hoa", *DRAFT)
    assert "• Khóm 1: " in says(ward, "hoa", "xem ten")
    assert "Mốt phát quà." in says(ward, "hoa", "sua noi dung", "Mốt phát quà.")


def test_at_a_list_of_recipients_words_are_no_text_at_all(ward: Ward) -> None:
    says(ward, "hoa", *DRAFT, "chọn người nhận")
    assert says(ward, "hoa", "cô Lan").startswith("Em chưa hiểu tin vừa rồi.")
    assert "Mai phát quà." in says(ward, "hoa", "quay lại bản nháp")


def test_who_wants_to_change_the_words_types_them_and_is_not_asked(ward: Ward) -> None:
    assert "BẢN NHÁP · Thông báo\n\nMốt mới phát quà." in says(ward, "hoa", *DRAFT, "sửa nội dung", "Mốt mới phát quà.")


def test_what_was_sent_meanwhile_keeps_its_words(ward: Ward) -> None:
    says(ward, "hoa", *DRAFT, "sao chưa gửi?")
    ward.does("hoa", choice="@announce:go:1")
    says(ward, "hoa", "thông báo", "1")
    assert "“Mai phát quà.”" in says(ward, "hoa", "thay nội dung")


def test_who_was_called_away_finds_the_draft_again(ward: Ward) -> None:
    says(ward, "hoa", *DRAFT, "menu", "tình hình nộp")
    listed = says(ward, "hoa", "thông báo")
    assert "1. Soạn tiếp bản nháp: “Mai phát quà.”" in listed
    assert "BẢN NHÁP · Thông báo\n\nMai phát quà." in says(ward, "hoa", "1")
    says(ward, "hoa", "bỏ, không gửi")
    assert "Soạn tiếp" not in says(ward, "hoa", "thông báo")
