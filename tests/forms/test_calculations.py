"""Calculations and triggers: what they store, and when they are worked out again.

Where ODK's two engines differ, the rule that khombot follows stands in the test's docstring.
"""

from __future__ import annotations

import pytest

from tests.support.forms import Conversation, form_of


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


def test_nothing_reads_as_zero_and_unknown_as_blank() -> None:
    form = form_of("""
| survey |
| | type      | name | label | calculation      | bind::khom:empty |
| | integer   | a    | A?    |                  | nothing unknown  |
| | calculate | b    |       | ${a} + 1         |                  |
""")
    talk = Conversation(form)
    talk.says("không phát sinh")
    assert talk.sent() == {"b": "1"}
    talk.goes_to("a")
    talk.says("chưa rõ")
    assert talk.sent() == {}
