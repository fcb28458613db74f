"""Numbers in words against an independent speaker of numbers, with and without diacritics."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.values.number_words import Spoken, read_words
from forms.values.tokens import take_apart
from tests.forms.values.spoken import say


def unmarked(text: str) -> str:
    """As it is typed without the Vietnamese keyboard."""
    letters = unicodedata.normalize("NFD", text.replace("đ", "d"))
    return "".join(char for char in letters if not unicodedata.combining(char))


def read(text: str) -> Spoken | None:
    return read_words(take_apart(text))


@pytest.mark.parametrize("number", [0, 5, 10, 15, 21, 44, 55, 100, 105, 110, 115, 121, 999, 1000, 1005, 1050, 1234])
def test_every_shape_below_ten_thousand_is_read(number: int) -> None:
    spoken = read(say(number))
    assert spoken is not None
    assert spoken.value == number


@given(number=st.integers(0, 999_999))
def test_a_number_in_words_is_read_as_that_number(number: int) -> None:
    spoken = read(say(number))
    assert spoken is not None
    assert spoken.value == number


@given(number=st.integers(0, 999_999))
def test_a_number_in_words_without_marks_is_read_as_that_number(number: int) -> None:
    spoken = read(unmarked(say(number)))
    assert spoken is not None
    assert spoken.value == number


@given(thousands=st.integers(1, 999_999_999))
def test_an_amount_in_words_is_read_as_that_amount_or_asked_about(thousands: int) -> None:
    spoken = read(say(thousands * 1000))
    assert spoken is not None
    assert spoken.value == thousands * 1000 or not spoken.sure


@pytest.mark.parametrize("text", ["mười mười", "trăm ngàn trăm", "hai hai mươi", "rưỡi", "lẻ hai", "mươi mươi", "hộ"])
def test_words_that_make_no_number_are_none(text: str) -> None:
    assert read(text) is None
