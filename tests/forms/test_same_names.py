"""One name in several groups, as other tools allow: each answer is kept, shown, exported and carried over apart."""

from __future__ import annotations

from bot.domain.submissions import Empty
from forms.interchange import Sent, read_instance, sent_xml
from forms.labels import column_labels
from forms.moving import move
from forms.prompt import Completed
from tests.support.forms import Conversation, around, form_of

FAMILY = """
| survey |
| | type         | name  | label             | bind::khom:empty | bind::khom:time |
| | begin_group  | chong | Chồng             |                  |                 |
| | text         | ten   | Tên?              | unknown          | stock           |
| | integer      | luong | Lương?            |                  |                 |
| | end_group    |       |                   |                  |                 |
| | begin_group  | vo    | Vợ                |                  |                 |
| | text         | ten   | Tên?              | unknown          | stock           |
| | begin_repeat | con   | Con               |                  |                 |
| | text         | ten   | Tên con?          | unknown          |                 |
| | end_repeat   |       |                   |                  |                 |
| | end_group    |       |                   |                  |                 |
| | begin_repeat | vat   | Vật nuôi          |                  |                 |
| | text         | ten   | Con gì?           |                  |                 |
| | end_repeat   |       |                   |                  |                 |
"""
FORM = form_of(FAMILY)


def answered() -> Conversation:
    """A couple, a child whose name is not known yet, and a buffalo."""
    talk = Conversation(FORM)
    talk.says("An", "9", "Bình", "chưa rõ", "đủ rồi", "trâu")
    return talk


def sent() -> Completed:
    talk = answered()
    talk.says("đủ rồi")
    return talk.filling.complete()


def test_every_answer_is_kept_under_a_name_of_its_own() -> None:
    assert sent().values == {
        "chong/ten": "An",
        "luong": "9",
        "vo/ten": "Bình",
        "con": [{}],
        "vat": [{"vat/ten": "trâu"}],
    }
    assert sent().empties == {"con[1]/vo/con/ten": Empty.UNKNOWN}


def test_two_columns_of_one_label_say_whose_they_are() -> None:
    outside = [question for question in FORM.asked if not FORM.repeat_around(question.path)]
    assert list(column_labels(FORM, outside).values()) == ["Chồng · Tên?", "Lương?", "Vợ · Tên?"]


def test_other_tools_find_each_in_its_group_and_it_is_read_back_as_it_was() -> None:
    completed = sent()
    xml = sent_xml(FORM, Sent(values=completed.values, empties=completed.empties, instance_id="uuid:1"))
    assert "<chong><ten>An</ten><luong>9</luong></chong>" in xml
    assert "<vat><ten>trâu</ten></vat>" in xml
    received = read_instance(FORM, xml)
    assert (received.values, received.empties) == (completed.values, completed.empties)


def test_the_last_period_of_each_is_offered_in_its_place() -> None:
    talk = Conversation(FORM, around(last_saved=sent().values))
    assert talk.prompt().previous == "An"
    talk.says("như cũ", "9")
    assert talk.prompt().previous == "Bình"


def test_a_draft_goes_on_when_a_second_group_takes_a_name() -> None:
    alone_named = FAMILY.replace(
        "| ten   | Tên?              | unknown          | stock           |\n| | begin_rep",
        "| khac | Tên vợ? | unknown | stock |\n| | begin_rep",
    )
    alone = Conversation(form_of(alone_named))
    alone.says("An", "9", "Bình")
    moved = move(alone.form, alone.state, FORM, around())
    assert moved.state["values"]["/data/chong/ten"] == "An"
    assert moved.gone == ("Tên vợ?",)
