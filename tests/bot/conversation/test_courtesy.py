"""Words that people were told to type are heard with the courtesy that they put around them."""

from __future__ import annotations

import pytest

from bot.conversation.courtesy import meant
from bot.conversation.words import ASKING, DOUBTING, action


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("gửi đi con", "review"),
        ("dạ để sau nha em", "later"),
        ("de mai nha", "later"),
        ("Quay lại giùm cô.", "back"),
        ("ghi lộn rồi con", "back"),
        ("thôi bỏ qua đi", "skip"),
        ("ghi giúp cô", "leave"),
        ("gửi giùm tôi với", "review"),
    ],
)
def test_courtesy_around_a_word_is_not_in_its_way(typed: str, wanted: str) -> None:
    assert action(typed, ASKING) == wanted


@pytest.mark.parametrize("typed", ["", "con", "dạ", "12 con", "nhà văn hóa bị dột", "gửi cô Ba 2 triệu", "cô gửi"])
def test_what_says_more_than_courtesy_is_an_answer(typed: str) -> None:
    assert action(typed, ASKING) is None


@pytest.mark.parametrize("typed", ["ko", "k", "hông", "Hổng phải", "dạ không", "chưa đúng nha", "thôi", "sai rồi con"])
def test_no_is_heard_as_it_is_typed_in_the_south(typed: str) -> None:
    assert action(typed, DOUBTING) == "retype"


@pytest.mark.parametrize("typed", ["dạ đúng rồi con", "ừa", "đc", "dạ có", "okie em", "vâng đúng"])
def test_so_is_yes(typed: str) -> None:
    assert action(typed, DOUBTING) == "yes"


def test_a_word_that_ends_like_courtesy_is_taken_whole_first() -> None:
    table = {"ghi giup": "whole", "ghi": "part"}
    assert meant("ghi giúp", table) == "whole"
