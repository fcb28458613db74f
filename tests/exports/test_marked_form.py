"""An officer gets their own workbook back, with marks where something is to be changed."""

from __future__ import annotations

import io

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from bot.texts import findings as texts
from exports.marked_form import FILLS, marked
from forms.findings import Finding, Severity
from forms.xlsform import check_form
from tests.forms.lint.cases import CASES, KHOMS, survey
from tests.forms.lint.files import BAD_FILES

RED, YELLOW = (FILLS[severity].start_color.rgb for severity in (Severity.REFUSAL, Severity.WARNING))
TABLE = survey(
    "relevant | constraint", "text | a | A? | foo() | ", "integer | b | | | . > 0", "text | c | = 1 | | "
) + KHOMS.replace("khom | 2", "khom | 1")  # fmt: skip


def opened(content: bytes) -> Workbook:
    return load_workbook(io.BytesIO(content))


def sheet_of(book: Workbook, name: str) -> Worksheet:
    sheet = book[name]
    assert isinstance(sheet, Worksheet)
    return sheet


def given_back(source: bytes, file_type: str) -> Workbook:
    report = check_form(source, file_type)
    return opened(marked(source, file_type, [*report.findings, *report.warnings]))


def as_workbook(table: str) -> bytes:
    """The workbook of a table, without marks."""
    book = opened(marked(table.encode(), ".md", []))
    del book[texts.MARKED_SHEET]
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


@pytest.mark.parametrize("file_type", [".md", ".xlsx"])
def test_the_cells_are_coloured_and_say_what_to_do(file_type: str) -> None:
    source = TABLE.encode() if file_type == ".md" else as_workbook(TABLE)
    book = given_back(source, file_type)
    sheet = sheet_of(book, "survey")
    assert sheet["D2"].fill.start_color.rgb == RED
    assert sheet["D2"].comment is not None
    assert sheet["D2"].comment.text.startswith("Không có hàm foo() trong foo().\nXin xem lại tên hàm")
    assert sheet["E3"].fill.start_color.rgb == YELLOW
    assert sheet["A2"].comment is None
    assert book["choices"]["B3"].fill.start_color.rgb == RED


def test_the_first_sheet_lists_the_findings_with_links() -> None:
    book = given_back(TABLE.encode(), ".md")
    assert book.sheetnames[0] == texts.MARKED_SHEET
    sheet = sheet_of(book, texts.MARKED_SHEET)
    assert sheet["A1"].value == "Phiếu có 3 chỗ phải sửa và 1 chỗ nên xem"
    rows = list(sheet.iter_rows(min_row=5, values_only=True))
    assert [row[1] for row in rows] == ["Phải sửa", "Phải sửa", "Phải sửa", "Nên xem"]
    assert rows[0][2] == "Trang survey, dòng 2, cột relevant"
    link = sheet["C5"].hyperlink
    assert link is not None
    assert link.location == "'survey'!D2"


def test_a_text_that_begins_like_a_formula_stays_a_text() -> None:
    book = given_back(TABLE.encode(), ".md")
    assert (book["survey"]["C4"].value, book["survey"]["C4"].data_type) == ("= 1", "s")


def test_the_officers_own_looks_and_remarks_stay() -> None:
    book = opened(as_workbook(TABLE))
    sheet = sheet_of(book, "survey")
    sheet["A4"].fill = PatternFill("solid", start_color="00FF00")
    sheet["A4"].comment = Comment("Hỏi lại chị Hoa", "Lan")
    sheet.column_dimensions["C"].width = 77
    book.create_sheet("Ghi chú")["A1"] = "Của tôi"
    target = io.BytesIO()
    book.save(target)
    again = given_back(target.getvalue(), ".xlsx")
    assert again["survey"]["A4"].fill.start_color.rgb == "0000FF00"
    assert again["survey"]["A4"].comment.text == "Hỏi lại chị Hoa"
    assert again["survey"].column_dimensions["C"].width == 77
    assert again["Ghi chú"]["A1"].value == "Của tôi"


def test_a_marked_workbook_that_is_mended_and_sent_again_loses_its_marks() -> None:
    book = given_back(TABLE.encode(), ".md")
    sheet = sheet_of(book, "survey")
    sheet["D2"].value = None
    target = io.BytesIO()
    book.save(target)
    again = given_back(target.getvalue(), ".xlsx")
    assert again.sheetnames == [texts.MARKED_SHEET, "survey", "choices"]
    assert again["survey"]["D2"].comment is None
    assert again["survey"]["D2"].fill.fill_type is None
    assert again["survey"]["E3"].comment is not None


def test_characters_that_no_workbook_can_hold_are_left_out() -> None:
    table = survey("relevant", "text | a | A\x01? | fo\x02o()")
    book = given_back(table.encode(), ".md")
    assert book["survey"]["C2"].value == "A?"
    assert book["survey"]["D2"].comment is not None


def test_two_findings_of_one_cell_are_both_told() -> None:
    one = Finding(code="no_label", row=2, column="label", params={"name": "a"})
    other = Finding(code="missing_translation", row=2, column="label")
    book = opened(marked(TABLE.encode(), ".md", [one, other]))
    cell = book["survey"]["C2"]
    assert one.what in cell.comment.text
    assert other.what in cell.comment.text
    assert cell.fill.start_color.rgb == RED


def test_a_column_is_found_by_what_its_heading_means_or_by_its_letter() -> None:
    table = "| survey |\n| | type | name | Label::Tiếng Việt (vi) |\n| | text | a | A? |\n"
    findings = [
        Finding(code="no_label", row=2, column="label", params={"name": "a"}),
        Finding(code="formula_error", row=2, column="B", params={"cell": "B2", "count": "1"}),
        Finding(code="no_constraint_message", row=3, column="constraint", params={"name": "a"}),
    ]
    book = opened(marked(table.encode(), ".md", findings))
    assert all(book["survey"][cell].comment for cell in ("C2", "B2", "A3"))


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_file_that_must_not_be_opened_is_not_opened_here_either(name: str) -> None:
    bad = BAD_FILES[name]
    content = bad.content()
    report = check_form(content, bad.file_type)
    book = opened(marked(content, bad.file_type, [*report.findings, *report.warnings]))
    listed = [row[3] for row in sheet_of(book, texts.MARKED_SHEET).iter_rows(min_row=5, values_only=True)]
    assert listed == [finding.what for finding in (*report.findings, *report.warnings)]


@pytest.mark.parametrize(
    ("name", "cell"), [("a formula without a result", "C2"), ("a formula with an error", "C2"), ("merged cells", "B2")]
)
def test_a_cell_that_cannot_be_read_is_marked(name: str, cell: str) -> None:
    book = given_back(BAD_FILES[name].content(), ".xlsx")
    assert book["survey"][cell].comment is not None
    assert book["survey"][cell].fill.start_color.rgb == RED


def test_an_officers_remark_in_a_marked_cell_is_kept_with_ours() -> None:
    book = opened(as_workbook(TABLE))
    book["survey"]["D2"].comment = Comment("Hỏi lại chị Hoa", "Lan")
    target = io.BytesIO()
    book.save(target)
    said = given_back(target.getvalue(), ".xlsx")["survey"]["D2"].comment.text
    assert said.startswith("Hỏi lại chị Hoa")
    assert "foo()" in said


@pytest.mark.parametrize("name", CASES)
def test_every_finding_has_its_mark(name: str) -> None:
    if len(CASES[name].table) > 100_000:
        pytest.skip("takes seconds")
    book = given_back(CASES[name].table.encode(), ".md")
    marks = sum(bool(cell.comment) for sheet in book.worksheets for row in sheet.iter_rows() for cell in row)
    assert bool(marks) == (name != "no survey")
