"""Questions that do not apply: what they hold stays, but binds nobody and is not sent."""

from __future__ import annotations

import json

from tests.support.forms import Conversation, form_of

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


def test_personal_answers_are_forgotten_at_once_when_they_no_longer_apply() -> None:
    form = form_of("""
| survey |
| | type              | name | label | relevant    | bind::khom:privacy |
| | select_one dong_y | co   | Có?   |             |                    |
| | text              | ten  | Tên?  | ${co} = 'co' | personal          |
| choices |
| | list_name | name  | label          |
| | dong_y    | co    | Đồng ý         |
| | dong_y    | khong | Không đồng ý   |
""")
    talk = Conversation(form)
    talk.presses("co")
    talk.says("Nguyễn Thị Bảy")
    assert "Bảy" in json.dumps(talk.state, ensure_ascii=False)
    talk.goes_to("co")
    talk.presses("khong")
    assert "Bảy" not in json.dumps(talk.state, ensure_ascii=False)
    talk.goes_to("co")
    talk.presses("co")
    assert talk.asks() == "ten"
