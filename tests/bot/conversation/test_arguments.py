"""Lasting choices can be forged: only what can be the number of a row is looked for."""

from __future__ import annotations

import pytest

from bot.conversation.arguments import is_key


@pytest.mark.parametrize("argument", ["1", "12", "9" * 18])
def test_a_number_of_a_row_is_taken(argument: str) -> None:
    assert is_key(argument)


@pytest.mark.parametrize("argument", ["", "0", "-1", "9" * 19, "9" * 30, "²", "١٢", "1:2", "x", " 1"])
def test_anything_else_is_not(argument: str) -> None:
    assert not is_key(argument)
