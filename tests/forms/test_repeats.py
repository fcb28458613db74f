"""Repeats: open ones, where people are asked for one more, counted ones, and one inside another."""

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


COUNTED = """
| survey |
| | type | name | label | repeat_count | calculation |
| | integer | so | Có mấy công trình ạ? | |  |
| | begin_repeat | ct | Công trình | ${so} | |
| | text | ten | Công trình tên gì ạ? | |  |
| | integer | tien | Hết bao nhiêu ạ? | |  |
| | end_repeat | |  | |  |
| | calculate | tong | |  | sum(${tien}) |
| | calculate | dau | |  | indexed-repeat(${ten}, ${ct}, 1) |
"""


def test_a_counted_repeat_asks_as_many_rows_as_was_said() -> None:
    talk = Conversation(form_of(COUNTED))
    talk.says("2", "Đèn đường", "10", "Cầu", "20")
    assert talk.asks() is None
    assert talk.sent() == {
        "so": "2",
        "ct": [{"ten": "Đèn đường", "tien": "10"}, {"ten": "Cầu", "tien": "20"}],
        "tong": "30",
        "dau": "Đèn đường",
    }


def test_rows_beyond_the_count_are_kept_until_sending_but_neither_read_nor_sent() -> None:
    """Collect keeps them and still reads them; web-forms forgets them. Ours: kept, hidden, back with the count."""
    talk = Conversation(form_of(COUNTED))
    talk.says("2", "Đèn đường", "10", "Cầu", "20")
    talk.goes_to("so")
    talk.says("1")
    assert talk.asks() is None
    assert talk.sent()["ct"] == [{"ten": "Đèn đường", "tien": "10"}]
    assert talk.sent()["tong"] == "10"
    talk.goes_to("so")
    talk.says("2")
    assert talk.asks() is None
    assert talk.sent()["tong"] == "30"


def test_more_rows_are_asked_when_the_count_grows() -> None:
    talk = Conversation(form_of(COUNTED))
    talk.says("1", "Đèn đường", "10")
    talk.goes_to("so")
    talk.says("3")
    assert talk.prompt().key == "/data/ct[2]/ten"


def test_a_count_beyond_all_reason_is_refused() -> None:
    talk = Conversation(form_of(COUNTED))
    assert "200" in refused(talk.says("100000"))
    assert talk.sent() == {"tong": "0"}


def test_no_rows_where_the_count_is_nothing_or_missing() -> None:
    talk = Conversation(form_of(COUNTED))
    talk.says("0")
    assert talk.asks() is None
    talk.goes_to("so")
    talk.skips()
    assert talk.asks() is None
    assert talk.sent() == {"tong": "0"}


NESTED = """
| survey |
| | type | name | label | repeat_count | calculation | relevant | default | trigger |
| | begin_repeat | ho | Hộ | |  | |  | |
| | text | chu | Chủ hộ tên gì ạ? | |  | |  | |
| | integer | so | Hộ có mấy con ạ? | |  | |  | |
| | begin_repeat | con | Con | ${so} | |  | |  |
| | text | ten | Con của ${chu} tên gì ạ? | |  | |  | |
| | text | goi | Ở nhà gọi là gì ạ? | |  | | concat('bé ', position(..)) | |
| | text | lai | Gọi lại là gì ạ? | | concat(${ten}, '!') | |  | ${ten} |
| | end_repeat | |  | |  | |  | |
| | calculate | may | |  | count(${con}) | |  | |
| | end_repeat | |  | |  | |  | |
| | calculate | tong | |  | count(/data/ho/con) | |  | |
"""


def test_a_repeat_inside_a_repeat_counts_for_itself() -> None:
    talk = Conversation(form_of(NESTED))
    talk.says("An", "1", "Tí")
    assert talk.prompt().answer_shown == "bé 1", "a dynamic default is worked out for each new row"
    talk.keeps()
    assert talk.prompt().answer_shown == "Tí!", "a trigger writes into the row of its question"
    talk.keeps()
    assert talk.asks() == "ho"
    talk.says("thêm", "Bình", "2", "Sửu", "bé út")
    talk.keeps()
    assert talk.prompt().label == "Con của Bình tên gì ạ?"
    assert talk.prompt().section == "Con 2"
    talk.says("Dần")
    talk.keeps()
    talk.keeps()
    talk.says("hết rồi")
    assert talk.asks() is None
    assert talk.sent() == {
        "ho": [
            {"chu": "An", "so": "1", "con": [{"ten": "Tí", "goi": "bé 1", "lai": "Tí!"}], "may": "1"},
            {
                "chu": "Bình",
                "so": "2",
                "con": [
                    {"ten": "Sửu", "goi": "bé út", "lai": "Sửu!"},
                    {"ten": "Dần", "goi": "bé 2", "lai": "Dần!"},
                ],
                "may": "2",
            },
        ],
        "tong": "3",
    }


def test_taking_out_a_row_takes_its_inner_rows_along() -> None:
    talk = Conversation(form_of(NESTED))
    talk.says("An", "1", "Tí")
    talk.keeps()
    talk.keeps()
    talk.says("thêm", "Bình", "1", "Sửu")
    talk.keeps()
    talk.keeps()
    talk.says("hết")
    talk.goes_to("/data/ho[+]")
    talk.presses("drop1")
    talk.presses("done")
    assert talk.sent()["ho"] == [
        {"chu": "Bình", "so": "1", "con": [{"ten": "Sửu", "goi": "bé 1", "lai": "Sửu!"}], "may": "1"}
    ]


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


TWO_OPEN = """
| survey |
| | type | name | label | default |
| | begin_repeat | ho | Hộ | |
| | text | chu | Chủ hộ? | |
| | begin_repeat | con | Con | |
| | text | ten | Tên con? | Tí |
| | end_repeat | | | |
| | end_repeat | | | |
"""


def test_the_inner_list_of_a_row_that_is_added_begins_empty() -> None:
    """Both of ODK's engines: the first household comes with a first child, a household that is added with none."""
    talk = Conversation(form_of(TWO_OPEN))
    talk.says("An")
    assert talk.prompt().answer_shown == "Tí"
    talk.keeps()
    talk.says("đủ rồi", "thêm nữa", "Bình")
    assert talk.prompt().label == "Con: chưa ghi gì. Có cần ghi không ạ?"
    talk.says("không có", "đủ rồi")
    assert talk.sent() == {"ho": [{"chu": "An", "con": [{"ten": "Tí"}]}, {"chu": "Bình"}]}


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


WHILE_YES = """
| survey |
| | type | name | label | repeat_count | calculation |
| | begin_repeat | ho | Hộ | ${mot_ho_nua} | |
| | text | chu | Chủ hộ? | | |
| | select_one co_khong | nua | Còn hộ nào nữa không? | | |
| | end_repeat | | | | |
| | calculate | da_co | | | count(${ho}) |
| | calculate | mot_ho_nua | | | if(indexed-repeat(${nua}, ${ho}, ${da_co}) = 'co', ${da_co} + 1, ${da_co}) |
| choices |
| | list_name | name | label |
| | co_khong | co | Có |
| | co_khong | khong | Không |
"""


def test_a_count_may_look_at_the_last_row() -> None:
    """ODK's documented way to ask for one more: the count looks at the rows that it counts, which is no cycle."""
    talk = Conversation(form_of(WHILE_YES))
    talk.says("An", "có")
    assert talk.prompt().section == "Hộ 2"
    talk.says("Bình", "không")
    assert talk.asks() is None
    assert [row["chu"] for row in talk.sent()["ho"]] == ["An", "Bình"]
    talk.goes_to("/data/ho[2]/nua")
    talk.says("có", "Cúc", "không")
    assert talk.asks() is None
    assert [row["chu"] for row in talk.sent()["ho"]] == ["An", "Bình", "Cúc"]
