"""Filling in a form: where the person is, and what becomes of each answer."""

from __future__ import annotations

import json

import pytest

from bot.domain.errors import Invalid, Missing
from bot.domain.submissions import Empty
from bot.messages import Attachment, AttachmentKind
from forms.filling import Filling
from forms.prompt import Accepted, Accepts, Rejected
from tests.support.forms import Conversation, around, doubted, form_of, refused, understood

COUNTS = """
| survey |
| | type        | name  | label         | hint       | required | relevant | constraint       | constraint_message                                   | bind::khom:unit | bind::khom:time | bind::khom:empty | bind::khom:warn | bind::khom:warnMsg                    |
| | begin_group | so    | Số hộ         |            |          |          |                  |                                                      |                 |                 |                  |                 |                                       |
| | integer     | ho    | Bao nhiêu hộ? | Ví dụ: 412 | yes      |          | . >= 1           | Em đọc là ${ho} hộ (từ 1).                           | hộ              | stock           |                  | . > 5000        | Em đọc là ${ho} hộ, nhiều quá.        |
| | integer     | dat   | Hộ đạt?       |            | yes      |          | . <= ${ho}       | Em đọc là ${dat}, khóm có ${ho} hộ (từ 0 đến ${ho}). | hộ              | year            | nothing unknown  |                 |                                       |
| | end_group   |       |               |            |          |          |                  |                                                      |                 |                 |                  |                 |                                       |
| | integer     | khen  | Khen mấy?     |            | yes      | ${dat} > 0 |                |                                                      |                 | flow            |                  |                 |                                       |
| | text        | y     | Ý kiến?       |            |          |          |                  |                                                      |                 |                 |                  |                 |                                       |
"""  # noqa: E501 - a table


def counting(**last_saved: str) -> Conversation:
    return Conversation(form_of(COUNTS), around(last_saved=last_saved))


def test_a_prompt_says_what_is_asked_and_where_we_are() -> None:
    prompt = counting().filling.prompt()
    assert prompt is not None
    assert (prompt.name, prompt.label, prompt.hint, prompt.section) == ("ho", "Bao nhiêu hộ?", "Ví dụ: 412", "Số hộ")
    assert (prompt.number, prompt.total, prompt.accepts, prompt.unit) == (1, 3, Accepts.NUMBER, "hộ")
    assert (prompt.required, prompt.skippable, prompt.empties) == (True, False, ())
    assert (prompt.previous, prompt.answer_shown, prompt.private) == (None, None, False)


def test_an_accepted_answer_is_echoed_and_the_next_question_follows() -> None:
    talk = counting()
    assert understood(talk.says("1.034")) == "1.034 hộ"
    assert talk.asks() == "dat"


def test_a_refusal_says_what_was_read_and_what_is_allowed_and_asks_again() -> None:
    talk = counting()
    talk.says("1034")
    assert refused(talk.says("1100")) == "Em đọc là 1.100, khóm có 1.034 hộ (từ 0 đến 1.034)."
    assert talk.asks() == "dat"


def test_a_soft_check_asks_keeps_the_reason_and_does_not_ask_again_for_the_same_value() -> None:
    talk = counting()
    assert doubted(talk.says("6000")) == "Em đọc là 6.000 hộ, nhiều quá."
    assert talk.asks() == "ho"
    assert understood(talk.confirms("khóm vừa nhập lại")) == "6.000 hộ"
    talk.says("10", "1")
    talk.skips()
    assert talk.filling.complete().reasons == {"ho": "khóm vừa nhập lại"}
    talk.goes_to("ho")
    assert isinstance(talk.keeps(), Accepted)
    talk.goes_to("ho")
    doubted(talk.says("7000"))


def test_a_reason_goes_when_its_value_is_no_longer_unusual() -> None:
    talk = counting()
    talk.says("6000")
    talk.confirms("nhập lại")
    talk.says("10", "1")
    talk.goes_to("ho")
    talk.says("600")
    assert talk.filling.complete().reasons == {}


def test_a_new_answer_instead_of_a_confirmation_is_the_answer() -> None:
    talk = counting()
    talk.says("6000")
    assert understood(talk.says("600")) == "600 hộ"
    with pytest.raises(Invalid, match="nothing_to_confirm"):
        talk.filling.confirm()


def test_retracting_asks_the_question_again_and_keeps_nothing() -> None:
    talk = counting()
    talk.says("6000")
    filling = talk.filling
    filling.retract()
    talk.state = filling.state
    assert talk.asks() == "ho"
    assert "pending" not in talk.state
    assert talk.filling.review()[0].shown == ""


def test_a_doubtful_reading_is_confirmed_without_a_reason() -> None:
    form = form_of("""
| survey |
| | type    | name | label      | constraint | bind::khom:unit |
| | integer | tien | Bao nhiêu? | . < 1000   | đồng            |
""")
    talk = Conversation(form)
    outcome = talk.says("500")
    doubted(outcome)
    assert talk.filling.state["pending"] == ["/data/tien", "500", False]
    assert understood(talk.confirms()) == "500 đồng"


def test_the_three_empty_states_are_told_apart() -> None:
    talk = counting()
    talk.says("10")
    refused(Filling(talk.form, talk.state, talk.surroundings).skip())
    talk.says("chưa rõ")
    assert talk.asks() == "y", "an unknown number is no number above 0"
    assert talk.filling.complete().empties == {"dat": Empty.UNKNOWN}
    talk.goes_to("dat")
    talk.says("không phát sinh")
    assert talk.filling.complete().empties == {"dat": Empty.NOTHING}
    assert "dat" not in talk.sent()
    talk.goes_to("dat")
    talk.says("0")
    assert talk.filling.complete().empties == {}
    assert talk.sent()["dat"] == "0"


def test_an_empty_state_that_the_form_does_not_take_is_refused() -> None:
    refused(counting().says("chưa rõ"))


def test_nothing_reads_as_zero_and_unknown_as_blank() -> None:
    form = form_of("""
| survey |
| | type      | name | label | calculation      | bind::khom:empty |
| | integer   | a    | A?    |                  | nothing unknown  |
| | calculate | b    |       | ${a} + 1         |                  |
""")
    talk = Conversation(form)
    talk.says("không phát sinh")
    assert talk.sent() == {"b": "1"}
    talk.goes_to("a")
    talk.says("chưa rõ")
    assert talk.sent() == {}


def test_the_last_periods_value_is_offered_for_stock_and_year_but_not_for_flow() -> None:
    talk = counting(ho="412", dat="400", khen="3")
    prompt = talk.filling.prompt()
    assert prompt is not None
    assert prompt.previous == "412 hộ"
    assert understood(talk.says("như cũ")) == "412 hộ"
    assert understood(talk.keeps()) == "400 hộ"
    prompt = talk.filling.prompt()
    assert prompt is not None
    assert (prompt.name, prompt.previous) == ("khen", None)
    refused(talk.says("như cũ"))


def test_a_kept_value_is_checked_like_any_other() -> None:
    talk = counting(ho="412", dat="400")
    talk.says("380")
    refused(talk.keeps())
    assert talk.asks() == "dat"


def test_back_walks_to_the_first_question_and_says_when_there_is_none() -> None:
    talk = counting()
    assert not talk.goes_back()
    talk.says("412", "400")
    assert talk.goes_back()
    assert talk.asks() == "dat"
    assert talk.goes_back()
    assert talk.asks() == "ho"
    prompt = talk.filling.prompt()
    assert prompt is not None
    assert prompt.answer_shown == "412 hộ"
    talk.says("500")
    assert talk.asks() == "khen", "what was answered stays answered"


def test_a_correction_leads_back_to_the_review_or_to_what_it_made_necessary() -> None:
    talk = counting()
    talk.says("412", "0", "không có gì thêm")
    assert talk.asks() is None
    talk.goes_to("dat")
    talk.says("5")
    assert talk.asks() == "khen"
    talk.says("1")
    assert talk.asks() is None


def test_going_to_a_hidden_or_unknown_question_is_an_error() -> None:
    talk = counting()
    for name in ("khen", "gi_do"):
        with pytest.raises(Missing, match="question"):
            talk.filling.go_to(name)


def test_a_later_change_that_breaks_a_rule_is_found_before_sending() -> None:
    talk = counting()
    talk.says("412", "400", "3", "tốt")
    talk.goes_to("ho")
    talk.says("300")
    filling = talk.filling
    assert filling.first_problem() == "/data/so/dat"
    line = next(line for line in filling.review() if line.name == "dat")
    assert line.problem == "Em đọc là 400, khóm có 300 hộ (từ 0 đến 300)."
    with pytest.raises(Invalid, match="incomplete"):
        filling.complete()


def test_the_review_may_be_opened_early_and_shows_what_is_missing() -> None:
    talk = counting()
    filling = talk.filling
    filling.jump_to_review()
    assert filling.prompt() is None
    assert [(line.name, line.number, bool(line.problem)) for line in filling.review()] == [
        ("ho", 1, True),
        ("dat", 2, True),
        ("y", 3, False),
    ]


def test_the_state_is_plain_json_and_enough_to_go_on() -> None:
    talk = counting()
    talk.says("6000")
    talk.state = json.loads(json.dumps(talk.state))
    talk.confirms("nhập lại")
    talk.says("chưa rõ")
    talk.state = json.loads(json.dumps(talk.state))
    talk.says("tốt")
    assert talk.sent() == {"ho": "6000", "y": "tốt"}


def test_a_given_value_is_read_but_never_asked_and_never_taken_from_people() -> None:
    form = form_of("""
| survey |
| | type      | name    | label | calculation         | default | bind::khom:given |
| | hidden    | ky_loai |       |                     | quarter | yes              |
| | calculate | c       |       | ${ky_loai} = 'year' |         |                  |
| | text      | a       | A?    |                     |         |                  |
""")
    assert Conversation(form, around(given={"ky_loai": "year", "a": "chen"})).sent() == {"ky_loai": "year", "c": "1"}
    assert Conversation(form).sent() == {"ky_loai": "quarter", "c": "0"}


def photo(digest: str) -> Attachment:
    return Attachment(kind=AttachmentKind.PHOTO, digest=digest * 64)


def test_photos_are_collected_one_by_one_and_what_finds_no_room_stays_off_the_next_question() -> None:
    form = form_of("""
| survey |
| | type  | name | label | bind::khom:max | parameters      |
| | image | anh  | Ảnh?  | 3              | max-pixels=1600 |
| | text  | a    | A?    |                |                 |
""")
    talk = Conversation(form)
    for number, digest in enumerate("abc", 1):
        filling = talk.filling
        filling.answer("", None, [photo(digest)])
        talk.state = filling.state
        prompt = filling.prompt()
        assert prompt is not None
        assert (prompt.name, prompt.files) == ("anh", number)
    assert isinstance(talk.filling.answer("", None, [photo("d")]), Rejected)
    talk.keeps()
    assert talk.asks() == "a"
    assert talk.filling.complete().attachments == ("a" * 64, "b" * 64, "c" * 64)


def test_collecting_ends_when_the_person_says_so() -> None:
    form = form_of("""
| survey |
| | type  | name | label | bind::khom:max | parameters      |
| | image | anh  | Ảnh?  | 3              | max-pixels=1600 |
""")
    talk = Conversation(form)
    filling = talk.filling
    filling.answer("", None, [photo("a")])
    talk.state = filling.state
    assert talk.asks() == "anh"
    talk.keeps()
    assert talk.asks() is None


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


def test_guidance_is_there_for_those_who_need_more_words() -> None:
    form = form_of("""
| survey |
| | type | name | label::Việt (vi) | label::English (en) | hint::Việt (vi) | guidance_hint::Việt (vi) |
| | text | a | Tên gì? | What name? | Họ và tên | Ghi như trong giấy khai sinh. |
""")
    prompt = Conversation(form).prompt()
    assert (prompt.label, prompt.hint, prompt.guidance) == ("Tên gì?", "Họ và tên", "Ghi như trong giấy khai sinh.")


def test_a_form_in_several_languages_begins_in_vietnamese() -> None:
    form = form_of("""
| settings |
| | default_language |
| | English (en) |
| survey |
| | type | name | label::English (en) | label::Vietnamese (vi) |
| | text | a | What name? | Tên gì? |
""")
    assert Conversation(form).prompt().label == "Tên gì?"


def test_the_end_of_a_filling_is_stamped_when_it_is_sent() -> None:
    form = form_of("""
| survey |
| | type | name | label |
| | start | luc_dau | |
| | end | luc_cuoi | |
| | text | a | Tên gì? |
""")
    talk = Conversation(form)
    talk.says("Lan")
    assert talk.sent()["luc_cuoi"] == talk.sent()["luc_dau"] == "2020-12-18T09:00:00.000+07:00"
