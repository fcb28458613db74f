"""The last period's figures: offered to be kept, one or all of a section, and set beside the new ones."""

from __future__ import annotations

import pytest

from tests.forms.counting import counting
from tests.forms.reports import SAVED, change, names, next_quarter, report
from tests.support.forms import doubted, refused, understood


def test_all_of_a_section_is_kept_at_once_as_a_list() -> None:
    talk = report(**SAVED)
    assert talk.prompt().keepable == 2
    together = talk.keeps_all()
    assert [(one.label, one.shown) for one in together.answered] == [
        ("Tổng số hộ", "412 hộ"),
        ("Tổng số nhân khẩu", "1.650 người"),
    ]
    assert talk.asks() == "ho_dang_ky_gdvh"
    assert talk.prompt().keepable == 1


def test_what_does_not_pass_is_not_kept_with_the_others_and_is_asked() -> None:
    talk = report(**SAVED, ho_dat_gdvh="389", ho_khong_xet_gdvh="12")
    talk.says("400", "1.600")
    together = talk.keeps_all()
    assert names(together) == ["ho_dat_gdvh"], "389 and 12 are more than 400 households"
    assert together.left[0].label == "Hộ đăng ký gia đình văn hóa"
    assert talk.asks() == "ho_dang_ky_gdvh"


def test_an_unusual_figure_of_the_last_period_is_asked_and_not_kept_unseen() -> None:
    talk = report(tong_so_ho="412", tong_nhan_khau="500")
    together = talk.keeps_all()
    assert names(together) == ["tong_so_ho"]
    assert [left.label for left in together.left] == ["Tổng số nhân khẩu"]
    assert talk.asks() == "tong_nhan_khau"


def test_what_happened_in_a_period_is_never_kept_with_the_rest() -> None:
    talk = next_quarter(so_buoi_tuyen_truyen="3", kp_nsnn="2000000", kp_da_chi="1000000")
    talk.says("412", "1.650", "410", "3")
    assert talk.asks() == "kp_nsnn"
    assert talk.prompt().keepable == 0
    assert talk.keeps_all().answered == ()


def test_what_happened_in_the_last_quarter_can_be_said_to_have_happened_again_but_is_asked_back() -> None:
    talk = next_quarter(so_buoi_tuyen_truyen="3", kp_nsnn="2000000")
    talk.says("412", "1.650", "410")
    assert (talk.prompt().previous, talk.prompt().keepable) == ("3 buổi", 0)
    assert doubted(talk.keeps()) == "Kỳ này cũng ghi như kỳ trước: 3 buổi. Có đúng không ạ?"
    assert "so_buoi_tuyen_truyen" not in talk.kept()
    assert understood(talk.confirms()) == "3 buổi"
    assert doubted(talk.says("như cũ")).endswith("2.000.000 đồng. Có đúng không ạ?")
    assert understood(talk.says("1tr5")) == "1.500.000 đồng"


def test_what_happened_in_a_year_is_not_offered_for_a_quarter() -> None:
    talk = next_quarter("year", so_buoi_tuyen_truyen="12", tong_so_ho="412")
    assert talk.prompt().previous == "412 hộ"
    talk.says("412", "1.650", "410")
    assert talk.prompt().previous is None
    refused(talk.keeps())


@pytest.mark.parametrize(
    ("saved", "typed", "previous", "percent"),
    [
        ("412", "450", "412", "9.2"),
        ("412", "400", "412", "-2.9"),
        ("1034", "1035", "1.034", "0.1"),
    ],
)
def test_a_figure_is_set_beside_that_of_the_last_period(saved: str, typed: str, previous: str, percent: str) -> None:
    told = change(report(tong_so_ho=saved).says(typed))
    assert told is not None
    assert (told.previous, f"{told.percent:.1f}") == (previous, percent)


@pytest.mark.parametrize("saved", ["412", "0", "", "x", "NaN"])
def test_where_nothing_has_changed_or_nothing_can_be_compared_there_is_no_percentage(saved: str) -> None:
    talk = report(ho_dang_ky_gdvh=saved)
    talk.says("500", "1.650")
    assert change(talk.says("412")) is None


def test_a_figure_of_what_happened_in_the_period_is_not_compared() -> None:
    talk = next_quarter(so_buoi_tuyen_truyen="4")
    talk.says("412", "1.650", "410")
    assert talk.asks() == "so_buoi_tuyen_truyen"
    assert change(talk.says("3")) is None


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
