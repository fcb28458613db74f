"""How questions of the different types follow each other in a filling."""

from __future__ import annotations

import pytest

from bot.messages import Attachment, AttachmentKind
from forms.findings import FormError
from forms.prompt import Accepted, Accepts, Prompt
from forms.xform import parse_xform
from forms.xlsform import to_xform
from tests.support.forms import Conversation, form_of, refused, understood


def prompt(talk: Conversation) -> Prompt:
    shown = talk.filling.prompt()
    assert shown is not None
    return shown


NOTES = """
| survey |
| | type        | name | label         | appearance | relevant   |
| | note        | dau  | Chào bà con.  |            |            |
| | begin_group | g    | Phần một      | field-list |            |
| | note        | n1   | Xin đọc kỹ.   |            |            |
| | note        | n2   | Tính cả năm.  |            |            |
| | integer     | a    | Mấy hộ?       |            |            |
| | integer     | b    | Mấy người?    |            |            |
| | note        | n3   | Cảm ơn.       |            | ${a} > 5   |
| | end_group   |      |               |            |            |
"""


def test_notes_of_a_field_list_are_said_with_the_question_behind_them() -> None:
    talk = Conversation(form_of(NOTES))
    assert talk.asks() == "dau", "outside a field-list a note is a message of its own"
    assert prompt(talk).lead == ""
    talk.says("tiếp")
    assert talk.asks() == "a"
    assert prompt(talk).lead == "Xin đọc kỹ.\n\nTính cả năm."
    assert (prompt(talk).number, prompt(talk).total) == (1, 2)
    talk.says("6")
    assert (talk.asks(), prompt(talk).lead) == ("b", "")
    talk.says("9")
    assert talk.asks() == "n3", "no question follows it there"
    talk.says("tiếp")
    assert talk.asks() is None


def test_back_does_not_stop_at_a_note_that_is_said_with_its_question() -> None:
    talk = Conversation(form_of(NOTES))
    talk.says("tiếp")
    assert talk.goes_back()
    assert talk.asks() == "dau"


def test_notes_of_two_rows_stay_with_their_own_questions() -> None:
    talk = Conversation(
        form_of("""
| survey |
| | type         | name | label        | appearance | repeat_count |
| | begin_repeat | r    | Người        | field-list | 2            |
| | text         | ten  | Tên?         |            |              |
| | note         | n    | Cảm ơn.      |            |              |
| | end_repeat   |      |              |            |              |
""")
    )
    asked = []
    while (name := talk.asks()) is not None:
        asked.append(name)
        assert prompt(talk).lead == ""
        talk.says("Lan")
    assert asked == ["ten", "n", "ten", "n"], "a note at the end of a row does not lead into the next"


OTHER = """
| survey |
| | type                        | name | label        |
| | select_one viec or_other    | a    | Việc gì?     |
| | select_multiple viec or_other | b  | Việc nào?    |
| choices |
| | list_name | name | label    |
| | viec      | lua  | Làm lúa  |
| | viec      | ca   | Nuôi cá  |
"""


def test_or_other_offers_other_in_vietnamese_and_asks_which() -> None:
    talk = Conversation(form_of(OTHER))
    assert [choice.label for choice in prompt(talk).choices] == ["Làm lúa", "Nuôi cá", "Khác"]
    talk.says("lúa")
    talk.confirms()
    assert talk.asks() == "b", "nothing to specify"
    talk.says("1, 3")
    assert (talk.asks(), prompt(talk).label) == ("b_other", "Xin ghi rõ là gì ạ?")
    talk.says("chằm nón")
    assert talk.sent() == {"a": "lua", "b": "lua other", "b_other": "chằm nón"}


def test_or_other_of_a_translated_list_is_vietnamese_in_vietnamese_only() -> None:
    xform = to_xform(
        """
| survey |
| | type                     | name | label::Vietnamese (vi) | label::English (en) |
| | select_one viec or_other | a    | Việc gì?               | Which work?         |
| choices |
| | list_name | name | label::Vietnamese (vi) | label::English (en) |
| | viec      | lua  | Làm lúa                | Rice                |
""",
        file_type=".md",
        family="thu",
    ).xform
    form = parse_xform(xform)
    source = form.by_name["a"].choices
    assert source is not None
    other = next(choice.label for choice in source.listed if choice.value == "other")
    assert other.wording("Vietnamese (vi)") == ("Khác",)
    assert other.wording("English (en)") == ("Other",)


RANK = """
| survey |
| | type      | name | label      | required |
| | rank viec | r    | Việc nào?  | yes      |
| | text      | het  | Hết?       |          |
| choices |
| | list_name | name  | label      |
| | viec      | duong | Làm đường  |
| | viec      | dien  | Kéo điện   |
| | viec      | nuoc  | Nước sạch  |
"""


def test_a_ranking_is_gathered_press_by_press_and_goes_on_by_itself() -> None:
    talk = Conversation(form_of(RANK))
    talk.presses("nuoc")
    assert talk.asks() == "r"
    assert (prompt(talk).chosen, prompt(talk).ranked) == (("nuoc",), True)
    assert understood(talk.presses("duong")) == "1. Nước sạch, 2. Làm đường, 3. Kéo điện"
    assert talk.asks() == "het"
    talk.says("xong")
    assert talk.sent()["r"] == "nuoc duong dien"


def test_half_a_ranking_is_neither_kept_nor_sent() -> None:
    talk = Conversation(form_of(RANK))
    talk.presses("nuoc")
    assert "Còn 2 dòng chưa xếp" in refused(talk.keeps())
    talk.goes_to("het")
    talk.says("xong")
    assert talk.filling.first_problem() == "/data/r"


RANGES = """
| survey |
| | type  | name | label    | parameters             | bind::khom:unit |
| | range | a    | Mấy sao? | start=1 end=5 step=1   | sao             |
| | range | b    | Mấy %?   | start=0 end=100 step=5 |                 |
| | range | c    | Tỷ lệ?   | start=0 end=1 step=0.5 |                 |
"""


def test_few_steps_of_a_range_are_offered_and_many_are_typed() -> None:
    talk = Conversation(form_of(RANGES))
    assert [choice.label for choice in prompt(talk).choices] == ["1", "2", "3", "4", "5"]
    assert understood(talk.presses("4")) == "4 sao"
    assert prompt(talk).choices == ()
    assert "gần nhất là 10" in refused(talk.says("12"))
    talk.says("15")
    assert [choice.label for choice in prompt(talk).choices] == ["0", "0,5", "1"]
    talk.says("0,5")
    assert talk.sent() == {"a": "4", "b": "15", "c": "0.5"}


def test_a_question_that_can_only_be_read_is_shown_with_its_value() -> None:
    talk = Conversation(
        form_of("""
| survey |
| | type          | name | label       | readonly | default | calculation | bind::khom:unit |
| | text          | a    | Khóm        | yes      | Khóm 1  |             |                 |
| | integer       | b    | Tổng số     | yes      |         | 1000 + 200  | hộ              |
| | select_one co | c    | Có nhà VH   | yes      | co      |             |                 |
| | text          | d    | Ghi chú?    |          |         |             |                 |
| choices |
| | list_name | name | label |
| | co        | co   | Có    |
""")
    )
    read = []
    while prompt(talk).is_read_only:
        assert prompt(talk).choices == ()
        read.append(prompt(talk).label)
        talk.says("tiếp")
    assert read == ["Khóm\nKhóm 1", "Tổng số\n1.200 hộ", "Có nhà VH\nCó"]
    assert talk.asks() == "d"


def test_an_acknowledgement_is_kept_when_it_is_pressed() -> None:
    talk = Conversation(
        form_of("""
| survey |
| | type        | name | label             | required |
| | acknowledge | a    | Các số trên đúng. | yes      |
""")
    )
    talk.presses("on")
    assert talk.sent() == {"a": "OK"}


def test_a_photographed_code_is_sent_with_its_photo() -> None:
    talk = Conversation(
        form_of("""
| survey |
| | type    | name | label  |
| | barcode | a    | Mã gì? |
""")
    )
    filling = talk.filling
    outcome = filling.answer("", None, [Attachment(kind=AttachmentKind.PHOTO, digest="d1")])
    assert isinstance(outcome, Accepted)
    completed = filling.complete()
    assert (completed.values, list(completed.attachments)) == ({"a": "photo:d1"}, ["d1"])


def test_each_type_says_what_it_takes() -> None:
    talk = Conversation(
        form_of("""
| survey |
| | type     | name | label |
| | time     | a    | A?    |
| | dateTime | b    | B?    |
| | geopoint | c    | C?    |
| | barcode  | d    | D?    |
| | audio    | e    | E?    |
""")
    )
    taken = []
    while talk.asks() is not None:
        taken.append(prompt(talk).accepts)
        talk.skips()
    assert taken == [Accepts.TIME, Accepts.MOMENT, Accepts.PLACE, Accepts.CODE, Accepts.FILE]


def test_a_recording_that_runs_unseen_is_refused_and_not_skipped_in_silence() -> None:
    with pytest.raises(FormError) as refusal:
        form_of("""
| survey |
| | type             | name | label |
| | background-audio | nghe |       |
| | text             | a    | A?    |
""")
    assert "background-audio" in str(refusal.value)
