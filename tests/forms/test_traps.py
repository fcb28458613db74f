"""The traps of the XForms semantics, one test each.

Where ODK's two engines differ, the rule that khombot follows stands in the test's docstring.
"""

from __future__ import annotations

import pytest

from forms.findings import FormError
from forms.prompt import Accepted
from forms.xform import parse_xform
from forms.xlsform import to_xform
from tests.support.forms import Conversation, around, form_of, refused

HIDDEN = """
| survey |
| | type              | name  | label | relevant        | calculation |
| | select_one co_khong | co  | Có?   |                 |             |
| | begin_group       | nhom  | Nhóm  | ${co} = 'co'    |             |
| | text              | ten   | Tên?  |                 |             |
| | end_group         |       |       |                 |             |
| | calculate         | chao  |       |                 | concat('<', ${ten}, '>') |
| | text              | het   | Hết?  |                 |             |
| choices |
| | list_name | name  | label |
| | co_khong  | co    | Có    |
| | co_khong  | khong | Không |
"""


def test_hidden_values_read_as_blank_are_kept_and_left_out_when_sent() -> None:
    talk = Conversation(form_of(HIDDEN))
    talk.says("có", "Hoa", "xong")
    assert talk.sent()["chao"] == "<Hoa>"

    talk.goes_to("co")
    talk.says("không")
    assert talk.sent() == {"co": "khong", "chao": "<>", "het": "xong"}

    talk.goes_to("co")
    talk.says("có")
    assert talk.asks() is None, "the answer came back with its question"
    assert talk.sent()["chao"] == "<Hoa>"


def test_a_hidden_calculation_is_not_sent() -> None:
    form = form_of("""
| survey |
| | type      | name | label | relevant  | calculation |
| | integer   | a    | A?    |           |             |
| | calculate | b    |       | ${a} > 1  | ${a} * 2    |
""")
    talk = Conversation(form)
    talk.says("1")
    assert talk.sent() == {"a": "1"}
    talk.goes_to("a")
    talk.says("3")
    assert talk.sent() == {"a": "3", "b": "6"}


def test_required_and_constraint_do_not_bind_a_hidden_question() -> None:
    form = form_of("""
| survey |
| | type    | name | label | relevant | required | constraint |
| | integer | a    | A?    |          | yes      |            |
| | integer | b    | B?    | ${a} = 1 | yes      | . > 5      |
""")
    talk = Conversation(form)
    talk.says("2")
    assert talk.asks() is None
    assert talk.sent() == {"a": "2"}


def test_a_constraint_is_not_evaluated_on_a_blank() -> None:
    form = form_of("""
| survey |
| | type    | name | label | constraint |
| | integer | a    | A?    | . > 5      |
""")
    talk = Conversation(form)
    assert isinstance(talk.skips(), Accepted)
    assert talk.sent() == {}


def test_required_may_be_an_expression() -> None:
    form = form_of("""
| survey |
| | type    | name | label | required |
| | integer | a    | A?    |          |
| | integer | b    | B?    | ${a} > 1 |
""")
    talk = Conversation(form)
    talk.says("1")
    assert isinstance(talk.skips(), Accepted)
    talk.goes_to("a")
    talk.says("2")
    assert talk.filling.first_problem() == "/data/b"
    talk.goes_to("b")
    refused(talk.skips())


def test_a_constraint_sees_the_tentative_value_in_place_and_leaves_no_trace_of_a_refused_one() -> None:
    form = form_of("""
| survey |
| | type      | name | label | constraint   | constraint_message      | calculation |
| | integer   | a    | A?    | ${gap} < 100 | Gấp đôi là ${gap}.      |             |
| | calculate | gap  |       |              |                         | ${a} * 2    |
""")
    talk = Conversation(form)
    talk.says("10")
    talk.goes_to("a")
    assert refused(talk.says("1034")) == "Gấp đôi là 2068."
    assert talk.sent() == {"a": "10", "gap": "20"}


def test_a_stale_cascading_choice_is_cleared_and_asked_again() -> None:
    """Collect keeps it; in a chat nobody would see that it is wrong."""
    form = form_of("""
| survey |
| | type             | name  | label  | choice_filter   |
| | select_one phuong | phuong | Phường? |              |
| | select_one khom  | khom  | Khóm?  | phuong=${phuong} |
| | text             | het   | Hết?   |                 |
| choices |
| | list_name | name | label  | phuong |
| | phuong    | a    | An Hòa |        |
| | phuong    | b    | Bắc    |        |
| | khom      | a1   | Khóm 1 | a      |
| | khom      | b1   | Khóm 2 | b      |
""")
    talk = Conversation(form)
    talk.presses("a")
    prompt = talk.filling.prompt()
    assert prompt is not None
    assert [choice.value for choice in prompt.choices] == ["a1"]
    talk.presses("a1")
    talk.says("xong")
    talk.goes_to("phuong")
    talk.presses("b")
    assert talk.asks() == "khom"
    assert "khom" not in talk.sent()
    refused(talk.presses("a1"))
    talk.presses("b1")
    assert talk.asks() is None
    assert talk.sent() == {"phuong": "b", "khom": "b1", "het": "xong"}


def test_of_several_stale_choices_only_those_that_are_no_longer_offered_go() -> None:
    form = form_of("""
| survey |
| | type                | name | label | choice_filter |
| | integer             | tuoi | Tuổi? |               |
| | select_multiple viec | viec | Việc? | tu <= ${tuoi} |
| choices |
| | list_name | name | label    | tu |
| | viec      | hoc  | Đi học   | 6  |
| | viec      | lam  | Đi làm   | 18 |
""")
    talk = Conversation(form)
    talk.says("20", "1, 2")
    assert talk.sent()["viec"] == "hoc lam"
    talk.goes_to("tuoi")
    talk.says("10")
    assert talk.asks() == "viec"
    assert talk.sent()["viec"] == "hoc"


def test_a_default_may_depend_on_an_earlier_default_and_is_set_once() -> None:
    form = form_of("""
| survey |
| | type | name | label | default             |
| | text | a    | A?    | x                   |
| | text | b    | B?    | concat(${a}, 'y')   |
| | date | c    | C?    | today()             |
""")
    talk = Conversation(form)
    assert talk.asks() == "a", "a default is shown to be confirmed, not passed over"
    talk.keeps()
    prompt = talk.filling.prompt()
    assert prompt is not None
    assert prompt.answer_shown == "xy"
    talk.goes_to("a")
    talk.says("z")
    assert talk.sent() == {"a": "z", "b": "xy", "c": "2020-12-18"}


def test_once_is_evaluated_when_the_filling_begins() -> None:
    form = form_of("""
| survey |
| | type      | name | label | calculation             |
| | text      | x    | X?    |                         |
| | calculate | o    |       | once(concat('a', ${x})) |
| | calculate | r    |       | once(random())          |
""")
    talk = Conversation(form)
    drawn = talk.sent()["r"]
    talk.says("b")
    assert talk.sent() == {"x": "b", "o": "a", "r": drawn}


def test_last_saved_is_a_default_that_can_be_kept() -> None:
    form = form_of("""
| survey |
| | type    | name | label | default            |
| | integer | ho   | Hộ?   | ${last-saved#ho}   |
""")
    talk = Conversation(form, around(last_saved={"ho": "1034"}))
    prompt = talk.filling.prompt()
    assert prompt is not None
    assert prompt.answer_shown == "1.034"
    talk.keeps()
    assert talk.asks() is None
    assert talk.sent() == {"ho": "1034"}
    assert Conversation(form).sent() == {}


def test_a_trigger_sets_its_value_only_when_the_triggering_answer_changes() -> None:
    form = form_of("""
| survey |
| | type    | name | label | trigger | calculation |
| | integer | a    | A?    |         |             |
| | text    | b    | B?    | ${a}    | ${a} + 1    |
""")
    talk = Conversation(form)
    talk.says("1")
    assert talk.sent()["b"] == "2"
    talk.says("tay")
    talk.goes_to("a")
    talk.says("1")
    assert talk.sent()["b"] == "tay"
    talk.goes_to("a")
    talk.says("2")
    assert talk.sent()["b"] == "3"


def test_a_calculation_that_was_typed_over_comes_back_when_its_result_changes() -> None:
    form = form_of("""
| survey |
| | type    | name | label | calculation |
| | integer | a    | A?    |             |
| | integer | b    | B?    | ${a} * 2    |
""")
    talk = Conversation(form)
    talk.says("2")
    talk.says("5")
    assert talk.sent()["b"] == "5"
    talk.goes_to("a")
    talk.says("3")
    assert talk.sent()["b"] == "6"


@pytest.mark.parametrize(
    ("expression", "stored"),
    [
        ("2500000 * 1000", "2500000000"),
        ("7 div 2", "3.5"),
        ("${trong} + 1", ""),
        ("${trong} > 1", "0"),
        ("1 = 1", "1"),
    ],
)
def test_what_a_calculation_stores(expression: str, stored: str) -> None:
    """NaN is stored as a blank, large numbers without exponent, truths as 1 and 0 (as Collect does)."""
    form = form_of(f"""
| survey |
| | type      | name  | label  | calculation  |
| | integer   | trong | Trống? |              |
| | calculate | c     |        | {expression} |
""")
    assert Conversation(form).sent().get("c", "") == stored


@pytest.mark.parametrize(
    "rows",
    [
        "| | calculate | a | | | ${b} |\n| | calculate | b | | | ${a} |\n| | text | c | C? | | |",
        "| | integer | a | A? | ${a} > 1 | |",
        "| | begin_group | g | G | ${a} > 1 | |\n| | integer | a | A? | | |\n| | end_group | | | | |",
        "| | integer | a | A? | ${c} > 1 | |\n| | calculate | c | | | ${a} + 1 |",
    ],
    ids=["calculations", "its own relevance", "a group on its child", "relevance through a calculation"],
)
def test_a_cycle_is_refused_when_the_form_is_loaded(rows: str) -> None:
    with pytest.raises(FormError) as caught:
        to_xform(
            f"| survey |\n| | type | name | label | relevant | calculation |\n{rows}\n", file_type=".md", family="x"
        )
    assert [finding.code for finding in caught.value.findings] == ["cycle"]


def test_a_constraint_on_itself_is_no_cycle() -> None:
    form_of("""
| survey |
| | type    | name | label | constraint       |
| | integer | a    | A?    | ${a} > 1 and . < 9 |
""")


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


def test_several_choices_are_stored_in_the_lists_order() -> None:
    form = form_of("""
| survey |
| | type              | name | label |
| | select_multiple l | a    | A?    |
| choices |
| | list_name | name | label |
| | l         | x    | Một   |
| | l         | y    | Hai   |
| | l         | z    | Ba    |
""")
    talk = Conversation(form)
    for choice in ("z", "x", "y", "y"):
        talk.presses(choice)
    assert talk.asks() == "a", "a press keeps the question open"
    talk.keeps()
    assert talk.sent() == {"a": "x z"}


def test_the_instance_gets_its_preloaded_values() -> None:
    form = form_of("""
| survey |
| | type     | name |  label |
| | username | ai   |        |
| | today    | hom  |        |
| | start    | luc  |        |
| | text     | a    | A?     |
""")
    talk = Conversation(form)
    assert talk.sent() == {"ai": "Lan", "hom": "2020-12-18", "luc": "2020-12-18T09:00:00.000+07:00"}
    assert str(talk.state["values"]["/data/meta/instanceID"]).startswith("uuid:")


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


def test_entities_in_a_document_type_are_refused() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>'
    with pytest.raises(ValueError, match="not an XForm"):
        parse_xform(bomb)


def test_a_triggered_value_triggers_further() -> None:
    form = form_of("""
| survey |
| | type    | name | label | calculation           | trigger |
| | integer | a    | A?    |                       |         |
| | text    | b    | B?    | concat('x', ${a} * 2) | ${a}    |
| | text    | c    | C?    | concat('c', ${b})     | ${b}    |
""")
    talk = Conversation(form)
    talk.says("5")
    assert talk.filling.state["values"]["/data/c"] == "cx10"


def test_a_number_without_end_is_a_blank() -> None:
    form = form_of("""
| survey |
| | type      | name | label | calculation | bind::type |
| | integer   | a    | A?    |             |            |
| | calculate | b    |       | 5 div ${a}  | decimal    |
""")
    talk = Conversation(form)
    talk.says("0")
    assert talk.sent() == {"a": "0"}
