"""Which words open a menu entry, and where they are an answer instead."""

from __future__ import annotations

import pytest

from bot.conversation.router import option_typed
from bot.conversation.session import Session
from bot.messages import Choice, Reply

OFFERED = [("@report", "Báo cáo định kỳ"), ("3.yes", "Có")]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("1", "@report"), ("2.", "3.yes"), ("báo cáo định kỳ", "@report"), ("CO", "3.yes"), ("3", None), ("0", None)],
)
def test_an_option_is_named_by_its_number_or_its_label(typed: str, meant: str | None) -> None:
    assert option_typed(typed, OFFERED) == meant


def test_a_choice_of_an_earlier_question_is_no_action_any_more() -> None:
    session = Session()
    first = session.offer(Reply(text="?", rows=((Choice(id="yes", label="Có"),),))).options[0]
    assert session.action_of(first.id) == "yes"
    session.offer(Reply(text="??", rows=((Choice(id="yes", label="Có"),),)))
    assert session.action_of(first.id) is None
