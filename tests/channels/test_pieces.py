"""A long text is cut where a reader would pause."""

from __future__ import annotations

import pytest

from channels.pieces import pieces, utf16_units

LINES = [f"{number}. Khóm {number}: 412 hộ, trong đó 37 hộ khó khăn" for number in range(1, 60)]


def test_no_line_of_a_list_is_torn() -> None:
    parts = list(pieces("\n".join(LINES), 500))
    assert len(parts) > 3
    assert [line for part in parts for line in part.splitlines()] == LINES


def test_a_paragraph_is_kept_whole_where_that_fills_half_a_message() -> None:
    paragraph = "\n".join(LINES[:6])
    parts = list(pieces("\n\n".join([paragraph] * 3), len(paragraph) + 100))
    assert parts == [paragraph] * 3


@pytest.mark.parametrize(
    ("text", "limit"), [("x" * 25, 10), ("🌾" * 25, 10), ("ab " + "x" * 25, 10), (" " + "x" * 25, 10)]
)
def test_a_word_without_end_is_cut_anywhere_and_nothing_is_lost(text: str, limit: int) -> None:
    parts = list(pieces(text, limit, utf16_units))
    assert "".join(parts).replace(" ", "") == text.replace(" ", "")
    assert all(0 < len(part.encode("utf-16-le")) // 2 <= limit for part in parts)


def test_what_is_exactly_as_long_as_the_limit_is_one_piece() -> None:
    assert list(pieces("🌾" * 5, 10, utf16_units)) == ["🌾" * 5]
    assert list(pieces("x" * 10, 10)) == ["x" * 10]
