"""The question about an unusual figure: its words, when it is put, and when it is not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from bot.domain.submissions import Confirmed
from forms.prompt import Accepted, Completed, Doubt
from forms.xlsform import check_form
from tests.support.forms import Conversation, around, doubted, form_of, understood

REPORT = """
| survey |
| | type         | name       | label          | bind::khom:unit | bind::khom:time | bind::khom:empty | bind::khom:privacy | bind::khom:usual | bind::khom:warn | bind::khom:warnMsg   | bind::khom:given |
| | hidden       | ky_loai    |                |                 |                 |                  |                    |                  |                 |                      | yes              |
| | integer      | tong_so_ho | Bao nhiêu hộ?  | hộ              | stock           |                  |                    |                  | . > 9000        | Em ghi ${tong_so_ho} | |
| | integer      | ngheo      | Hộ nghèo?      | hộ              | stock           | nothing          |                    |                  |                 |                      |                  |
| | integer      | buoi       | Mấy buổi?      | buổi            | flow            |                  |                    |                  |                 |                      |                  |
| | integer      | tien       | Bao nhiêu?     | đồng            | flow            |                  |                    |                  |                 |                      |                  |
| | integer      | diem       | Mấy điểm?      |                 |                 |                  |                    |                  |                 |                      |                  |
| | integer      | tu_do      | Bao nhiêu cây? | cây             | stock           |                  |                    | off              |                 |                      |                  |
| | integer      | gio        | Mấy giờ?       | giờ             |                 |                  |                    | 1.5              |                 |                      |                  |
| | integer      | kin        | Bao nhiêu?     |                 | stock           |                  | sensitive          |                  |                 |                      |                  |
| | decimal      | thu_nhap   | Bao nhiêu?     | triệu           | year            |                  |                    |                  |                 |                      |                  |
| | begin_repeat | to         | Tổ             |                 |                 |                  |                    |                  |                 |                      |                  |
| | integer      | ho_trong_to | Bao nhiêu?    |                 | stock           |                  |                    |                  |                 |                      |                  |
| | end_repeat   |            |                |                 |                 |                  |                    |                  |                 |                      |                  |
"""  # noqa: E501 - a table

BEFORE = {
    "ky_loai": "quarter",
    "tong_so_ho": "412",
    "ngheo": "12",
    "buoi": "3",
    "tien": "2000000",
    "diem": "5",
    "tu_do": "10",
    "gio": "40",
    "kin": "40",
    "thu_nhap": "45.5",
    "to": [{"ho_trong_to": "30"}],
    "ho_trong_to": "30",
}


def talk(at: str = "tong_so_ho", *earlier: Mapping[str, Any], last: Mapping[str, Any] = BEFORE) -> Conversation:
    """A quarter's report that has come to a question; the quarter before, and others before that."""
    world = replace(around(given={"ky_loai": "quarter"}, last_saved=dict(last)), earlier=earlier, size=last)
    conversation = Conversation(form_of(REPORT), world)
    if conversation.asks() != at:
        conversation.goes_to(at)
    return conversation


@pytest.mark.parametrize(
    ("at", "said", "sentence"),
    [
        ("tong_so_ho", "4120", "Kỳ trước 412 hộ, lần này 4.120 hộ: tăng gấp 10 lần. Đúng vậy không ạ?"),
        ("tong_so_ho", "42", "Kỳ trước 412 hộ, lần này 42 hộ: giảm 9,8 lần. Đúng vậy không ạ?"),
        ("tong_so_ho", "500", "Kỳ trước 412 hộ, lần này 500 hộ: tăng 21 %. Đúng vậy không ạ?"),
        ("tong_so_ho", "300", "Kỳ trước 412 hộ, lần này 300 hộ: giảm 27 %. Đúng vậy không ạ?"),
        ("tong_so_ho", "421", "Kỳ trước 412 hộ, lần này 421 hộ: hai chữ số đổi chỗ cho nhau. Đúng vậy không ạ?"),
        ("tong_so_ho", "824", "Kỳ trước 412 hộ, lần này 824 hộ: tăng gấp 2 lần. Đúng vậy không ạ?"),
        ("tong_so_ho", "206", "Kỳ trước 412 hộ, lần này 206 hộ: giảm 2 lần. Đúng vậy không ạ?"),
        ("ngheo", "0", "Kỳ trước 12 hộ, lần này 0 hộ. Đúng vậy không ạ?"),
        ("buoi", "30", "Kỳ trước 3 buổi, lần này 30 buổi: tăng gấp 10 lần. Đúng vậy không ạ?"),
        ("tien", "20 triệu", "Kỳ trước 2.000.000 đồng, lần này 20.000.000 đồng: tăng gấp 10 lần. Đúng vậy không ạ?"),
        ("thu_nhap", "455", "Kỳ trước 45,5 triệu, lần này 455 triệu: tăng gấp 10 lần. Đúng vậy không ạ?"),
        ("gio", "100", "Kỳ trước 40 giờ, lần này 100 giờ: tăng gấp 2,5 lần. Đúng vậy không ạ?"),
    ],
)
def test_the_question_says_both_figures_and_how_far_apart_they_are(at: str, said: str, sentence: str) -> None:
    conversation = talk(at)
    outcome = conversation.says(said)
    assert doubted(outcome) == sentence
    assert isinstance(outcome, Doubt)
    assert outcome.wants_reason
    assert isinstance(conversation.confirms("mới sáp nhập"), Accepted)


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("tong_so_ho", "430"),
        ("ngheo", "14"),
        ("ngheo", "không phát sinh"),
        ("buoi", "0"),
        ("buoi", "6"),
        ("tien", "3 triệu"),
        ("diem", "5000"),
        ("tu_do", "100000"),
        ("kin", "4000"),
    ],
)
def test_the_others_are_simply_kept(at: str, said: str) -> None:
    assert isinstance(talk(at).says(said), Accepted)


def test_an_odd_figure_that_stood_last_time_is_kept_with_a_tap_and_not_asked_about() -> None:
    last = {**BEFORE, "ngheo": "120"}
    for conversation in (talk("ngheo", BEFORE, BEFORE, last=last), talk("ngheo", last=last)):
        assert understood(conversation.keeps()) == "120 hộ"


def test_a_confirmed_figure_is_not_asked_about_again_and_keeps_its_reason() -> None:
    conversation = talk()
    doubted(conversation.says("4120"))
    conversation.confirms("mới sáp nhập tổ 5")
    conversation.goes_to("tong_so_ho")
    assert isinstance(conversation.says("4120"), Accepted)
    conversation.goes_to("tong_so_ho")
    assert isinstance(conversation.keeps(), Accepted)
    found = "Kỳ trước 412 hộ, lần này 4.120 hộ: tăng gấp 10 lần."
    assert _completed(conversation).confirmed["tong_so_ho"] == Confirmed(found=found, reason="mới sáp nhập tổ 5")
    assert _completed(conversation).reasons == {"tong_so_ho": "mới sáp nhập tổ 5"}
    conversation.goes_to("tong_so_ho")
    doubted(conversation.says("5120"))
    conversation.says("415")
    assert _completed(conversation).confirmed == {}


def _completed(conversation: Conversation) -> Completed:
    return conversation.filling.complete()


def test_without_a_reason_it_is_still_said_that_somebody_confirmed_it() -> None:
    conversation = talk()
    conversation.says("4120")
    conversation.confirms()
    assert _completed(conversation).confirmed["tong_so_ho"].reason == ""


def test_where_the_form_asks_in_its_own_words_there_is_one_question() -> None:
    conversation = talk()
    assert doubted(conversation.says("41200")) == "Em ghi 41.200"
    assert isinstance(conversation.confirms(), Accepted)


def test_an_unclear_and_unusual_figure_is_asked_about_once() -> None:
    conversation = talk("buoi")
    text = doubted(conversation.says("30 + 3"))
    assert "33" in text.splitlines()[0]
    assert text.splitlines()[1] == "Kỳ trước 3 buổi, lần này 33 buổi: tăng gấp 11 lần. Đúng vậy không ạ?"
    assert isinstance(conversation.confirms("nhiều tổ họp"), Accepted)
    assert _completed(conversation).reasons == {"buoi": "nhiều tổ họp"}


def test_what_happened_is_measured_by_periods_as_long_as_this_one() -> None:
    year = {**BEFORE, "ky_loai": "year", "buoi": "40"}
    assert isinstance(talk("buoi", last=year).says("3"), Accepted), "a year is no measure for a quarter"
    sentence = doubted(talk("buoi", BEFORE, last=year).says("40"))
    assert sentence.startswith("Lần có số gần đây nhất là 3 buổi, lần này 40 buổi: tăng gấp 13 lần.")
    assert "Kỳ trước 412 hộ" in doubted(talk("tong_so_ho", last=year).says("4120")), "a stock is one"


def test_a_period_without_a_figure_is_passed_over() -> None:
    unknown = {name: value for name, value in BEFORE.items() if name != "tong_so_ho"}
    sentence = doubted(talk("tong_so_ho", BEFORE, last=unknown).says("4120"))
    assert sentence.startswith("Lần có số gần đây nhất là 412 hộ, lần này 4.120 hộ")


def test_a_season_and_one_wrong_figure_make_nothing_unusual() -> None:
    busy = {**BEFORE, "buoi": "20"}
    assert isinstance(talk("buoi", BEFORE, BEFORE, busy).says("18"), Accepted)
    assert isinstance(talk("tong_so_ho", BEFORE, last={**BEFORE, "tong_so_ho": "4120"}).says("415"), Accepted)


def test_more_poor_households_than_households_are_asked_about() -> None:
    poor = {**BEFORE, "ngheo": "400"}
    conversation = talk("tong_so_ho", last=poor)
    conversation.says("415")
    assert conversation.asks() == "ngheo"
    sentence = doubted(conversation.says("420"))
    assert sentence == "Em ghi 420 hộ, nhiều hơn cả khóm (415 hộ). Đúng vậy không ạ?"


def test_the_last_reports_size_counts_where_this_one_has_none_yet() -> None:
    first = {**BEFORE, "ngheo": ""}
    assert doubted(talk("ngheo", last=first).says("600")).startswith("Em ghi 600 hộ, nhiều hơn cả khóm (412 hộ).")
    assert isinstance(talk("ngheo", last=first).says("420"), Accepted), "the khóm may have grown"


def test_what_was_more_than_the_size_last_time_is_kept_without_a_question() -> None:
    last = {**BEFORE, "ngheo": "600"}
    assert understood(talk("ngheo", last=last).keeps()) == "600 hộ"
    conversation = talk("tong_so_ho", last=last)
    conversation.says("415")
    assert "nhiều hơn cả khóm (415 hộ)" in doubted(conversation.keeps()), "this report says otherwise itself"


def test_rows_of_a_list_are_compared_with_nothing() -> None:
    conversation = talk("gio")
    conversation.says("40", "40", "45.5")
    assert conversation.asks() == "ho_trong_to"
    assert isinstance(conversation.says("3000"), Accepted)


def test_of_several_figures_in_one_message_the_unusual_one_is_left_to_be_asked() -> None:
    conversation = talk()
    proposed = conversation.filling.propose("Bao nhiêu hộ: 4120\nHộ nghèo: 13")
    assert proposed is not None
    assert [one.shown for one in proposed.answered] == ["13 hộ"]
    assert [one.label for one in proposed.left] == ["Bao nhiêu hộ?"]


@pytest.mark.parametrize("value", ["on", "1", "0", "-2", "1,5x", "nan", "inf"])
def test_the_gate_refuses_what_is_no_factor(value: str) -> None:
    table = REPORT.replace("| 1.5 ", f"| {value} ")
    (finding,) = check_form(table, ".md").findings
    assert (finding.code, finding.column) == ("bad_extension", "bind::khom:usual")
    assert finding.params["allowed"] == "off, 1.5, 2, 3 …"


def test_a_misspelt_heading_is_told() -> None:
    report = check_form(REPORT.replace("khom:usual", "khom:usuals"), ".md")
    assert [finding.code for finding in report.warnings] == ["misspelt_column"]
