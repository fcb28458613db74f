"""What a khóm leaves to the ward: it is no 0, it keeps nothing from being sent, and answering it aside moves nobody."""

from __future__ import annotations

import pytest

from bot.domain.entrustments import Value
from bot.domain.submissions import Empty, FillingState
from forms.entrusting import (
    LEFT,
    aside,
    can_be_left,
    is_done,
    is_untouched,
    kept_aside,
    leave,
    leave_rest,
    photos_wait,
    put_back,
    value_at,
    value_of,
)
from forms.filling import Filling
from forms.prompt import Accepted, Doubt
from tests.support.forms import Conversation, form_of

TABLE = """
| survey |
| | type               | name   | label           | required | relevant  | constraint | bind::khom:warn |
| | note               | dau    | Xin chào        |          |           |            |                 |
| | integer            | ho     | Bao nhiêu hộ?   | yes      |           | . > 0      | . > 900         |
| | integer            | buoi   | Mấy buổi?       | yes      |           |            |                 |
| | integer            | luot   | Bao nhiêu lượt? | yes      | ${buoi}>0 |            |                 |
| | select_multiple ab | chon   | Chọn gì?        |          |           |            |                 |
| | image              | anh    | Gửi ảnh?        |          |           |            |                 |
| | text               | y_kien | Ý kiến?         |          |           |            |                 |
| choices |
| | list_name | name | label |
| | ab        | a    | Cái a |
| | ab        | b    | Cái b |
"""
LUOT = "/data/luot"


@pytest.fixture
def lan() -> Conversation:
    talk = Conversation(form_of(TABLE))
    talk.says("ok")
    assert talk.asks() == "ho"
    return talk


def left(talk: Conversation, *keys: str) -> FillingState:
    return leave(talk.form, talk.state, talk.surroundings, *keys).state


def filling(talk: Conversation, state: FillingState) -> Filling:
    return Filling(talk.form, state, talk.surroundings)


def key_of(talk: Conversation, name: str) -> str:
    return next(line.key for line in talk.filling.review() if line.name == name)


def test_what_is_left_stands_as_not_known_though_the_form_offers_no_such_thing(lan: Conversation) -> None:
    key = key_of(lan, "ho")
    lan.state = left(lan, key)
    assert value_at(lan.state, key) == LEFT == Value(empty=Empty.UNKNOWN)
    assert lan.asks() == "buoi"
    assert lan.filling.review()[0].problem == ""
    assert value_of(lan.form, lan.state, "ho") == ""


def test_what_is_left_is_sent_without_a_value(lan: Conversation) -> None:
    lan.state = leave_rest(lan.form, lan.state, lan.surroundings).state
    lan.skips()
    sent = lan.filling.complete()
    assert sent.empties == dict.fromkeys(("ho", "buoi", "chon", "y_kien"), Empty.UNKNOWN)
    assert not {"ho", "buoi", "luot"} & set(sent.values)


def test_the_rest_is_what_nobody_has_answered_and_files_are_still_asked_for(lan: Conversation) -> None:
    lan.says("412")
    rest = leave_rest(lan.form, lan.state, lan.surroundings)
    assert list(rest.questions.values()) == ["buoi", "chon", "y_kien"]
    lan.state = rest.state
    assert lan.asks() == "anh"
    assert value_of(lan.form, lan.state, "ho") == "412"


def test_neither_notes_nor_files_nor_what_is_not_asked_can_be_left(lan: Conversation) -> None:
    lines = {line.name: line.key for line in lan.filling.review()}
    possible = {name for name, key in lines.items() if can_be_left(lan.form, lan.state, lan.surroundings, key)}
    assert possible == {"ho", "buoi", "chon", "y_kien"}
    assert left(lan, LUOT) == lan.state
    assert leave(lan.form, lan.state, lan.surroundings, "/nowhere").questions == {}


def test_an_own_answer_takes_it_back_and_keeping_it_leaves_it_there(lan: Conversation) -> None:
    key = key_of(lan, "ho")
    lan.state = left(lan, key)
    lan.goes_to("ho")
    assert isinstance(lan.keeps(), Accepted)
    assert value_at(lan.state, key) == LEFT
    lan.goes_to("ho")
    lan.says("412")
    assert value_at(lan.state, key) == Value(text="412")


def test_only_a_filling_that_nobody_has_touched_is_untouched() -> None:
    talk = Conversation(form_of(TABLE))
    assert is_untouched(talk.state)
    talk.says("ok")
    assert not is_untouched(talk.state)


def test_answering_aside_moves_nobody_and_leaves_a_doubt_where_it_is(lan: Conversation) -> None:
    ho = key_of(lan, "ho")
    lan.state = left(lan, ho)
    lan.says("khoảng 30")  # Lan stands at the meetings and is asked whether that is right
    before = lan.state
    hoa = filling(lan, aside(before, ho, {}))
    assert hoa.prompt() is not None
    assert isinstance(hoa.answer("412"), Accepted)
    assert is_done(hoa.state, ho)
    after = put_back(hoa.state, before)
    assert value_at(after, ho) == Value(text="412")
    assert {name: after.get(name) for name in ("cursor", "pending", "view")} == {
        name: before.get(name) for name in ("cursor", "pending", "view")
    }


def test_a_doubt_of_the_one_who_answers_aside_lives_until_his_next_turn(lan: Conversation) -> None:
    ho = key_of(lan, "ho")
    lan.state = left(lan, ho)
    hoa = filling(lan, aside(lan.state, ho, {}))
    assert isinstance(hoa.answer("999"), Doubt)
    kept = kept_aside(hoa.state, ho)
    again = filling(lan, aside(lan.state, ho, kept))
    assert isinstance(again.confirm("mới sáp nhập"), Accepted)
    assert put_back(again.state, lan.state)["confirmed"][ho] == ["999", "mới sáp nhập"]


def test_several_choices_are_gathered_aside_before_they_count(lan: Conversation) -> None:
    chon = key_of(lan, "chon")
    lan.state = left(lan, chon)
    first = filling(lan, aside(lan.state, chon, {}))
    first.answer("", "a")
    assert not is_done(first.state, chon)
    second = filling(lan, aside(lan.state, chon, kept_aside(first.state, chon)))
    second.answer("", "b")
    third = filling(lan, aside(lan.state, chon, kept_aside(second.state, chon)))
    third.keep()
    assert is_done(third.state, chon)
    assert value_at(third.state, chon) == Value(text="a b")
    assert value_at(lan.state, chon) == LEFT


ROWS = """
| survey |
| | type         | name | label    | required |
| | text         | mo   | Mở đầu?  | yes      |
| | begin_repeat | viec | Các việc |          |
| | text         | ten  | Việc gì? | yes      |
| | end_repeat   |      |          |          |
"""


def test_rows_are_not_left_because_they_move_when_one_is_taken_out() -> None:
    talk = Conversation(form_of(ROWS))
    rest = leave_rest(talk.form, talk.state, talk.surroundings)
    assert list(rest.questions.values()) == ["mo"]
    talk.state = rest.state
    talk.goes_to("viec")
    talk.says("có")
    assert talk.asks() == "ten"
    assert not can_be_left(talk.form, talk.state, talk.surroundings, talk.prompt().key)


CONSENT = """
| survey |
| | type          | name | label              | relevant     |
| | text          | ten  | Tên?               |              |
| | select_one cd | dong | Có đồng ý gửi ảnh? |              |
| | image         | anh  | Ảnh?               | ${dong}='co' |
choices_of_consent
"""


def test_photos_wait_until_the_form_has_asked_who_is_in_them() -> None:
    choices = "| choices |\n| | list_name | name | label |\n| | cd | co | Có |\n| | cd | khong | Không |"
    talk = Conversation(form_of(CONSENT.replace("choices_of_consent", choices)))
    assert photos_wait(talk.form, talk.state, talk.surroundings)
    talk.says("Út")
    talk.presses("co")
    assert not photos_wait(talk.form, talk.state, talk.surroundings)
    assert not photos_wait(form_of(TABLE), Conversation(form_of(TABLE)).state, talk.surroundings)
