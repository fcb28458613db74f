"""Several answers at once: last period's kept together, several in one message, a text filled in."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.submissions import Empty
from forms.prompt import Accepted, Change, Outcome
from forms.together import Together
from tests.support.forms import Conversation, around, doubted, form_of, refused, understood

SOURCE = (Path(__file__).parents[2] / "forms/library/khom_dinh_ky.md").read_text(encoding="utf-8")
SAVED = {"tong_so_ho": "412", "tong_nhan_khau": "1650", "ho_dang_ky_gdvh": "410"}

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


def next_quarter(kind: str = "quarter", **saved: str) -> Conversation:
    """Quarter I, after a last period of that kind."""
    given = {"ky_loai": "quarter", "ky_so": "1", "ky": "2021", "khom": "Khóm 1"}
    return Conversation(form_of(SOURCE), around(given=given, last_saved={"ky_loai": kind, **saved}))


def report(**saved: str) -> Conversation:
    """Quarter IV of a khóm, before anything is answered."""
    given = {"ky_loai": "quarter", "ky_so": "4", "ky": "2020", "khom": "Khóm 1"}
    return Conversation(form_of(SOURCE), around(given=given, last_saved=saved))


def proposes(talk: Conversation, text: str) -> Together | None:
    filling = talk.filling
    proposed = filling.propose(text)
    talk.state = filling.state
    return proposed


def takes(talk: Conversation) -> Together:
    filling = talk.filling
    taken = filling.take_proposed()
    talk.state = filling.state
    return taken


def keeps_all(talk: Conversation) -> Together:
    filling = talk.filling
    kept = filling.keep_all()
    talk.state = filling.state
    return kept


def change(outcome: Outcome) -> Change | None:
    assert isinstance(outcome, Accepted)
    return outcome.change


def names(together: Together) -> list[str]:
    return [answered.name for answered in together.answered]


def kept(talk: Conversation) -> dict[str, str]:
    """What the draft holds, by the question's name."""
    values = {key.rpartition("/")[2]: value for key, value in talk.state.get("values", {}).items()}
    return values | {key.rpartition("/")[2]: word for key, word in talk.state.get("empties", {}).items()}


@pytest.mark.parametrize(("text", "expected"), UNDERSTOOD)
def test_several_answers_in_one_message_are_understood_by_name_and_kept_when_confirmed(
    text: str, expected: str
) -> None:
    talk = report()
    before = kept(talk)
    proposed = proposes(talk, text)
    assert proposed is not None
    assert (proposed.left, proposed.unclear) == ((), ())
    assert kept(talk) == before, "nothing is kept before it is confirmed"
    takes(talk)
    after = kept(talk)
    assert {name: after[name] for name in after.keys() - before.keys()} == dict(
        pair.split("=") for pair in expected.split()
    )


@pytest.mark.parametrize("text", ONE_ANSWER)
def test_what_names_no_two_questions_is_one_answer(text: str) -> None:
    assert proposes(report(), text) is None


def test_each_of_several_answers_is_checked_and_what_does_not_pass_is_left() -> None:
    talk = report()
    proposed = proposes(talk, "tổng 400, đăng ký 410")
    assert proposed is not None
    assert names(proposed) == ["tong_so_ho"]
    (left,) = proposed.left
    assert (left.label, "khóm có 400 hộ" in left.why) == ("Hộ đăng ký gia đình văn hóa", True)
    takes(talk)
    assert talk.asks() == "tong_nhan_khau"
    assert "ho_dang_ky_gdvh" not in kept(talk)


def test_an_unusual_one_of_several_answers_is_left_to_be_asked_by_itself() -> None:
    proposed = proposes(report(), "tổng 412, nhân khẩu 500")
    assert proposed is not None
    assert names(proposed) == ["tong_so_ho"]
    assert [left.label for left in proposed.left] == ["Tổng số nhân khẩu"]


@pytest.mark.parametrize(
    ("text", "left", "unclear"),
    [
        ("tổng khoảng 412, đăng ký 410", ["Tổng số hộ"], ()),
        ("tổng 412, tổng 413, đăng ký 410", ["Tổng số hộ"], ()),
        ("tổng 94%, đăng ký 410", ["Tổng số hộ"], ()),
        ("nhân khẩu 1650, đăng ký 410, khen 3", [], ("khen 3",)),
        ("nhân khẩu 1650, đăng ký 410, xe máy 7", [], ("xe máy 7",)),
        ("nhân khẩu 1650, đăng ký 410, cccd 012345678901", [], ("(một đoạn có dãy số)",)),
    ],
)
def test_what_is_not_clear_is_left_and_never_guessed(text: str, left: list[str], unclear: tuple[str, ...]) -> None:
    proposed = proposes(report(), text)
    assert proposed is not None
    assert [one.label for one in proposed.left] == left
    assert proposed.unclear == unclear
    assert "tong_so_ho" not in names(proposed)


def test_a_name_that_two_questions_share_is_not_clear() -> None:
    form = form_of("""
| survey |
| | type    | name | label     | bind::khom:short |
| | integer | a    | Hộ nghèo? | Hộ nghèo         |
| | integer | b    | Hộ mới?   | Hộ mới           |
| | integer | c    | Trẻ em?   | Trẻ em           |
""")
    proposed = proposes(Conversation(form), "hộ 3, mới 4, trẻ em 5")
    assert proposed is not None
    assert (names(proposed), proposed.unclear) == (["b", "c"], ("hộ 3",))


def test_an_answer_may_open_the_question_that_another_part_is_about() -> None:
    form = form_of("""
| survey |
| | type    | name  | label       | relevant    |
| | integer | buoi  | Mấy buổi?   |             |
| | integer | luot  | Mấy lượt?   | ${buoi} > 0 |
""")
    talk = Conversation(form)
    proposed = proposes(talk, "lượt 150, buổi 3")
    assert proposed is not None
    assert names(proposed) == ["buoi", "luot"]
    takes(talk)
    assert talk.sent() == {"buoi": "3", "luot": "150"}


def test_a_free_text_is_never_taken_apart_unless_it_is_a_filled_in_list() -> None:
    form = form_of("""
| survey |
| | type    | name | label              | bind::khom:short    |
| | text    | kho  | Khó khăn gì không? | Khó khăn, vướng mắc |
| | integer | ho   | Bao nhiêu hộ?      | Tổng số hộ          |
""")
    talk = Conversation(form)
    assert proposes(talk, "khó khăn về nước, tổng số hộ 412") is None
    proposed = proposes(talk, "Khó khăn, vướng mắc: nhà dột, đường hư\nTổng số hộ: 412")
    assert proposed is not None
    takes(talk)
    assert talk.sent() == {"kho": "nhà dột, đường hư", "ho": "412"}


def test_another_answer_instead_of_a_confirmation_forgets_the_list() -> None:
    talk = report()
    proposes(talk, "tổng 412, đăng ký 410")
    assert understood(talk.says("415")) == "415 hộ"
    assert "proposed" not in talk.state
    assert "ho_dang_ky_gdvh" not in kept(talk)


def test_confirming_what_is_gone_keeps_nothing() -> None:
    talk = report()
    before = kept(talk)
    assert takes(talk).answered == ()
    assert kept(talk) == before


def test_the_sheet_of_a_section_comes_back_filled_in_and_what_is_blank_stays_open() -> None:
    talk = report()
    talk.says("412", "1.650")
    sheet = talk.filling.sheet()
    assert sheet[0] == "Hộ đăng ký gia đình văn hóa"
    assert len(sheet) == 4
    filled = "\n".join(f"{label}: {value}" for label, value in zip(sheet, ("410", "", "12", ""), strict=True))
    proposed = proposes(talk, filled)
    assert proposed is not None
    assert (names(proposed), proposed.left) == (["ho_dang_ky_gdvh", "ho_khong_xet_gdvh"], ())
    takes(talk)
    assert talk.asks() == "ho_dat_gdvh"


def test_a_sheet_that_comes_back_empty_says_so() -> None:
    talk = report()
    proposed = proposes(talk, "\n".join(f"{label}: " for label in talk.filling.sheet()))
    assert proposed == Together(answered=())


def test_where_one_question_of_the_section_is_left_the_sheet_has_all_that_are_open() -> None:
    talk = report()
    talk.says("412", "1.650", "410", "389", "12", "120")
    assert talk.filling.sheet()[:2] == ["Số buổi tuyên truyền", "Kinh phí nhà nước"]


def test_all_of_a_section_is_kept_at_once_as_a_list() -> None:
    talk = report(**SAVED)
    assert talk.prompt().keepable == 2
    together = keeps_all(talk)
    assert [(one.label, one.shown) for one in together.answered] == [
        ("Tổng số hộ", "412 hộ"),
        ("Tổng số nhân khẩu", "1.650 người"),
    ]
    assert talk.asks() == "ho_dang_ky_gdvh"
    assert talk.prompt().keepable == 1


def test_what_does_not_pass_is_not_kept_with_the_others_and_is_asked() -> None:
    talk = report(**SAVED, ho_dat_gdvh="389", ho_khong_xet_gdvh="12")
    talk.says("400", "1.600")
    together = keeps_all(talk)
    assert names(together) == ["ho_dat_gdvh"], "389 and 12 are more than 400 households"
    assert together.left[0].label == "Hộ đăng ký gia đình văn hóa"
    assert talk.asks() == "ho_dang_ky_gdvh"


def test_an_unusual_figure_of_the_last_period_is_asked_and_not_kept_unseen() -> None:
    talk = report(tong_so_ho="412", tong_nhan_khau="500")
    together = keeps_all(talk)
    assert names(together) == ["tong_so_ho"]
    assert [left.label for left in together.left] == ["Tổng số nhân khẩu"]
    assert talk.asks() == "tong_nhan_khau"


def test_what_happened_in_a_period_is_never_kept_with_the_rest() -> None:
    talk = next_quarter(so_buoi_tuyen_truyen="3", kp_nsnn="2000000", kp_da_chi="1000000")
    talk.says("412", "1.650", "410", "3")
    assert talk.asks() == "kp_nsnn"
    assert talk.prompt().keepable == 0
    assert keeps_all(talk).answered == ()


def test_what_happened_in_the_last_quarter_can_be_said_to_have_happened_again_but_is_asked_back() -> None:
    talk = next_quarter(so_buoi_tuyen_truyen="3", kp_nsnn="2000000")
    talk.says("412", "1.650", "410")
    assert (talk.prompt().previous, talk.prompt().keepable) == ("3 buổi", 0)
    assert doubted(talk.keeps()) == "Kỳ này cũng ghi như kỳ trước: 3 buổi. Có đúng không ạ?"
    assert "so_buoi_tuyen_truyen" not in kept(talk)
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


def test_a_stated_nothing_among_several_answers_is_told_apart_from_nought() -> None:
    talk = report()
    proposes(talk, "tuyên truyền không phát sinh, nhà nước 0")
    takes(talk)
    assert set(talk.state["empties"].values()) == {Empty.NOTHING}
    assert kept(talk)["kp_nsnn"] == "0"


WORDS = (
    "tổng",
    "đăng ký",
    "đạt",
    "412",
    "410",
    "3 năm",
    "nhân khẩu",
    "khoảng",
    "chưa rõ",
    "như cũ",
    ",",
    ":",
    "\n",
    ";",
    "và",
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)))
def test_whatever_is_typed_nothing_is_kept_that_was_not_shown(text: str) -> None:
    talk = report(**SAVED)
    before = kept(talk)
    proposed = proposes(talk, text)
    assert kept(talk) == before
    if proposed is not None:
        taken = takes(talk)
        assert taken.answered == proposed.answered
        assert (kept(talk).keys() - before.keys()) == set(names(proposed))
        assert talk.filling.first_problem() is None or talk.asks() is not None
