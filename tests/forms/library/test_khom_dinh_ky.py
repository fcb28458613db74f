"""The periodic report of a khóm: which questions a period asks, and the rules between the figures."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from bot.domain.submissions import Empty
from forms.library import SHIPPED
from forms.prompt import Accepted
from tests.support.forms import Conversation, around, doubted, form_of, refused, understood
from tests.support.shipped import ANSWERS as shipped_answers
from tests.support.shipped import ASKED_IN_A_QUARTER as QUARTER

(SOURCE,) = (shipped.source() for shipped in SHIPPED if shipped.family == "khom_dinh_ky")

TITLES = ["ho_dat_gdvh", "ho_khong_xet_gdvh", "ho_gdvh_3nam"]
YEAR = [
    "ho_gia_dinh_the_thao",
    "ho_gia_dinh_hoc_tap_dk",
    "ho_gia_dinh_hoc_tap_dat",
    "da_co_ke_hoach_nam",
    "dang_ky_khom_vmdt",
]

ANSWERS = shipped_answers["khom_dinh_ky"]


def report(kind: str, number: int, **last_saved: str) -> Conversation:
    given = {"ky_loai": kind, "ky_so": str(number), "ky": "2020", "khom": "Khóm 1"}
    return Conversation(form_of(SOURCE), around(given=given, last_saved=last_saved))


def walk(talk: Conversation, until: str | None = None, answers: Mapping[str, str] = ANSWERS) -> list[str]:
    """Answer what is asked until a question, or to the end; the names in the order of asking."""
    asked: list[str] = []
    while (name := talk.asks()) not in {until, None}:
        assert name is not None
        asked.append(name)
        assert isinstance(talk.says(answers[name]), Accepted), name
    return asked


@pytest.mark.parametrize("quarter", [1, 2, 3])
def test_a_quarter_asks_its_short_set_and_never_for_this_years_titles(quarter: int) -> None:
    talk = report("quarter", quarter)
    assert walk(talk) == [*QUARTER]
    assert not set(TITLES) & set(talk.sent())


def test_the_fourth_quarter_also_asks_for_the_titles_of_the_year() -> None:
    assert walk(report("quarter", 4)) == [*QUARTER[:3], *TITLES, *QUARTER[3:]]


def test_half_a_year_asks_who_came_and_what_is_proposed() -> None:
    assert walk(report("half", 1)) == [*QUARTER[:4], "so_luot_nguoi_du", *QUARTER[4:], "kien_nghi"]


def test_the_year_asks_everything() -> None:
    talk = report("year", 1)
    asked = walk(talk)
    assert asked == [
        *QUARTER[:3],
        *TITLES,
        *YEAR,
        "so_buoi_tuyen_truyen",
        "so_luot_nguoi_du",
        *QUARTER[4:7],
        "cong_trinh_xhh",
        *QUARTER[7:],
        "kien_nghi",
    ]
    completed = talk.filling.complete()
    assert completed.values["kp_xa_hoi_hoa"] == "1200000"
    assert completed.values["ho_dang_ky_gdvh"] == "410"
    assert completed.values["dang_ky_khom_vmdt"] == "co"
    assert completed.empties == {"so_khen_ca_nhan": Empty.NOTHING, "kien_nghi": Empty.NOTHING}


def test_without_meetings_nobody_is_asked_how_many_came() -> None:
    talk = report("year", 1)
    walk(talk, until="so_buoi_tuyen_truyen")
    talk.says("0")
    assert talk.asks() == "kp_nsnn"


def test_questions_say_the_span_that_they_mean() -> None:
    for kind, words in (("quarter", "trong quý"), ("half", "trong 6 tháng"), ("year", "trong năm")):
        talk = report(kind, 1)
        walk(talk, until="kp_nsnn")
        prompt = talk.filling.prompt()
        assert prompt is not None
        assert words in prompt.label
        assert prompt.section == "Kinh phí"


BAD = [
    ("tong_so_ho", "0", "Em đọc là 0 hộ. Xin gõ lại tổng số hộ của khóm, từ 1 trở lên."),
    ("tong_nhan_khau", "400", "Em đọc là 400 người, nhưng khóm có 412 hộ. Xin gõ lại số người (từ 412 trở lên)."),
    (
        "ho_dang_ky_gdvh",
        "413",
        "Em đọc là 413 hộ đăng ký, nhưng khóm có 412 hộ. Xin gõ lại số hộ đăng ký (từ 0 đến 412).",
    ),
    (
        "ho_dat_gdvh",
        "411",
        "Em đọc là 411 hộ đạt, nhưng khóm mới đăng ký 410 hộ. Xin gõ lại số hộ đạt (từ 0 đến 410).",
    ),
    (
        "ho_khong_xet_gdvh",
        "22",
        "Em đọc là 22 hộ. Hộ đạt và hộ không xét cộng lại không được quá 410 hộ. "
        "Xin gõ lại số hộ không xét (từ 0 đến 21).",
    ),
    ("ho_gdvh_3nam", "390", "Em đọc là 390 hộ đạt 3 năm liền. Xin gõ lại (từ 0 đến 389)."),
    (
        "ho_gia_dinh_the_thao",
        "413",
        "Em đọc là 413 gia đình thể thao, nhưng khóm có 412 hộ. Xin gõ lại (từ 0 đến 412).",
    ),
    (
        "ho_gia_dinh_hoc_tap_dk",
        "413",
        "Em đọc là 413 hộ đăng ký, nhưng khóm có 412 hộ. Xin gõ lại (từ 0 đến 412).",
    ),
    ("ho_gia_dinh_hoc_tap_dat", "351", "Em đọc là 351 hộ đạt gia đình học tập. Xin gõ lại (từ 0 đến 350)."),
]
"""R01, R06, R02, R02, R03, R04, R08, R08, R08: question, typed, what is said."""


@pytest.mark.parametrize(("question", "typed", "said"), BAD, ids=[bad[0] for bad in BAD])
def test_a_figure_over_its_bound_is_told_the_bound(question: str, typed: str, said: str) -> None:
    talk = report("year", 1)
    walk(talk, until=question)
    assert refused(talk.says(typed)) == said
    assert talk.asks() == question


@pytest.mark.parametrize("typed", ["94%", "2.87", "khoảng 30", "-3", "nhiều lắm", "", "0912345678"])
def test_what_is_no_count_is_refused_and_the_question_stays(typed: str) -> None:
    talk = report("year", 1)
    walk(talk, until="ho_dat_gdvh")
    assert not isinstance(talk.says(typed), Accepted)
    assert talk.asks() == "ho_dat_gdvh"


@pytest.mark.parametrize("question", [bad[0] for bad in BAD[1:]])
def test_any_question_may_be_answered_first_and_is_held_to_its_bound_later(question: str) -> None:
    talk = report("year", 1)
    talk.goes_to(question)
    assert isinstance(talk.says("999"), Accepted)
    walk(talk, answers={**ANSWERS, "tong_nhan_khau": "1.000"})
    if question != "tong_nhan_khau":
        assert talk.filling.first_problem() is not None
    talk.goes_to(question)
    talk.says(ANSWERS[question])
    assert talk.filling.first_problem() is None


def test_an_unlikely_number_of_people_is_questioned_and_may_be_explained() -> None:
    talk = report("quarter", 1)
    talk.says("412")
    assert doubted(talk.says("4.120")) == (
        "Em ghi 4.120 người và 412 hộ, tức là 10 người một hộ. Thường thì một hộ có 2 đến 5,5 người."
    )
    talk.confirms("có khu nhà trọ")
    walk(talk)
    assert talk.filling.complete().reasons == {"tong_nhan_khau": "có khu nhà trọ"}


def test_spending_more_than_was_received_is_questioned() -> None:
    talk = report("quarter", 2)
    walk(talk, until="kp_da_chi")
    assert "3.300.000 đồng, nhiều hơn số nhận trong quý là 3.200.000 đồng" in doubted(talk.says("3tr3"))
    assert understood(talk.confirms("còn tiền quý I")) == "3.300.000 đồng"


def test_spending_is_not_questioned_while_the_income_is_unknown() -> None:
    talk = report("quarter", 2)
    walk(talk, until="kp_nsnn")
    talk.says("chưa rõ", "1tr2")
    assert isinstance(talk.says("3tr"), Accepted)


def test_a_jump_of_a_fifth_against_the_last_period_is_questioned() -> None:
    talk = report("quarter", 2, tong_so_ho="412")
    assert "kỳ trước là 412 hộ" in doubted(talk.says("512"))
    assert isinstance(report("quarter", 2, tong_so_ho="412").says("480"), Accepted)


def test_with_the_registered_unknown_the_households_are_the_bound() -> None:
    talk = report("quarter", 4)
    walk(talk, until="ho_dang_ky_gdvh")
    talk.says("chưa rõ")
    assert refused(talk.says("413")) == (
        "Em đọc là 413 hộ đạt, nhưng khóm chỉ có 412 hộ. Xin gõ lại số hộ đạt (từ 0 đến 412)."
    )
    assert isinstance(talk.says("400"), Accepted)


@pytest.mark.parametrize("kind", ["quarter", "year"])
@pytest.mark.parametrize(
    ("households", "registered", "recognised"),
    [("512", "512", "489"), ("1.034", "1.030", "961"), ("287", "287", "270"), ("648", "641", "chưa rõ")],
)
def test_the_four_khoms_of_the_sample_can_be_typed_in(
    kind: str, households: str, registered: str, recognised: str
) -> None:
    talk = report(kind, 4 if kind == "quarter" else 1)
    answers = {
        **ANSWERS,
        "tong_so_ho": households,
        "tong_nhan_khau": "chưa rõ",
        "ho_dang_ky_gdvh": registered,
        "ho_dat_gdvh": recognised,
        "ho_khong_xet_gdvh": "0",
        "ho_gdvh_3nam": "chưa rõ",
        "ho_gia_dinh_hoc_tap_dk": "100",
        "ho_gia_dinh_hoc_tap_dat": "90",
    }
    walk(talk, answers=answers)
    completed = talk.filling.complete()
    assert completed.values["tong_so_ho"] == households.replace(".", "")
    known = recognised != "chưa rõ"
    assert completed.values.get("ho_dat_gdvh") == (recognised if known else None)
    assert completed.empties.get("ho_dat_gdvh") is (None if known else Empty.UNKNOWN)


def test_an_unknown_figure_is_filled_in_later() -> None:
    talk = report("quarter", 4)
    walk(talk, answers={**ANSWERS, "tong_so_ho": "648", "ho_dang_ky_gdvh": "641", "ho_dat_gdvh": "chưa rõ"})
    talk.goes_to("ho_dat_gdvh")
    assert "từ 0 đến 641" in refused(talk.says("649"))
    talk.says("603")
    assert talk.asks() is None
    assert talk.sent()["ho_dat_gdvh"] == "603"
    assert talk.filling.complete().empties == {"so_khen_ca_nhan": Empty.NOTHING}
