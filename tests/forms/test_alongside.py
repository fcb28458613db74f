"""A report that ends on the day of another: what was counted there at the same moment is offered, never taken over."""

from __future__ import annotations

from dataclasses import replace

import pytest

from forms.prompt import Accepted, Alongside, Doubt
from tests.support.forms import Conversation, around, doubted, form_of, understood

TABLE = """
| survey   |             |         |                   |           |                 |                 |
|          | type        | name    | label             | required  | bind::khom:time | bind::khom:unit |
|          | begin_group | dan_so  | Dân số            |           |                 |                 |
|          | integer     | ho      | Bao nhiêu hộ?     | yes       | stock           | hộ              |
|          | integer     | nguoi   | Bao nhiêu người?  | yes       | stock           | người           |
|          | integer     | dat     | Bao nhiêu hộ đạt? | yes       | year            | hộ              |
|          | integer     | moi     | Bao nhiêu hộ mới? | yes       | stock           | hộ              |
|          | end_group   |         |                   |           |                 |                 |
|          | integer     | buoi    | Mấy buổi?         | yes       | flow            | buổi            |
|          | integer     | khac    | Số khác?          |           |                 |                 |
| settings |             |         |                   |           |                 |                 |
|          | form_title  | form_id | namespaces                    |                 |                 |
|          | Thử         | thu     | khom="urn:khombot:forms" |
"""
QUARTER = {"ho": "412", "nguoi": "1650", "dat": "389", "buoi": "3", "khac": "7"}
LAST_YEAR = {"ho": "300", "nguoi": "1200", "dat": "250", "moi": "5", "buoi": "11"}


def year(quarter: dict[str, str], sent_with: str = TABLE, **last_year: str) -> Conversation:
    """The year's report of a unit that has sent the quarter which ends the year."""
    beside = Alongside(named="quý IV năm 2020", values=quarter, questions=form_of(sent_with).by_name)
    return Conversation(form_of(TABLE), replace(around(last_saved=last_year), alongside=(beside,)))


def test_what_was_just_counted_is_offered_with_its_report_and_nothing_is_taken_over_by_itself() -> None:
    talk = year(QUARTER)
    assert (talk.prompt().previous, talk.prompt().previous_of) == ("412 hộ", "quý IV năm 2020")
    assert "ho" not in talk.kept()
    assert understood(talk.keeps()) == "412 hộ"
    assert talk.kept()["ho"] == "412"


def test_it_is_nearer_than_the_last_period_and_a_figure_that_was_sent_there_is_not_questioned_again() -> None:
    talk = year(QUARTER, **LAST_YEAR)
    assert talk.prompt().previous == "412 hộ"
    assert isinstance(talk.says("412"), Accepted)
    assert "Kỳ trước 1.200 người, lần này 2.000 người" in doubted(talk.says("2000"))


def test_a_figure_that_differs_is_told_beside_the_one_that_was_sent() -> None:
    told = year(QUARTER).says("415")
    assert isinstance(told, Accepted)
    assert told.change is not None
    assert (told.change.previous, told.change.of) == ("412", "quý IV năm 2020")


def test_what_happened_in_a_quarter_is_not_what_happened_in_the_year() -> None:
    talk = year(QUARTER)
    talk.says("412", "1650", "389", "2")
    for name in ("buoi", "khac"):
        talk.goes_to(f"/data/{name}")
        assert (talk.asks(), talk.prompt().previous, talk.prompt().previous_of) == (name, None, "")


@pytest.mark.parametrize(
    ("was", "differently"),
    [
        ("| ho      | Bao nhiêu hộ?     | yes       | stock           | hộ ", "| ho | Hộ mới? | yes | flow | hộ "),
        ("| ho      | Bao nhiêu hộ?     | yes       | stock           | hộ ", "| ho | Mấy tổ? | yes | stock | tổ "),
        ("| integer     | ho      | Bao nhiêu hộ?     | yes       | stock", "| decimal | ho | Hộ? | yes | stock"),
        ("| integer     | ho ", "| integer | ho_dan "),
    ],
)
def test_a_figure_of_that_name_that_was_counted_in_another_way_is_not_offered(was: str, differently: str) -> None:
    assert was in TABLE
    assert year(QUARTER, sent_with=TABLE.replace(was, differently)).prompt().previous is None


def test_a_figure_that_was_left_open_there_is_offered_from_the_last_period() -> None:
    talk = year({"nguoi": "1650"}, **LAST_YEAR)
    assert (talk.prompt().previous, talk.prompt().previous_of) == ("300 hộ", "")
    assert talk.prompt().keepable == 3  # the people are those of another report


def test_all_of_a_section_are_kept_of_one_report_only() -> None:
    talk = year(QUARTER, **LAST_YEAR)
    assert talk.prompt().keepable == 3
    assert [one.name for one in talk.keeps_all().answered] == ["ho", "nguoi", "dat"]
    assert (talk.asks(), talk.prompt().previous_of, talk.prompt().previous) == ("moi", "", "5 hộ")


def test_as_before_is_understood_when_it_is_typed() -> None:
    talk = year(QUARTER)
    assert not isinstance(talk.says("như cũ"), Doubt)
    assert talk.kept()["ho"] == "412"
