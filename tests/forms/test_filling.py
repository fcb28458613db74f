"""Filling in a form: where the person is, and what becomes of each answer."""

from __future__ import annotations

import json

from bot.domain.submissions import Empty
from forms.filling import Filling
from forms.prompt import Accepts
from tests.forms.counting import counting
from tests.support.forms import refused, understood


def test_a_prompt_says_what_is_asked_and_where_we_are() -> None:
    prompt = counting().filling.prompt()
    assert prompt is not None
    assert (prompt.name, prompt.label, prompt.hint, prompt.section) == ("ho", "Bao nhiêu hộ?", "Ví dụ: 412", "Số hộ")
    assert (prompt.number, prompt.total, prompt.accepts, prompt.unit) == (1, 3, Accepts.NUMBER, "hộ")
    assert (prompt.required, prompt.skippable, prompt.empties) == (True, False, ())
    assert (prompt.previous, prompt.answer_shown, prompt.private) == (None, None, False)


def test_an_accepted_answer_is_echoed_and_the_next_question_follows() -> None:
    talk = counting()
    assert understood(talk.says("1.034")) == "1.034 hộ"
    assert talk.asks() == "dat"


def test_a_refusal_says_what_was_read_and_what_is_allowed_and_asks_again() -> None:
    talk = counting()
    talk.says("1034")
    assert refused(talk.says("1100")) == "Em đọc là 1.100, khóm có 1.034 hộ (từ 0 đến 1.034)."
    assert talk.asks() == "dat"


def test_the_three_empty_states_are_told_apart() -> None:
    talk = counting()
    talk.says("10")
    refused(Filling(talk.form, talk.state, talk.surroundings).skip())
    talk.says("chưa rõ")
    assert talk.asks() == "y", "an unknown number is no number above 0"
    assert talk.filling.complete().empties == {"dat": Empty.UNKNOWN}
    talk.goes_to("dat")
    talk.says("không phát sinh")
    assert talk.filling.complete().empties == {"dat": Empty.NOTHING}
    assert "dat" not in talk.sent()
    talk.goes_to("dat")
    talk.says("0")
    assert talk.filling.complete().empties == {}
    assert talk.sent()["dat"] == "0"


def test_an_empty_state_that_the_form_does_not_take_is_refused() -> None:
    refused(counting().says("chưa rõ"))


def test_the_state_is_plain_json_and_enough_to_go_on() -> None:
    talk = counting()
    talk.says("6000")
    talk.state = json.loads(json.dumps(talk.state))
    talk.confirms("nhập lại")
    talk.says("chưa rõ")
    talk.state = json.loads(json.dumps(talk.state))
    talk.says("tốt")
    assert talk.sent() == {"ho": "6000", "y": "tốt"}
