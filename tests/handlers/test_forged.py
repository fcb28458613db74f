"""Buttons that nobody was shown: whoever makes one up is asked again, and nothing is broken by it."""

from __future__ import annotations

import pytest

from bot.texts import conversation
from tests.handlers.room import Ward
from tests.handlers.test_plain_text import says

FAILED = conversation.PARKED.partition("{")[0]
QUESTION = "Gương này là cá nhân, tập thể hay gia đình ạ?"


@pytest.mark.parametrize("action", ["option3", "option9999", "line9999", "take_all", "no_such_action"])
def test_an_action_that_the_open_question_does_not_have_leaves_it_open(ward: Ward, action: str) -> None:
    assert QUESTION in says(ward, "lan", "ghi người tốt việc tốt")
    shown = ward.does("lan", choice=f"{ward.session_of('lan').serial}.{action}")
    assert shown
    assert not any(reply.text.startswith(FAILED) for reply in shown)
    assert "Em ghi: Gia đình." in says(ward, "lan", "tiếp tục", "3")
