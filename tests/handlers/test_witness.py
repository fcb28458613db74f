"""Who looks on while anything is done: the ward may enter what was left to it, and nothing else of a khóm's."""

from __future__ import annotations

import pytest

from bot.actions.installation import person_called
from bot.clock import local_date
from bot.domain.people import PersonId
from tests.handlers.room import CAST, Ward
from tests.handlers.test_plain_text import newest, says
from tests.stories.anything.witness import Kept


def id_of(ward: Ward, who: str) -> PersonId:
    return ward.reads(lambda tx: person_called(tx, CAST[who], local_date(ward.now)).id)


def test_what_a_khom_left_may_be_entered_by_who_entered_it_and_by_nobody_else(ward: Ward) -> None:
    hoa, lan, binh = (id_of(ward, who) for who in ("hoa", "lan", "binh"))
    says(ward, "binh", "1")
    ward.does("binh", files=["photo"])
    says(ward, "binh", "412", "nhờ phường ghi giúp cả phiếu")
    left = ward.reads(Kept.read)
    says(ward, "hoa", "khóm nhờ ghi giúp", "1")
    for text in ("2", "1.650"):
        ward.does("hoa", text=text)
    assert "Em ghi giúp Khóm 2: Tổng số nhân khẩu là 1.650 người." in newest(ward, "hoa")
    entered = ward.reads(Kept.read)
    entered.follows(left, hoa)
    with pytest.raises(AssertionError, match="without a trace"):
        entered.follows(left, lan)

    says(ward, "binh", "1", "415")
    answered = ward.reads(Kept.read)
    answered.follows(entered, binh)
    with pytest.raises(AssertionError, match="somebody else says"):
        answered.follows(entered, hoa)
    with pytest.raises(AssertionError, match="by themselves"):
        answered.follows(entered, None)
