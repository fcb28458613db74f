"""Answers that are asked back: unusual ones with their reason, doubtful readings, and what retracting does."""

from __future__ import annotations

import pytest

from bot.domain.errors import Invalid
from forms.prompt import Accepted
from tests.forms.counting import counting
from tests.support.forms import Conversation, doubted, form_of, understood


def test_a_soft_check_asks_keeps_the_reason_and_does_not_ask_again_for_the_same_value() -> None:
    talk = counting()
    assert doubted(talk.says("6000")) == "Em đọc là 6.000 hộ, nhiều quá."
    assert talk.asks() == "ho"
    assert understood(talk.confirms("khóm vừa nhập lại")) == "6.000 hộ"
    talk.says("10", "1")
    talk.skips()
    assert talk.filling.complete().reasons == {"ho": "khóm vừa nhập lại"}
    talk.goes_to("ho")
    assert isinstance(talk.keeps(), Accepted)
    talk.goes_to("ho")
    doubted(talk.says("7000"))


def test_a_reason_goes_when_its_value_is_no_longer_unusual() -> None:
    talk = counting()
    talk.says("6000")
    talk.confirms("nhập lại")
    talk.says("10", "1")
    talk.goes_to("ho")
    talk.says("600")
    assert talk.filling.complete().reasons == {}


def test_a_new_answer_instead_of_a_confirmation_is_the_answer() -> None:
    talk = counting()
    talk.says("6000")
    assert understood(talk.says("600")) == "600 hộ"
    with pytest.raises(Invalid, match="nothing_to_confirm"):
        talk.filling.confirm()


def test_retracting_asks_the_question_again_and_keeps_nothing() -> None:
    talk = counting()
    talk.says("6000")
    filling = talk.filling
    filling.retract()
    talk.state = filling.state
    assert talk.asks() == "ho"
    assert "pending" not in talk.state
    assert talk.filling.review()[0].shown == ""


def test_a_doubtful_reading_is_confirmed_without_a_reason() -> None:
    form = form_of("""
| survey |
| | type    | name | label      | constraint | bind::khom:unit |
| | integer | tien | Bao nhiêu? | . < 1000   | đồng            |
""")
    talk = Conversation(form)
    outcome = talk.says("500")
    doubted(outcome)
    assert talk.filling.state["pending"] == ["/data/tien", "500", False]
    assert understood(talk.confirms()) == "500 đồng"
