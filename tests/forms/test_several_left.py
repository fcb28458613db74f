"""What is left of several answers in one message: refused, unusual or not clear, and never guessed."""

from __future__ import annotations

import pytest

from tests.forms.reports import names, report
from tests.support.forms import Conversation, form_of


def test_each_of_several_answers_is_checked_and_what_does_not_pass_is_left() -> None:
    talk = report()
    proposed = talk.proposes("tổng 400, đăng ký 410")
    assert proposed is not None
    assert names(proposed) == ["tong_so_ho"]
    (left,) = proposed.left
    assert (left.label, "khóm có 400 hộ" in left.why) == ("Hộ đăng ký gia đình văn hóa", True)
    talk.takes_proposed()
    assert talk.asks() == "tong_nhan_khau"
    assert "ho_dang_ky_gdvh" not in talk.kept()


def test_an_unusual_one_of_several_answers_is_left_to_be_asked_by_itself() -> None:
    proposed = report().proposes("tổng 412, nhân khẩu 500")
    assert proposed is not None
    assert names(proposed) == ["tong_so_ho"]
    assert [left.label for left in proposed.left] == ["Tổng số nhân khẩu"]


@pytest.mark.parametrize(
    ("text", "left", "unclear"),
    [
        ("tổng khoảng 412, đăng ký 410", ["Tổng số hộ"], ()),
        ("tổng 412, tổng 413, đăng ký 410", ["Tổng số hộ"], ()),
        ("tổng 94%, đăng ký 410", ["Tổng số hộ"], ()),
        ("nhân khẩu 1650, đăng ký 410, khen 3", [], ("khen 3",)),
        ("nhân khẩu 1650, đăng ký 410, xe máy 7", [], ("xe máy 7",)),
        ("nhân khẩu 1650, đăng ký 410, cccd 012345678901", [], ("(một đoạn có dãy số)",)),
    ],
)
def test_what_is_not_clear_is_left_and_never_guessed(text: str, left: list[str], unclear: tuple[str, ...]) -> None:
    proposed = report().proposes(text)
    assert proposed is not None
    assert [one.label for one in proposed.left] == left
    assert proposed.unclear == unclear
    assert "tong_so_ho" not in names(proposed)


def test_a_name_that_two_questions_share_is_not_clear() -> None:
    form = form_of("""
| survey |
| | type    | name | label     | bind::khom:short |
| | integer | a    | Hộ nghèo? | Hộ nghèo         |
| | integer | b    | Hộ mới?   | Hộ mới           |
| | integer | c    | Trẻ em?   | Trẻ em           |
""")
    proposed = Conversation(form).proposes("hộ 3, mới 4, trẻ em 5")
    assert proposed is not None
    assert (names(proposed), proposed.unclear) == (["b", "c"], ("hộ 3",))
