"""The hardship case: consent first, nothing personal without it, no numbers that belong to a person."""

from __future__ import annotations

import json

import pytest

from forms.filling import Filling
from forms.library import SHIPPED
from forms.prompt import Accepted
from forms.question import Privacy
from tests.support.forms import Conversation, around, form_of, refused
from tests.support.shipped import ANSWERS as shipped_answers

(SHIPPED_FORM,) = (shipped for shipped in SHIPPED if shipped.family == "hoan_canh_kho_khan")
FORM = form_of(SHIPPED_FORM.source())

ANSWERS = shipped_answers["hoan_canh_kho_khan"]


def case() -> Conversation:
    return Conversation(FORM, around(given={"khom": "Khóm 1", "ma_ho_so": "KK-K1-2020-001"}))


def walk(talk: Conversation, until: str | None = None) -> list[str]:
    asked: list[str] = []
    while (name := talk.asks()) not in {until, None}:
        assert name is not None
        asked.append(name)
        assert isinstance(talk.says(ANSWERS[name]), Accepted), name
    return asked


def test_with_consent_everything_is_asked_and_kept() -> None:
    talk = case()
    assert walk(talk) == list(ANSWERS)
    assert talk.sent() == {
        "khom": "Khóm 1",
        "ma_ho_so": "KK-K1-2020-001",
        "dong_y": "co",
        "cach_hoi": "gap",
        "nguoi_hoi": "Lan",
        "ngay_dong_y": "2020-12-17",
        "nguoi_dai_dien": "Nguyễn Thị Bảy",
        "nam_sinh": "1962",
        "dia_chi_to": "tổ 5, số nhà 12/3A",
        "so_nhan_khau": "4",
        "dien_ho": "can_ngheo",
        "nhom_hoan_canh": "thien_tai nha_dot",
        "nhu_cau": "nha_o",
        "muc_do_gap": "rat_gap",
        "mo_ta_ngan": "Nhà bị tốc mái sau mưa bão",
    }


def test_without_consent_it_ends_kindly_and_keeps_nothing() -> None:
    talk = case()
    talk.says("không")
    prompt = talk.filling.prompt()
    assert prompt is not None
    assert (prompt.type, prompt.label[:20]) == ("note", "Dạ không sao ạ. Em k")
    talk.skips()
    assert talk.asks() is None
    assert talk.sent() == {"khom": "Khóm 1", "ma_ho_so": "KK-K1-2020-001", "dong_y": "khong"}
    assert SHIPPED_FORM.consent == ("dong_y", "co")


@pytest.mark.parametrize("polite", ["dạ", "Dạ ạ", "dạ em"])
def test_politeness_alone_is_no_consent(polite: str) -> None:
    talk = case()
    refused(talk.says(polite))
    assert talk.asks() == "dong_y"


def test_a_withdrawn_consent_erases_what_was_told() -> None:
    talk = case()
    walk(talk)
    talk.goes_to("dong_y")
    talk.says("không")
    kept = json.dumps(talk.state, ensure_ascii=False)
    assert "Bảy" not in kept
    assert "1962" not in kept
    assert "tốc mái" not in kept


def test_consent_is_asked_before_any_personal_question() -> None:
    names = [question.name for question in FORM.asked]
    personal = [question.name for question in FORM.asked if question.privacy is not Privacy.PUBLIC]
    assert names[0] == "dong_y"
    assert set(personal) >= {"nguoi_dai_dien", "nam_sinh", "dia_chi_to", "nhom_hoan_canh", "mo_ta_ngan"}


@pytest.mark.parametrize(
    ("question", "typed"),
    [
        ("nguoi_dai_dien", "Bảy 079123456789"),
        ("dia_chi_to", "cccd 079 123 456 789"),
        ("mo_ta_ngan", "số tài khoản 0123456789 ngân hàng"),
        ("mo_ta_ngan", "chứng minh 123456789"),
        ("mo_ta_ngan", "x" * 301),
        ("nam_sinh", "1850"),
        ("so_nhan_khau", "31"),
        ("so_nhan_khau", "0"),
        ("ngay_dong_y", "25/12/2020"),
        ("dien_ho", "1, 2"),
    ],
)
def test_what_may_not_be_stored_or_cannot_be_is_refused(question: str, typed: str) -> None:
    talk = case()
    walk(talk, until=question)
    refused(talk.says(typed))
    assert talk.asks() == question


def test_a_year_is_not_written_like_a_figure() -> None:
    talk = case()
    walk(talk)
    shown = {line.name: (line.shown, line.private) for line in talk.filling.review()}
    assert shown["nam_sinh"] == ("1962", True)
    assert shown["dien_ho"] == ("Hộ cận nghèo", True)


@pytest.mark.parametrize("number", ["079123456789", "cũ 123456789", "079 123 456 789", "079.123.456.789"])
def test_the_form_itself_refuses_identity_numbers_also_in_other_tools(number: str) -> None:
    """The constraint stands in the XLSForm, so Collect or Enketo refuse too."""
    talk = case()
    walk(talk)
    (question,) = (question for question in FORM.questions if question.name == "mo_ta_ngan")
    values = {**talk.state["values"], question.path: number}
    filling = Filling(FORM, {**talk.state, "values": values}, talk.surroundings)
    assert filling.first_problem() == question.path
