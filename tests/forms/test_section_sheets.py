"""Texts that come back filled in: the sheet of a section, and any list of names with values."""

from __future__ import annotations

from forms.together import Together
from tests.forms.reports import names, report
from tests.support.forms import Conversation, form_of


def test_a_free_text_is_never_taken_apart_unless_it_is_a_filled_in_list() -> None:
    form = form_of("""
| survey |
| | type    | name | label              | bind::khom:short    |
| | text    | kho  | Khó khăn gì không? | Khó khăn, vướng mắc |
| | integer | ho   | Bao nhiêu hộ?      | Tổng số hộ          |
""")
    talk = Conversation(form)
    assert talk.proposes("khó khăn về nước, tổng số hộ 412") is None
    proposed = talk.proposes("Khó khăn, vướng mắc: nhà dột, đường hư\nTổng số hộ: 412")
    assert proposed is not None
    talk.takes_proposed()
    assert talk.sent() == {"kho": "nhà dột, đường hư", "ho": "412"}


def test_the_sheet_of_a_section_comes_back_filled_in_and_what_is_blank_stays_open() -> None:
    talk = report()
    talk.says("412", "1.650")
    sheet = talk.filling.sheet()
    assert sheet[0] == "Hộ đăng ký gia đình văn hóa"
    assert len(sheet) == 4
    filled = "\n".join(f"{label}: {value}" for label, value in zip(sheet, ("410", "", "12", ""), strict=True))
    proposed = talk.proposes(filled)
    assert proposed is not None
    assert (names(proposed), proposed.left) == (["ho_dang_ky_gdvh", "ho_khong_xet_gdvh"], ())
    talk.takes_proposed()
    assert talk.asks() == "ho_dat_gdvh"


def test_a_sheet_that_comes_back_empty_says_so() -> None:
    talk = report()
    proposed = talk.proposes("\n".join(f"{label}: " for label in talk.filling.sheet()))
    assert proposed == Together(answered=())


def test_where_one_question_of_the_section_is_left_the_sheet_has_all_that_are_open() -> None:
    talk = report()
    talk.says("412", "1.650", "410", "389", "12", "120")
    assert talk.filling.sheet()[:2] == ["Số buổi tuyên truyền", "Kinh phí nhà nước"]
