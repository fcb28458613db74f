"""The words of a form as they are shown: languages, values in a label, notes and guidance."""

from __future__ import annotations

import pytest

from tests.support.forms import Conversation, form_of, refused


def test_a_missing_translation_falls_back_to_the_default_language() -> None:
    """pyxform writes a lone "-" where a translation is missing."""
    form = form_of("""
| survey |
| | type    | name | label::Vietnamese (vi) | label::English (en) | constraint | constraint_message::Vietnamese (vi) |
| | integer | a    | Bao nhiêu hộ?          |                     | . > 5      | Phải hơn 5 hộ.                      |
| | integer | b    | Bao nhiêu người?       | How many people?    |            |                                     |
| settings |
| | default_language |
| | Vietnamese (vi)  |
""")
    talk = Conversation(form)
    assert form.languages == ("Vietnamese (vi)", "English (en)")
    talk.state = {**talk.state, "language": "English (en)"}
    prompt = talk.filling.prompt()
    assert prompt is not None
    assert prompt.label == "Bao nhiêu hộ?"
    assert refused(talk.says("1")) == "Phải hơn 5 hộ."
    talk.says("6")
    following = talk.filling.prompt()
    assert following is not None
    assert following.label == "How many people?"


def test_labels_are_filled_in_each_time_they_are_shown() -> None:
    form = form_of("""
| survey |
| | type    | name | label                       |
| | integer | a    | A?                          |
| | integer | b    | Trong ${a} hộ có mấy người? |
""")
    talk = Conversation(form)
    talk.says("1034")
    prompt = talk.filling.prompt()
    assert prompt is not None
    assert prompt.label == "Trong 1.034 hộ có mấy người?"


@pytest.mark.parametrize("filtered", ["", "phuong=${p}"])
def test_a_label_may_name_the_label_of_a_choice(filtered: str) -> None:
    form = form_of(f"""
| survey |
| | type         | name | label               | choice_filter | calculation                      |
| | text         | p    | P?                  |               |                                  |
| | select_one l | a    | A?                  | {filtered}    |                                  |
| | calculate    | c    |                     |               | jr:choice-name(${{a}}, '${{a}}') |
| | text         | b    | Vì sao chọn ${{c}}? |               |                                  |
| choices |
| | list_name | name | label  | phuong |
| | l         | x    | Nhà ở  | k      |
""")
    talk = Conversation(form)
    talk.says("k")
    talk.presses("x")
    prompt = talk.filling.prompt()
    assert prompt is not None
    assert prompt.label == "Vì sao chọn Nhà ở?"


def test_a_note_is_shown_and_passed_and_never_counted() -> None:
    form = form_of("""
| survey |
| | type | name | label |
| | note | n    | Chú ý |
| | text | a    | A?    |
""")
    talk = Conversation(form)
    prompt = talk.filling.prompt()
    assert prompt is not None
    assert (prompt.name, prompt.number, prompt.total) == ("n", 1, 1)
    talk.skips()
    talk.says("b")
    assert [line.name for line in talk.filling.review()] == ["a"]
    assert talk.sent() == {"a": "b"}


def test_guidance_is_there_for_those_who_need_more_words() -> None:
    form = form_of("""
| survey |
| | type | name | label::Việt (vi) | label::English (en) | hint::Việt (vi) | guidance_hint::Việt (vi) |
| | text | a | Tên gì? | What name? | Họ và tên | Ghi như trong giấy khai sinh. |
""")
    prompt = Conversation(form).prompt()
    assert (prompt.label, prompt.hint, prompt.guidance) == ("Tên gì?", "Họ và tên", "Ghi như trong giấy khai sinh.")


def test_a_form_in_several_languages_begins_in_vietnamese() -> None:
    form = form_of("""
| settings |
| | default_language |
| | English (en) |
| survey |
| | type | name | label::English (en) | label::Vietnamese (vi) |
| | text | a | What name? | Tên gì? |
""")
    assert Conversation(form).prompt().label == "Tên gì?"
