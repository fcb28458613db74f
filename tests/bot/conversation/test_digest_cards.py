"""The officer's morning stays readable on a phone, however large the ward."""

from __future__ import annotations

from datetime import date

from bot.conversation.digest_cards import Call, Section, digest

DUE = date(2021, 3, 19)
KHOMS = tuple(f"Khóm {number}" for number in range(1, 301))


def section(*, sent: int, to_call: int = 0) -> Section:
    """A ward of three hundred."""
    return Section(
        period="quý I năm 2021",
        due_on=DUE,
        total=len(KHOMS),
        sent=KHOMS[:sent],
        returned=(),
        begun=(),
        not_begun=KHOMS[sent:],
        to_call=tuple(Call(unit=unit, name="Lan", phone="0901 234 567") for unit in KHOMS[:to_call]),
    )


def test_of_very_many_units_the_first_are_named_and_the_rest_is_counted() -> None:
    said = digest([section(sent=100, to_call=30)], date(2021, 3, 22), told=KHOMS[:20])
    assert "100/300 khóm đã gửi" in said.text
    assert "Khóm 115 và 185 khóm nữa." in said.text
    assert "• và 10 khóm nữa" in said.text
    assert "Hôm nay em đã nhắc: Khóm 1, " in said.text
    assert len(said.text) < 2_000


def test_when_all_is_in_there_is_nobody_to_remind() -> None:
    said = digest([section(sent=300)], DUE, told=())
    assert said.text.endswith("Kỳ quý I năm 2021: cả 300 khóm đã gửi đủ ạ.")
    assert not said.rows


def test_a_unit_without_anybody_is_named_too() -> None:
    nobody = Section(
        period="quý I năm 2021",
        due_on=DUE,
        total=1,
        sent=(),
        returned=("Khóm 1",),
        begun=(),
        not_begun=(),
        to_call=(Call(unit="Khóm 1", name="", phone=""),),
    )
    said = digest([nobody], DUE, told=())
    assert "• Đang sửa theo ý phường: Khóm 1." in said.text
    assert "• Khóm 1: chưa có trưởng ban trong danh sách" in said.text
