"""Open repeats: people are asked for one more; and what is true of the rows of any repeat."""

from __future__ import annotations

from forms.prompt import Accepted, Rejected
from forms.xform import parse_xform
from forms.xlsform import to_xform
from tests.support.forms import Conversation, form_of, refused, understood

HOUSEHOLD = """
| survey |
| | type | name | label | constraint | constraint_message | calculation | relevant | default |
| | text | chu_ho | Chủ hộ tên gì ạ? | |  | |  | |
| | begin_repeat | nguoi | Người trong hộ | |  | |  | |
| | text | ten | Tên người này là gì ạ? | |  | |  | |
| | integer | tuoi | ${ten} bao nhiêu tuổi ạ? | . < 120 | ${tuoi} quá lớn ạ. | |  | |
| | text | truong | ${ten} học trường nào ạ? | |  | | ${tuoi} < 18 | |
| | text | que | ${ten} quê ở đâu ạ? | |  | |  | Sa Đéc |
| | calculate | so_thu_tu | |  | | position(..) | |  |
| | end_repeat | |  | |  | |  | |
| | calculate | so_nguoi | |  | | count(${nguoi}) | |  |
| | calculate | tong_tuoi | |  | | sum(${tuoi}) | |  |
| | note | het | Hộ có ${so_nguoi} người. | |  | |  | |
"""


def household() -> Conversation:
    """Two people are entered: An of 40 and Bình of 9; now it is asked whether there is one more."""
    talk = Conversation(form_of(HOUSEHOLD))
    talk.says("Lan", "An", "40", "Sa Đéc", "thêm nữa", "Bình", "9", "Tiểu học Hùng Vương", "Cao Lãnh")
    return talk


def test_each_row_is_asked_in_turn_and_then_whether_there_is_one_more() -> None:
    talk = Conversation(form_of(HOUSEHOLD))
    talk.says("Lan", "An")
    assert talk.prompt().label == "An bao nhiêu tuổi ạ?"
    assert talk.prompt().section == "Người trong hộ 1"
    talk.says("40")
    assert talk.asks() == "que", "the school is asked of children only"
    assert talk.prompt().answer_shown == "Sa Đéc"
    talk.keeps()
    assert talk.prompt().label == "Người trong hộ: đã ghi 1 (An). Còn nữa không ạ?"
    assert [choice.label for choice in talk.prompt().choices] == ["Thêm nữa", "Đủ rồi"]


def test_what_is_sent_is_a_list_of_rows_with_their_calculations() -> None:
    talk = household()
    assert talk.prompt().label == "Người trong hộ: đã ghi 2 (An, Bình). Còn nữa không ạ?"
    assert understood(talk.says("đủ rồi")) == "đủ 2 mục"
    assert talk.prompt().label == "Hộ có 2 người."
    talk.says("tiếp")
    assert talk.asks() is None
    assert talk.sent() == {
        "chu_ho": "Lan",
        "nguoi": [
            {"ten": "An", "tuoi": "40", "que": "Sa Đéc", "so_thu_tu": "1"},
            {"ten": "Bình", "tuoi": "9", "truong": "Tiểu học Hùng Vương", "que": "Cao Lãnh", "so_thu_tu": "2"},
        ],
        "so_nguoi": "2",
        "tong_tuoi": "49",
    }


def test_a_constraint_and_its_message_look_at_their_own_row() -> None:
    talk = household()
    talk.says("thêm", "Cúc")
    assert refused(talk.says("130")) == "130 quá lớn ạ."
    assert understood(talk.says("30")) == "30"


def test_a_row_is_taken_out_from_the_review_and_the_others_move_up() -> None:
    talk = household()
    talk.says("đủ rồi", "tiếp")
    line = next(line for line in talk.filling.review() if line.name == "nguoi")
    assert (line.label, line.shown) == ("Người trong hộ", "đủ 2 mục")
    talk.goes_to(line.key)
    assert [choice.label for choice in talk.prompt().choices] == ["Thêm nữa", "Đủ rồi", "Bỏ 1. An", "Bỏ 2. Bình"]
    talk.presses("drop1")
    assert talk.prompt().label == "Người trong hộ: đã ghi 1 (Bình). Còn nữa không ạ?"
    talk.presses("done")
    assert talk.asks() is None, "what was answered in the other row stays answered"
    assert [row["ten"] for row in talk.sent()["nguoi"]] == ["Bình"]
    assert talk.sent()["tong_tuoi"] == "9"


def test_a_list_may_be_empty() -> None:
    talk = household()
    talk.says("đủ rồi", "tiếp")
    talk.goes_to("/data/nguoi[+]")
    talk.presses("drop1")
    talk.presses("drop1")
    assert talk.prompt().label == "Người trong hộ: chưa ghi gì. Có cần ghi không ạ?"
    assert understood(talk.says("không có")) == "không có"
    assert talk.sent() == {"chu_ho": "Lan", "so_nguoi": "0", "tong_tuoi": "0"}
    talk.goes_to("/data/nguoi[+]")
    talk.says("có")
    assert talk.prompt().label == "Tên người này là gì ạ?"


def test_an_unclear_word_adds_no_row() -> None:
    talk = household()
    assert "thêm" in refused(talk.says("ờ thì"))
    assert talk.prompt().label.startswith("Người trong hộ: đã ghi 2")


def test_going_back_leads_through_the_rows() -> None:
    talk = household()
    seen = []
    while talk.goes_back():
        prompt = talk.prompt()
        seen.append((prompt.section, prompt.name))
    assert seen[:4] == [("Người trong hộ 2", name) for name in ("que", "truong", "tuoi", "ten")]
    assert seen[4] == ("Người trong hộ 1", "que")
    assert seen[-1] == ("", "chu_ho")


HIDDEN = """
| survey |
| | type | name | label | relevant |
| | select_one co_khong | co | Có con? | |
| | begin_repeat | con | Con | ${co} = 'co' |
| | text | ten | Tên? | |
| | end_repeat | |  | |
| choices |
| | list_name | name | label |
| | co_khong | co | Có |
| | co_khong | khong | Không |
"""


def test_a_hidden_repeat_is_neither_asked_nor_offered_nor_sent() -> None:
    talk = Conversation(form_of(HIDDEN))
    talk.says("không")
    assert talk.asks() is None
    assert talk.sent() == {"co": "khong"}
    talk.goes_to("co")
    talk.says("có")
    assert talk.asks() == "ten"


FROM_REPEAT = """
| survey |
| | type | name | label |
| | begin_repeat | nguoi | Người |
| | text | ten | Tên? |
| | end_repeat | |  |
| | select_one ${ten} | chu | Ai là chủ hộ? |
"""


def test_choices_can_come_from_the_rows() -> None:
    talk = Conversation(form_of(FROM_REPEAT))
    talk.says("An", "thêm", "Bình", "đủ rồi")
    assert [choice.label for choice in talk.prompt().choices] == ["An", "Bình"]
    talk.says("Bình")
    assert talk.sent()["chu"] == "Bình"
    talk.goes_to("/data/nguoi[+]")
    talk.presses("drop2")
    assert isinstance(talk.presses("done"), Accepted)
    assert talk.asks() == "chu", "the chosen one is gone, so it is asked again"
    assert isinstance(talk.says("Bình"), Rejected)


def test_a_row_may_be_numbered_in_its_labels() -> None:
    xform = to_xform(NUMBERED, file_type=".md", family="thu").xform
    # As forms of other tools have it: the label of the repeat itself asks where it is.
    form = parse_xform(xform.replace("<label>Hộ</label>", '<label>Hộ <output value="position(.)"/></label>'))
    talk = Conversation(form)
    assert (talk.prompt().section, talk.prompt().label) == ("Hộ 1", "Chủ hộ thứ 1?")
    talk.says("An")
    assert talk.prompt().label == "Hộ 2: đã ghi 1 (An). Còn nữa không ạ?"
    talk.says("thêm")
    assert talk.prompt().label == "Chủ hộ thứ 2?"


NUMBERED = """
| survey |
| | type | name | label | calculation |
| | begin_repeat | ho | Hộ | |
| | calculate | so | | position(..) |
| | text | chu | Chủ hộ thứ ${so}? | |
| | end_repeat | | | |
"""


def test_nothing_in_a_group_that_is_read_only_can_be_changed() -> None:
    form = form_of("""
| survey |
| | type | name | label | read_only | default |
| | integer | a | A? | | |
| | begin_group | g | Phần | ${a} = 1 | |
| | text | b | B? | | Sẵn |
| | end_group | | | | |
""")
    talk = Conversation(form)
    talk.says("1")
    assert talk.prompt().is_read_only
    talk.says("Khác")
    assert talk.sent() == {"a": "1", "b": "Sẵn"}
    talk.goes_to("a")
    talk.says("2")
    talk.goes_to("b")
    talk.says("Khác")
    assert talk.sent() == {"a": "2", "b": "Khác"}
