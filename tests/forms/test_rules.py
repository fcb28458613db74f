"""Required and constraint: when they are looked at, with which values; and what is refused before anybody is asked."""

from __future__ import annotations

import pytest

from forms.findings import FormError
from forms.prompt import Accepted
from forms.xform import parse_xform
from forms.xlsform import to_xform
from tests.support.forms import Conversation, form_of, refused


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


def test_entities_in_a_document_type_are_refused() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>'
    with pytest.raises(ValueError, match="not an XForm"):
        parse_xform(bomb)
