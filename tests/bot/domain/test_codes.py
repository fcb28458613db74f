"""Six digits, as people type them, and what is none."""

from __future__ import annotations

import pytest

from bot.domain.codes import code_alone, code_named, code_within, written

WIDE = "".join(chr(ord(digit) + 0xFEE0) for digit in "123456")
"""As some keyboards for Asian scripts write digits."""


@pytest.mark.parametrize(
    "typed",
    ["123456", "123 456", "123-456", "123.456", "12 34 56", "1 2 3 4 5 6", "123456.", WIDE],
)
def test_a_code_may_be_typed_in_any_of_the_usual_ways(typed: str) -> None:
    assert code_alone(typed) == code_within(typed) == code_named(f"mã {typed}") == "123456"


@pytest.mark.parametrize(
    "typed", ["mã 123456", "Mã: 123 456", "ma 123456", "MÃ MỜI 123456", "mã số 123456", "mã123456"]
)
def test_a_member_calls_it_a_code(typed: str) -> None:
    assert code_named(typed) == "123456"


@pytest.mark.parametrize(
    "typed",
    ["chào em, cô là Lan, mã 123 456 nhé", "Lan khóm 1 mã 123456", "123456, là 123 456", "(123456)"],
)
def test_a_stranger_may_put_words_around_it(typed: str) -> None:
    assert code_within(typed) == "123456"


@pytest.mark.parametrize(
    "typed",
    ["12345", "1234567", "0912 345 678", "0912345678", "123456 hoặc 654321", "20/12/2020", "", "mã", "1.234.567"],
)
def test_other_numbers_are_no_codes(typed: str) -> None:
    assert code_within(typed) == code_alone(typed) == code_named(typed) == ""


@pytest.mark.parametrize("typed", ["mã hộ 123456", "123456 hộ", "số 123456", "mã 123456 và mã 654321"])
def test_what_a_member_writes_otherwise_is_an_answer(typed: str) -> None:
    assert code_named(typed) == ""


def test_it_is_shown_in_two_halves() -> None:
    assert written("012345") == "012 345"
