"""What was sent becomes a filling again that sends the same, whatever types, lists and empty states it has."""

from __future__ import annotations

from bot.domain.submissions import Empty
from forms.answered import answered
from forms.filling import Filling
from forms.library import SHIPPED
from forms.prompt import Completed
from tests.forms.library.test_hoan_canh_kho_khan import case, walk
from tests.support.forms import Conversation, around, form_of

TABLE = """
| survey |
| | type         | name  | label         | required | default | bind::khom:empty | calculation     |
| | integer      | ho    | Bao nhiêu hộ? | yes      |         | nothing unknown  |                 |
| | text         | y     | Ý kiến?       |          | hay     |                  |                 |
| | calculate    | doi   |               |          |         |                  | ${ho} * 2       |
| | begin_repeat | nguoi | Người         |          |         |                  |                 |
| | text         | ten   | Tên?          | yes      |         |                  |                 |
| | integer      | tuoi  | Tuổi?         |          |         | unknown          |                 |
| | end_repeat   |       |               |          |         |                  |                 |
"""


def sent_again(talk: Conversation) -> tuple[Completed, Completed, Filling]:
    """What the talk sends, what is sent when that is filled in again, and the filling."""
    first = talk.filling.complete()
    state = answered(talk.form, first.values, first.empties, talk.surroundings)
    filling = Filling(talk.form, state, talk.surroundings)
    return first, filling.complete(), filling


def test_a_hardship_case_is_the_same_again_and_stands_at_its_review() -> None:
    talk = case()
    walk(talk)
    first, second, filling = sent_again(talk)
    assert second.values == first.values
    assert filling.prompt() is None
    assert filling.waiting() == ()


def test_lists_empty_states_and_what_was_left_blank_come_back() -> None:
    talk = Conversation(form_of(TABLE))
    filling = talk.filling
    filling.skip(Empty.UNKNOWN)
    filling.skip()
    filling.answer("", "add")
    filling.answer("Ba")
    filling.skip(Empty.UNKNOWN)
    filling.answer("", "add")
    filling.answer("Tư")
    filling.answer("61")
    filling.answer("", "done")
    talk.state = filling.state
    first, second, again = sent_again(talk)
    assert first.values["nguoi"] == [{"ten": "Ba"}, {"ten": "Tư", "tuoi": "61"}]
    assert "y" not in first.values
    assert (second.values, second.empties) == (first.values, first.empties)
    assert again.waiting() == ()


def test_a_calculation_is_worked_out_anew() -> None:
    form = form_of(TABLE)
    state = answered(form, {"ho": "4", "doi": "999"}, {}, around())
    assert Filling(form, state, around()).complete().values["doi"] == "8"


def test_a_filling_that_came_back_can_be_changed() -> None:
    talk = case()
    walk(talk)
    _, _, filling = sent_again(talk)
    filling.go_to("so_nhan_khau")
    filling.answer("7")
    assert filling.prompt() is None
    assert filling.complete().values["so_nhan_khau"] == "7"


def test_the_question_that_names_a_carried_case_is_one_of_its_form() -> None:
    carried = [shipped for shipped in SHIPPED if shipped.is_carried]
    assert carried
    for shipped in carried:
        assert shipped.named in form_of(shipped.source()).by_name
