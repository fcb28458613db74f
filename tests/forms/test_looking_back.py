"""Going back, correcting, and reading over what there is."""

from __future__ import annotations

import pytest

from bot.domain.errors import Invalid, Missing
from tests.forms.counting import counting


def test_back_walks_to_the_first_question_and_says_when_there_is_none() -> None:
    talk = counting()
    assert not talk.goes_back()
    talk.says("412", "400")
    assert talk.goes_back()
    assert talk.asks() == "dat"
    assert talk.goes_back()
    assert talk.asks() == "ho"
    prompt = talk.filling.prompt()
    assert prompt is not None
    assert prompt.answer_shown == "412 hộ"
    talk.says("500")
    assert talk.asks() == "khen", "what was answered stays answered"


def test_a_correction_leads_back_to_the_review_or_to_what_it_made_necessary() -> None:
    talk = counting()
    talk.says("412", "0", "không có gì thêm")
    assert talk.asks() is None
    talk.goes_to("dat")
    talk.says("5")
    assert talk.asks() == "khen"
    talk.says("1")
    assert talk.asks() is None


def test_going_to_a_hidden_or_unknown_question_is_an_error() -> None:
    talk = counting()
    for name in ("khen", "gi_do"):
        with pytest.raises(Missing, match="question"):
            talk.filling.go_to(name)


def test_a_later_change_that_breaks_a_rule_is_found_before_sending() -> None:
    talk = counting()
    talk.says("412", "400", "3", "tốt")
    talk.goes_to("ho")
    talk.says("300")
    filling = talk.filling
    assert filling.first_problem() == "/data/so/dat"
    line = next(line for line in filling.review() if line.name == "dat")
    assert line.problem == "Em đọc là 400, khóm có 300 hộ (từ 0 đến 300)."
    with pytest.raises(Invalid, match="incomplete"):
        filling.complete()


def test_the_review_may_be_opened_early_and_shows_what_is_missing() -> None:
    talk = counting()
    filling = talk.filling
    filling.jump_to_review()
    assert filling.prompt() is None
    assert [(line.name, line.number, bool(line.problem)) for line in filling.review()] == [
        ("ho", 1, True),
        ("dat", 2, True),
        ("y", 3, False),
    ]
