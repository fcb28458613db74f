"""A repeat inside another one."""

from __future__ import annotations

from tests.support.forms import Conversation, form_of

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
