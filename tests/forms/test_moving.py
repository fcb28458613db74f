"""A draft on a new version of its form: what fits stays, what does not is named and asked again."""

from __future__ import annotations

import pytest

from bot.domain.submissions import Empty
from forms.filling import Filling
from forms.moving import move
from tests.support.forms import Conversation, around, form_of

OLD = """
| survey |
| | type                | name | label         | required | constraint | relevant | bind::khom:empty | bind::khom:warn |
| | integer             | ho   | Bao nhiêu hộ? | yes      | . >= 1     |          | unknown          | . > 500         |
| | select_one mau      | mau  | Màu nào?      | yes      |            |          |                  |                 |
| | select_multiple mau | cac  | Những màu?    |          |            |          |                  |                 |
| | text                | y    | Ý kiến?       |          |            |          |                  |                 |
| | integer             | cuoi | Câu cuối?     | yes      |            |          |                  |                 |

| choices |
| | list_name | name | label |
| | mau       | do   | Đỏ    |
| | mau       | xanh | Xanh  |
"""


def begun() -> Conversation:
    """Four of five questions answered: 412, đỏ, đỏ and xanh, no opinion."""
    talk = Conversation(form_of(OLD))
    talk.says("412")
    talk.presses("do")
    talk.says("1, 2")
    talk.skips()
    assert talk.asks() == "cuoi"
    return talk


def moved(talk: Conversation, replaced: str, by: str) -> tuple[Conversation, tuple[str, ...], tuple[str, ...]]:
    """The same filling on a changed form, with what is asked again and what is gone."""
    assert replaced in OLD
    new = form_of(OLD.replace(replaced, by))
    found = move(talk.form, talk.state, new, talk.surroundings)
    after = Conversation(new, talk.surroundings)
    after.state = found.state
    return after, found.asked_again, found.gone


def shown(talk: Conversation) -> dict[str, str]:
    return {line.name: line.shown for line in Filling(talk.form, talk.state, around()).review()}


def test_what_fits_stays_and_the_filling_goes_on_where_it_was() -> None:
    after, again, gone = moved(begun(), "Câu cuối?", "Câu chót?")
    assert (again, gone) == ((), ())
    assert after.asks() == "cuoi"
    assert shown(after) == {"ho": "412", "mau": "Đỏ", "cac": "Đỏ, Xanh", "y": "", "cuoi": ""}


def test_a_new_question_is_asked_even_where_it_stands_before_the_others() -> None:
    after, again, gone = moved(
        begun(), "| | select_one mau ", "| | text | moi | Mới? | yes | | | | |\n| | select_one mau "
    )
    assert (again, gone) == ((), ())
    assert after.asks() == "moi"
    after.says("có")
    assert after.asks() == "cuoi"


@pytest.mark.parametrize(
    ("replaced", "by", "label", "name"),
    [
        (". >= 1 ", ". < 400", "Bao nhiêu hộ?", "ho"),
        ("| | integer             | ho ", "| | date                | ho ", "Bao nhiêu hộ?", "ho"),
        ("| | mau       | do   | Đỏ    |", "| | mau       | tim  | Tím   |", "Màu nào?", "mau"),
        ("| Ý kiến?       |     ", "| Ý kiến?       | yes ", "Ý kiến?", "y"),
        ("| | select_multiple mau ", "| | select_one mau      ", "Những màu?", "cac"),
    ],
    ids=["a rule", "a type", "a choice", "required", "several to one"],
)
def test_what_does_not_fit_is_named_and_asked_again(replaced: str, by: str, label: str, name: str) -> None:
    after, again, gone = moved(begun(), replaced, by)
    assert label in again
    assert gone == ()
    assert name not in Filling(after.form, after.state, around()).state["values"]
    assert after.asks() == name


def test_a_question_that_is_gone_is_named_if_it_was_answered() -> None:
    after, again, gone = moved(begun(), "| ho   |", "| h    |")
    assert (again, gone) == ((), ("Bao nhiêu hộ?",))
    assert after.asks() == "h"
    _, again, gone = moved(begun(), "| y    |", "| ykk  |")
    assert (again, gone) == ((), ())


def test_an_empty_state_stays_where_it_may_still_be_given() -> None:
    talk = Conversation(form_of(OLD))
    talk.says("chưa rõ")
    after, again, _ = moved(talk, "Câu cuối?", "Câu chót?")
    assert after.state["empties"] == {"/data/ho": Empty.UNKNOWN.value}
    assert again == ()
    after, again, _ = moved(talk, "| unknown ", "| nothing ")
    assert again == ("Bao nhiêu hộ?",)
    assert after.asks() == "ho"


def test_a_confirmed_doubt_is_not_asked_about_again_unless_the_check_has_changed() -> None:
    talk = Conversation(form_of(OLD))
    talk.says("900")
    talk.confirms("mới nhập khóm")
    after, _, _ = moved(talk, "Câu cuối?", "Câu chót?")
    assert after.filling.review()[0].reason == "mới nhập khóm"
    after, _, _ = moved(talk, ". > 500 ", ". > 800 ")
    assert after.filling.review()[0].doubt


def test_an_integer_may_become_a_decimal_and_back() -> None:
    after, again, _ = moved(begun(), "| | integer             | ho ", "| | decimal             | ho ")
    assert again == ()
    assert shown(after)["ho"] == "412"


def test_an_open_doubt_is_forgotten_and_the_question_asked_again() -> None:
    talk = Conversation(form_of(OLD))
    talk.says("900")
    after, again, _ = moved(talk, "Câu cuối?", "Câu chót?")
    assert again == ()
    assert after.asks() == "ho"
    assert "pending" not in after.state


HOUSEHOLD = """
| survey |
| | type         | name | label      | required | constraint |
| | integer      | ho   | Mấy hộ?    | yes      |            |
| | begin_repeat | nha  | Nhà        |          |            |
| | text         | ten  | Tên?       | yes      |            |
| | integer      | tuoi | Mấy tuổi?  | yes      |            |
| | end_repeat   |      |            |          |            |
| | text         | y    | Ý kiến?    |          |            |
"""


def test_rows_keep_their_answers_and_are_asked_what_is_new_in_them() -> None:
    talk = Conversation(form_of(HOUSEHOLD))
    talk.says("2", "An", "40", "thêm", "Bình", "80", "đủ rồi")
    assert talk.asks() == "y"
    changed = HOUSEHOLD.replace("| Mấy tuổi?  | yes      |            |", "| Mấy tuổi?  | yes      | . < 60     |")
    changed = changed.replace("| | end_repeat ", "| | text | nghe | Nghề? | yes | |\n| | end_repeat ")
    new = form_of(changed)
    found = move(talk.form, talk.state, new, talk.surroundings)
    assert found.gone == ()
    assert found.asked_again == ("Mấy tuổi?",)
    after = Conversation(new, talk.surroundings)
    after.state = found.state
    after.says("thợ hồ", "50", "thợ may")
    assert after.asks() == "y"
    rows = after.filling.complete().values["nha"]
    assert rows == [{"ten": "An", "tuoi": "40", "nghe": "thợ hồ"}, {"ten": "Bình", "tuoi": "50", "nghe": "thợ may"}]
