"""Photos instead of answers, as the handlers see them: doubled, in albums, in every mode of an interview."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.messages import Reply
from tests.handlers.room import Ward, found

PHOTO: dict[str, object] = {"files": ["photo"]}


@pytest.fixture
def ward(tmp_path: Path) -> Iterator[Ward]:
    """The ward, with Bình at the first question of his report."""
    asyncio.run(found(tmp_path))
    opened = Ward(tmp_path)
    opened.does("binh", text="menu")
    presses(opened, "binh", "Báo cáo quý IV năm 2020")
    yield opened
    opened.close()


def presses(ward: Ward, who: str, label: str) -> list[Reply]:
    """Press the newest button of that label."""
    choices = [choice for reply in ward.room.shown[who] for row in reply.rows for choice in row]
    return ward.does(who, choice=next(one.id for one in reversed(choices) if one.label == label), pressed="1")


def said(replies: list[Reply]) -> str:
    return "\n".join(f"{reply.heading}\n{reply.text}\n{reply.hint}" for reply in replies)


def test_what_the_vendor_delivers_twice_is_kept_and_left_once(ward: Ward) -> None:
    assert "em đã giữ ảnh này cho cả phiếu" in said(ward.does("binh", **PHOTO))
    assert ward.comes_again("binh", PHOTO) == []
    choice = ward.room.shown["binh"][-1].rows[1][0]
    assert choice.label == "Nhờ phường ghi giúp"
    press: dict[str, object] = {"choice": choice.id, "pressed": "1"}
    assert "Câu 2/14" in said(ward.does("binh", **press))
    assert ward.comes_again("binh", press) == []
    assert sum("nhờ ghi giúp trong" in reply.text for reply in ward.room.shown["hoa"]) == 1
    assert "1 câu nhờ ghi giúp, 1 tệp chưa xem" in said(ward.does("hoa", text="khóm nhờ ghi giúp"))


def test_the_rest_of_an_album_is_kept_in_silence_and_another_album_is_not(ward: Ward) -> None:
    first: dict[str, object] = {"files": ["photo"], "album": "7"}
    assert ward.does("binh", **first)
    assert ward.does("binh", **first) == []
    assert ward.does("binh", files=["photo"], album="8")
    assert ward.does("binh", **PHOTO)


@pytest.mark.parametrize(
    ("before", "answer"),
    [
        (("412", "9.999"), "em đã giữ ảnh này cho câu “Tổng số nhân khẩu”"),
        (("412", "9.999", "đúng"), "em đã giữ ảnh này cho câu “Tổng số nhân khẩu”"),
        (("tổng 412, đăng ký 398",), "em đã giữ ảnh này cho cả phiếu"),
        (("412", "xem lại"), "em đã giữ ảnh này gửi kèm phiếu này"),
    ],
)
def test_in_every_mode_a_photo_is_kept_and_there_is_a_way_on(ward: Ward, before: tuple[str, ...], answer: str) -> None:
    for text in before:
        ward.does("binh", text=text)
    replies = ward.does("binh", **PHOTO)
    assert answer in said(replies)
    assert replies[-1].rows


def test_in_a_trial_nothing_is_kept_and_nobody_is_told(ward: Ward) -> None:
    ward.does("hoa", choice="@trial:1", pressed="1")
    before = len(ward.room.shown["hoa"])
    ward.does("hoa", **PHOTO)
    ward.does("hoa", text="nhờ phường ghi giúp")
    assert not any("nhờ ghi giúp trong" in reply.text for reply in ward.room.shown["hoa"][before:])
    assert "Hiện không có khóm nào nhờ ghi giúp." in said(ward.does("hoa", text="khóm nhờ ghi giúp"))


def test_a_question_that_the_officer_has_open_can_be_left_again_without_a_trace(ward: Ward) -> None:
    ward.does("binh", **PHOTO)
    presses(ward, "binh", "Nhờ phường ghi giúp")
    ward.does("hoa", text="khóm nhờ ghi giúp")
    ward.does("hoa", text="1")
    ward.does("hoa", text="1")
    refused = said(ward.does("hoa", text="chưa rõ"))
    assert "Tổng số hộ" in refused
    assert "Khóm có tất cả bao nhiêu hộ ạ?" in refused
    assert "1. Tổng số hộ: nhờ phường ghi giúp" in said(ward.does("hoa", text="về phiếu"))
    assert "còn 1 câu nhờ ghi giúp" in said(ward.does("hoa", text="tình hình nộp"))


def test_without_a_photo_the_answer_can_be_left_by_its_words(ward: Ward) -> None:
    assert "em đã nhờ phường ghi giúp" in said(ward.does("binh", text="nho phuong ghi giup"))
    ward.does("hoa", text="khóm nhờ ghi giúp")
    sheet = ward.does("hoa", text="1")
    assert "Khóm không gửi ảnh hay ghi âm nào; cần thì gọi cho khóm." in said(sheet)
