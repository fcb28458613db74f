"""Choices that hang on other answers, and the order in which several are kept.

Where ODK's two engines differ, the rule that khombot follows stands in the test's docstring.
"""

from __future__ import annotations

from tests.support.forms import Conversation, form_of, refused


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
