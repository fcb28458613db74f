"""Several answers in one message: understood by the names of their questions, kept when confirmed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.submissions import Empty
from tests.forms.reports import SAVED, names, report
from tests.support.forms import Conversation, form_of, understood

CASES = """
tổng 412, đăng ký 410, đạt 398 | tong_so_ho=412 ho_dang_ky_gdvh=410 ho_dat_gdvh=398
tong 412, dang ky 410, dat 398 | tong_so_ho=412 ho_dang_ky_gdvh=410 ho_dat_gdvh=398
tong 412 dang ky 410 dat 398 | tong_so_ho=412 ho_dang_ky_gdvh=410 ho_dat_gdvh=398
tổng 412,đăng ký 410 và đạt 398 | tong_so_ho=412 ho_dang_ky_gdvh=410 ho_dat_gdvh=398
tổng: 412; đăng ký: 410; đạt: 398 | tong_so_ho=412 ho_dang_ky_gdvh=410 ho_dat_gdvh=398
tổng: 412, đăng ký: 410, đạt: 398 | tong_so_ho=412 ho_dang_ky_gdvh=410 ho_dat_gdvh=398
đạt 398, đăng ký 410, tổng 412 | tong_so_ho=412 ho_dang_ky_gdvh=410 ho_dat_gdvh=398
hộ 412, người 1.650 | tong_so_ho=412 tong_nhan_khau=1650
412 hộ, 1650 nhân khẩu | tong_so_ho=412 tong_nhan_khau=1650
tổng hộ bốn trăm mười hai, tổng nhân khẩu 1 650 | tong_so_ho=412 tong_nhan_khau=1650
Tổng số hộ = 412⏎Tổng số nhân khẩu = 1.650 | tong_so_ho=412 tong_nhan_khau=1650
nhà nước 2 triệu, xã hội hóa 1tr2, đã chi 850 ngàn | kp_nsnn=2000000 kp_xa_hoi_hoa=1200000 kp_da_chi=850000
tập thể 1, gia đình 5, cá nhân 4 | so_khen_tap_the=1 so_khen_gia_dinh=5 so_khen_ca_nhan=4
đạt 398, đạt 3 năm liền 120 | ho_dat_gdvh=398 ho_gdvh_3nam=120
buổi 3, nhà nước chưa rõ, vận động không phát sinh | so_buoi_tuyen_truyen=3 kp_nsnn=unknown kp_xa_hoi_hoa=nothing
"""

UNDERSTOOD = [line.replace("⏎", "\n").split(" | ") for line in CASES.strip().splitlines()]
ONE_ANSWER = ("412", "1.034", "412 hộ", "bốn trăm mười hai", "412, 413", "tổng 412", "2 triệu, 500", "", "   ", ", , ;")


@pytest.mark.parametrize(("text", "expected"), UNDERSTOOD)
def test_several_answers_in_one_message_are_understood_by_name_and_kept_when_confirmed(
    text: str, expected: str
) -> None:
    talk = report()
    before = talk.kept()
    proposed = talk.proposes(text)
    assert proposed is not None
    assert (proposed.left, proposed.unclear) == ((), ())
    assert talk.kept() == before, "nothing is kept before it is confirmed"
    talk.takes_proposed()
    after = talk.kept()
    assert {name: after[name] for name in after.keys() - before.keys()} == dict(
        pair.split("=") for pair in expected.split()
    )


@pytest.mark.parametrize("text", ONE_ANSWER)
def test_what_names_no_two_questions_is_one_answer(text: str) -> None:
    assert report().proposes(text) is None


def test_an_answer_may_open_the_question_that_another_part_is_about() -> None:
    form = form_of("""
| survey |
| | type    | name  | label       | relevant    |
| | integer | buoi  | Mấy buổi?   |             |
| | integer | luot  | Mấy lượt?   | ${buoi} > 0 |
""")
    talk = Conversation(form)
    proposed = talk.proposes("lượt 150, buổi 3")
    assert proposed is not None
    assert names(proposed) == ["buoi", "luot"]
    talk.takes_proposed()
    assert talk.sent() == {"buoi": "3", "luot": "150"}


def test_another_answer_instead_of_a_confirmation_forgets_the_list() -> None:
    talk = report()
    talk.proposes("tổng 412, đăng ký 410")
    assert understood(talk.says("415")) == "415 hộ"
    assert "proposed" not in talk.state
    assert "ho_dang_ky_gdvh" not in talk.kept()


def test_confirming_what_is_gone_keeps_nothing() -> None:
    talk = report()
    before = talk.kept()
    assert talk.takes_proposed().answered == ()
    assert talk.kept() == before


def test_a_stated_nothing_among_several_answers_is_told_apart_from_nought() -> None:
    talk = report()
    talk.proposes("tuyên truyền không phát sinh, nhà nước 0")
    talk.takes_proposed()
    assert set(talk.state["empties"].values()) == {Empty.NOTHING}
    assert talk.kept()["kp_nsnn"] == "0"


NAMES = ("tổng", "đăng ký", "đạt", "3 năm", "nhân khẩu", "buổi", "nhà nước", "tập thể", "khó khăn")
VALUES = ("412", "410", "389", "1.650", "khoảng 400", "chưa rõ", "không phát sinh", "2 triệu", "như cũ", "", "0")
MARKS = (", ", " và ", "; ", "\n", " ")
LISTS = st.builds(
    lambda pairs, mark: mark.join(" ".join(pair) for pair in pairs),
    st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(VALUES)), min_size=2, max_size=5),
    st.sampled_from(MARKS),
)
"""Mostly names with what may be their answers."""


@settings(max_examples=150, deadline=None)
@given(st.one_of(LISTS, LISTS, st.text(max_size=80)))
def test_whatever_is_typed_nothing_is_kept_that_was_not_shown(text: str) -> None:
    talk = report(**SAVED)
    before = talk.kept()
    proposed = talk.proposes(text)
    assert talk.kept() == before
    if proposed is not None:
        taken = talk.takes_proposed()
        assert taken.answered == proposed.answered
        assert (talk.kept().keys() - before.keys()) == set(names(proposed))
        assert talk.filling.first_problem() is None or talk.asks() is not None
