"""Numbers among the words that may be typed: a long run of them is told by its first and its last."""

from __future__ import annotations

import pytest

from bot.messages import Choice, Reply
from channels.plain_text import render


@pytest.mark.parametrize(
    ("labels", "said"),
    [
        (("1", "2"), "Hoặc gõ: 1, 2."),
        (("1", "2", "3"), "Hoặc gõ: 1 đến 3."),
        (("1", "2", "4", "5", "6", "Gửi"), "Hoặc gõ: 1, 2, 4 đến 6, Gửi."),
    ],
)
def test_three_numbers_in_a_row_are_a_run(labels: tuple[str, ...], said: str) -> None:
    ways = tuple(Choice(id=label, label=label, way_out=True) for label in labels)
    assert render(Reply(text="Câu nào ạ?", rows=(ways,))).endswith(said)
