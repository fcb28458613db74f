"""How phones, keyboards and old documents spell, before anything is understood."""

from __future__ import annotations

import unicodedata

import pytest

from forms.values.empties import Blank, read_blank, says_nothing
from forms.values.fold import fold
from forms.values.normalize import clean, looks_like_old_font, tidy
from forms.values.numerals import read_numeral, show_number
from forms.values.personal_numbers import PersonalNumber, find_personal_number
from forms.values.telex import mend


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("\uff11\uff12", "12"),
        ("1\ufe0f\u20e32\ufe0f\u20e3", "12"),
        ("12\u00a0h\u1ed9", "12 hộ"),
        ("12\u200b \u200dh\u1ed9", "12 hộ"),
        ("30\u201335", "30-35"),
        ("\u22125", "-5"),
        ("\u201ccó\u201d", '"có"'),
        ("\u0661\u0662", "12"),
        ("  12   hộ \n ", "12 hộ"),
        (unicodedata.normalize("NFD", "hộ nghèo"), "hộ nghèo"),
    ],
)
def test_what_keyboards_produce_becomes_plain(typed: str, plain: str) -> None:
    assert tidy(typed) == plain


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tân Quy Đông", "tan qui dong"),
        ("hoà thuý", "hòa thúy"),
        ("Mỹ", "Mĩ"),
        ("Khóm  3.", "khom 3"),
        ("thiên tai–hỏa hoạn", "thien tai, hoa hoan"),
        (unicodedata.normalize("NFD", "Được"), "duoc"),
    ],
)
def test_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("12 hooj", "12 hộ"),
        ("12 hojo", "12 hojo"),
        ("ho65", "hộ"),
        ("ho56", "ho56"),
        ("khoms", "khóm"),
        ("kho1m", "khóm"),
        ("khom1", "khóm"),
        ("nguwowif", "người"),
        ("nguowif", "người"),
        ("ngu7o7i2", "người"),
        ("dddoongf", "dddoongf"),
        ("ddoongf", "đồng"),
        ("d9o62ng", "đồng"),
        ("nghefo", "nghèo"),
        ("hai", "hai"),
        ("ban co", "ban co"),
    ],
)
def test_words_of_the_keyboard_that_was_off_are_mended(typed: str, meant: str) -> None:
    assert mend(typed) == meant


@pytest.mark.parametrize("text", ["hé nghÌo", "hoä ngheøo", "Ñoàng Thaùp", "tØnh §ång Th\u00b8p"])
def test_old_fonts_are_noticed(text: str) -> None:
    assert looks_like_old_font(text)


@pytest.mark.parametrize(
    "text",
    [
        "hộ nghèo",
        "Đường 30° rộng 12 m²",
        "“Người tốt, việc tốt”",
        "½ ngày",
        "Nhà Ông Ba",
        "HỘ NGHÈO",
        "iPhone",
        "À, Á, Â, È, É, Ê, Ô, Ú, Ý",
        "👍",
    ],
)
def test_vietnamese_is_no_old_font(text: str) -> None:
    assert not looks_like_old_font(text)


def test_a_free_text_loses_only_what_cannot_be_seen() -> None:
    assert clean(" Nhà \u201ctình thương\u201d – 12\u200b m²\x07\r\n\n  xong ") == "Nhà “tình thương” – 12 m²\n\nxong"


@pytest.mark.parametrize(
    ("typed", "blank"),
    [
        ("chưa rõ", Blank.UNKNOWN),
        ("Chưa rõ ạ", Blank.UNKNOWN),
        ("chua ro", Blank.UNKNOWN),
        ("chuwa rox", Blank.UNKNOWN),
        ("dạ chưa có số", Blank.UNKNOWN),
        ("chưa có số liệu", Blank.UNKNOWN),
        ("chưa biết", Blank.UNKNOWN),
        ("chua bit nua", Blank.UNKNOWN),
        ("ko biết", Blank.UNKNOWN),
        ("không rõ", Blank.UNKNOWN),
        ("để hỏi lại", Blank.UNKNOWN),
        ("để hỏi lại nha em", Blank.UNKNOWN),
        ("?", Blank.UNKNOWN),
        ("không phát sinh", Blank.NOTHING),
        ("ko phát sinh", Blank.NOTHING),
        ("khong phat sinh", Blank.NOTHING),
        ("như cũ", Blank.UNCHANGED),
        ("nhu cu", Blank.UNCHANGED),
        ("y như cũ", Blank.UNCHANGED),
        ("như kỳ trước", Blank.UNCHANGED),
        ("như kì trước nha", Blank.UNCHANGED),
        ("giữ nguyên", Blank.UNCHANGED),
        ("không đổi", Blank.UNCHANGED),
        ("không", None),
        ("không có", None),
        ("chưa có", None),
        ("12", None),
        ("12?", None),
        ("như cũ thêm 3 hộ", None),
        ("không thay đổi nhiều", None),
        ("như năm ngoái", None),
    ],
)
def test_no_value_and_why(typed: str, blank: Blank | None) -> None:
    assert read_blank(typed) is blank


@pytest.mark.parametrize("typed", ["không", "Không có.", "dạ không có gì hết", "ko", "hổng có", "chưa có"])
def test_a_free_text_can_say_that_there_is_nothing(typed: str) -> None:
    assert says_nothing(typed)


@pytest.mark.parametrize("typed", ["không có kinh phí", "không có người nhận việc", "có", "còn thiếu loa"])
def test_a_free_text_that_begins_with_no_may_say_something(typed: str) -> None:
    assert not says_nothing(typed)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("CCCD 079162001234", PersonalNumber.IDENTITY),
        ("cccd: 079 162 001 234", PersonalNumber.IDENTITY),
        ("079162001234", PersonalNumber.IDENTITY),
        ("cmnd số 340123456", PersonalNumber.IDENTITY),
        ("bà Ba 340123456", PersonalNumber.IDENTITY),
        ("stk 0123456 Agribank", PersonalNumber.ACCOUNT),
        ("số tài khoản: 6600 2050 1234", PersonalNumber.ACCOUNT),
        ("9704 1234 5678 9012", PersonalNumber.ACCOUNT),
        ("chuyển vào 6600205012345", PersonalNumber.ACCOUNT),
        ("đt 0912345678", None),
        ("gọi 0912.345.678", None),
        ("gọi +84 912 345 678", None),
        ("sửa nhà hết 25.000.000", None),
        ("quỹ 250.000.000 đồng", None),
        ("quỹ 250000000 đồng", None),
        ("quỹ 250000000đ", None),
        ("họp ngày 12/11/2020, 18-11-2020", None),
        ("giai đoạn 2016-2020", None),
        ("số nhà 12/3A, tổ 5, hẻm 120", None),
        ("1. đường 2. điện 3. nước", None),
    ],
)
def test_numbers_that_belong_to_a_person_are_found(text: str, found: PersonalNumber | None) -> None:
    assert find_personal_number(text) is found


@pytest.mark.parametrize(
    ("value", "shown"), [("0", "0"), ("1234", "1.234"), ("1234567", "1.234.567"), ("96.46", "96,46"), ("8.50", "8,5")]
)
def test_a_number_is_shown_as_vietnamese_print_it(value: str, shown: str) -> None:
    numeral = read_numeral(value)
    assert numeral is not None
    assert show_number(numeral.value) == shown
