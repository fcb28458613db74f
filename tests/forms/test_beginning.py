"""What is set when a filling begins: defaults, once(), the last submission, what is preloaded and given."""

from __future__ import annotations

from tests.support.forms import Conversation, around, form_of


def test_a_default_may_depend_on_an_earlier_default_and_is_set_once() -> None:
    form = form_of("""
| survey |
| | type | name | label | default             |
| | text | a    | A?    | x                   |
| | text | b    | B?    | concat(${a}, 'y')   |
| | date | c    | C?    | today()             |
""")
    talk = Conversation(form)
    assert talk.asks() == "a", "a default is shown to be confirmed, not passed over"
    talk.keeps()
    prompt = talk.filling.prompt()
    assert prompt is not None
    assert prompt.answer_shown == "xy"
    talk.goes_to("a")
    talk.says("z")
    assert talk.sent() == {"a": "z", "b": "xy", "c": "2020-12-18"}


def test_once_is_evaluated_when_the_filling_begins() -> None:
    form = form_of("""
| survey |
| | type      | name | label | calculation             |
| | text      | x    | X?    |                         |
| | calculate | o    |       | once(concat('a', ${x})) |
| | calculate | r    |       | once(random())          |
""")
    talk = Conversation(form)
    drawn = talk.sent()["r"]
    talk.says("b")
    assert talk.sent() == {"x": "b", "o": "a", "r": drawn}


def test_last_saved_is_a_default_that_can_be_kept() -> None:
    form = form_of("""
| survey |
| | type    | name | label | default            |
| | integer | ho   | Hộ?   | ${last-saved#ho}   |
""")
    talk = Conversation(form, around(last_saved={"ho": "1034"}))
    prompt = talk.filling.prompt()
    assert prompt is not None
    assert prompt.answer_shown == "1.034"
    talk.keeps()
    assert talk.asks() is None
    assert talk.sent() == {"ho": "1034"}
    assert Conversation(form).sent() == {}


def test_the_instance_gets_its_preloaded_values() -> None:
    form = form_of("""
| survey |
| | type     | name |  label |
| | username | ai   |        |
| | today    | hom  |        |
| | start    | luc  |        |
| | text     | a    | A?     |
""")
    talk = Conversation(form)
    assert talk.sent() == {"ai": "Lan", "hom": "2020-12-18", "luc": "2020-12-18T09:00:00.000+07:00"}
    assert str(talk.state["values"]["/data/meta/instanceID"]).startswith("uuid:")


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
