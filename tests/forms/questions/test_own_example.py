"""A number that could not be read is answered with the form's own example, where its hint gives one."""

from __future__ import annotations

import pytest

from tests.support.forms import Conversation, form_of, refused

SURVEY = """
| survey |
| | type    | name | label           | hint   | bind::khom:unit |
| | integer | ho   | Bao nhiêu hộ ạ? | {hint} | hộ              |
"""


@pytest.mark.parametrize(
    ("hint", "example"),
    [
        ("Ví dụ: 412", "412 hộ"),
        ("Ví dụ: 1.650. Chưa có số thì gõ: chưa rõ", "1.650 hộ"),
        ("Ví dụ: 1tr2", "12 hộ"),
        ("Chưa có thì gõ: 0", "12 hộ"),
        ("", "12 hộ"),
    ],
)
def test_the_example_is_that_of_the_hint(hint: str, example: str) -> None:
    talk = Conversation(form_of(SURVEY.format(hint=hint)))
    assert f"ví dụ: {example}." in refused(talk.says("abc"))
