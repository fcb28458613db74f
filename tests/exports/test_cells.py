"""Text stays text and arrives whole, whatever people type; numbers, days and formulas keep their kind."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.cells import MAX_TEXT, render
from exports.data import ColumnKind, FormColumn
from exports.table import Cell, Formula, Look, Row, Value, letter
from tests.exports import sample
from tests.exports.reading import opened, row_of, sheet_of

STYLES = dict.fromkeys(Look, 0)
NOTE = FormColumn(name="ghi_chu", label="Ghi chú", kind=ColumnKind.TEXT)

INJECTIONS = (
    "=1+1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://example.org","bấm vào đây")',
    "+84912345678",
    "-2 người",
    "@SUM(A1)",
    "\t=1+1",
    "\n=1+1",
    "#REF!",
    "=",
    "TRUE",
    "1E5",
    "0912345678",
    "2020-12-18",
    '<script>&"',
    "]]>",
)


@pytest.mark.parametrize("text", INJECTIONS)
def test_what_people_type_is_never_a_formula(text: str) -> None:
    reports = [sample.report(sample.khom(1, "Khóm A"), {"ghi_chu": text})]
    sheet = sheet_of(opened(sample.workbook_data(reports, columns=(NOTE,))), "summary")
    cell = sheet["C8"]
    assert cell.value == text.strip()
    assert cell.data_type == "s"
    assert cell.quotePrefix


def test_a_khoms_own_name_is_never_a_formula() -> None:
    reports = [sample.report(sample.khom(1, "=1+1"), None)]
    for name in ("summary", "sending"):
        cell = sheet_of(opened(sample.workbook_data(reports)), name)["B8"]
        assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_control_characters_are_left_out_of_text() -> None:
    assert '<t xml:space="preserve">mộthai</t>' in xml("một\x00\x07\x1b\ud800\ufffehai")


def test_a_line_break_stays_in_its_text() -> None:
    reports = [sample.report(sample.khom(1, "Khóm A"), {"ghi_chu": "một\nhai"})]
    assert (
        row_of(sheet_of(opened(sample.workbook_data(reports, columns=(NOTE,))), "summary"), "Khóm A")[0] == "một\nhai"
    )


def test_text_is_cut_where_a_cell_ends() -> None:
    assert xml("đ" * 40_000).count("đ") == MAX_TEXT


@given(st.text())
def test_any_text_makes_a_file_that_can_be_read(text: str) -> None:
    assert "<f>" not in xml(text)
    xml(text).encode()


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Decimal("2500000000"), "<v>2500000000</v>"),
        (Decimal("1E+3"), "<v>1000</v>"),
        (Decimal("0.9363"), "<v>0.9363</v>"),
        (7, "<v>7</v>"),
        (date(2020, 12, 18), "<v>44183</v>"),
        (datetime.fromisoformat("2020-12-18 12:00"), "<v>44183.5</v>"),
        (Formula("SUM(A1:A2)", 3), "<f>SUM(A1:A2)</f><v>3</v>"),
        (Formula('IF(A1<1,"a","b")', "b"), '<f>IF(A1&lt;1,"a","b")</f><v>b</v>'),
    ],
)
def test_numbers_days_and_formulas_are_written_with_their_results(value: Value, written: str) -> None:
    assert written in xml(value)


def test_a_formula_that_gives_text_says_so() -> None:
    assert 't="str"' in xml(Formula("A1", "chưa nộp"))
    assert 't="str"' not in xml(Formula("A1", 1))


@pytest.mark.parametrize(
    ("column", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (702, "ZZ"), (703, "AAA")]
)
def test_columns_are_lettered_as_spreadsheets_do(column: int, letters: str) -> None:
    assert letter(column) == letters


def xml(value: Value) -> str:
    return "".join(render([Row((Cell(value, Look.TEXT),))], STYLES))
