"""A line of the review is named as people name it."""

from __future__ import annotations

import pytest

from bot.conversation.line_numbers import line_number


@pytest.mark.parametrize(
    "typed", ["7", "7.", "07", "câu 7", "Cau 7", "số 7", "sửa câu số 7", "sửa lại câu 7", "bảy", "sửa câu 7 lại 2 hộ"]
)
def test_a_line_is_named_in_many_ways(typed: str) -> None:
    assert line_number(typed) == 7


@pytest.mark.parametrize("typed", ["", "sửa", "câu", "chưa đúng", "7 hộ", "7, 8", "12345", "mấy", "không", "câu cuối"])
def test_what_names_no_line_is_none(typed: str) -> None:
    assert line_number(typed) is None
