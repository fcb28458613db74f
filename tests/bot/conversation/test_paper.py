"""Whether somebody asks to send the paper itself, or gives an answer in which such words stand."""

from __future__ import annotations

import pytest

from bot.conversation.paper import is_asked_for


@pytest.mark.parametrize(
    "typed",
    [
        "gửi ảnh",
        "chụp hình nha em",
        "gui hinh duoc ko",
        "Gửi ảnh tờ báo cáo có được không em?",
        "cô chụp giấy gửi được hông con",
        "bác nói bằng lời được không",
        "nộp giấy được không ạ",
    ],
)
def test_it_is_heard_in_whatever_words(typed: str) -> None:
    assert is_asked_for(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "412",
        "không",
        "dạ được",
        "gửi đi",
        "không gửi được ảnh vì mạng yếu quá",
        "hôm qua không gửi được giấy",
        "hộ anh Ba không đăng ký",
        "chưa có giấy chứng nhận",
        "đã nộp giấy cho phường tháng trước",
    ],
)
def test_an_answer_stays_an_answer(typed: str) -> None:
    assert not is_asked_for(typed)
