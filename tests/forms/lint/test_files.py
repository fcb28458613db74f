"""Bad files are refused with one sentence each, soon and in little memory; the forms in them are never opened."""

from __future__ import annotations

import io
import time
import tracemalloc

import pytest
from openpyxl import Workbook

from forms.files.markdown import read_tables
from forms.library import SHIPPED
from forms.lint.choices import MOST_CHOICES
from forms.xlsform import check_form
from tests.forms.lint.cases import choices, survey
from tests.forms.lint.files import BAD_FILES, workbook

SECONDS = 5
"""Of a processor; the worst takes 2."""
MEGABYTES = 120


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_gets_one_clear_sentence(name: str) -> None:
    bad = BAD_FILES[name]
    content = bad.content()
    started = time.process_time()
    report = check_form(content, bad.file_type)
    assert time.process_time() - started < SECONDS
    (finding,) = (*report.findings, *report.warnings)
    assert (finding.code, finding.sheet, finding.row, finding.column) == (bad.code, bad.sheet, bad.row, bad.column)
    assert str(finding)
    assert finding.english
    assert (report.conversion is None) == bool(report.findings)


@pytest.mark.parametrize("name", ["a zip bomb", "a million rows", "fifty megabytes"])
def test_a_huge_file_costs_little_memory(name: str) -> None:
    content = BAD_FILES[name].content()
    tracemalloc.start()
    try:
        check_form(content, ".xlsx")
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < MEGABYTES * 2**20


def test_a_sound_workbook_passes() -> None:
    report = check_form(workbook(), ".xlsx")
    assert report.findings == ()
    assert report.conversion is not None


def test_the_end_of_the_name_may_be_in_capitals() -> None:
    assert check_form(workbook(), ".XLSX").conversion is not None


def test_formulas_and_merged_cells_beside_the_form_do_not_matter() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "survey"
    for row in (("type", "name", "label"), ("text", "a", "A?")):
        sheet.append(row)
    sheet["F2"] = "=1+1"
    sheet.merge_cells("F3:G4")
    notes = book.create_sheet("Ghi chú")
    notes["A1"] = "=2+2"
    notes.merge_cells("A2:C2")
    target = io.BytesIO()
    book.save(target)
    assert check_form(target.getvalue(), ".xlsx").findings == ()


def test_formulas_are_counted_by_column_with_their_first_cell_named() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "survey"
    sheet.append(("type", "name", "label"))
    for number in range(2, 30):
        sheet.append(("text", f"a{number}", f'=CONCATENATE("A",{number})'))
    target = io.BytesIO()
    book.save(target)
    formulas = [one for one in check_form(target.getvalue(), ".xlsx").findings if one.code == "formula"]
    assert [(one.params["cell"], one.params["count"]) for one in formulas] == [("C2", "28")]


def test_the_longest_list_is_taken() -> None:
    rows = (f"khom | {number} | Khóm {number}" for number in range(MOST_CHOICES))
    report = check_form(survey("hint", "select_one khom | a | A? | ") + choices(*rows), ".md")
    assert report.findings == ()


def test_a_list_of_a_hundred_thousand_is_refused() -> None:
    rows = (f"khom | {number} | K" for number in range(100_000))
    report = check_form(survey("hint", "select_one khom | a | A? | ") + choices(*rows), ".md")
    assert [finding.code for finding in report.findings] == ["too_many_rows"]


@pytest.mark.parametrize("form", SHIPPED, ids=lambda form: form.family)
def test_tables_are_read_as_pyxform_reads_them(form: object) -> None:
    from pyxform.xls2json_backends import get_xlsform

    content = form.source().encode()  # type: ignore[attr-defined]
    theirs = get_xlsform(io.BytesIO(content), file_type=".md")
    tables, flaws = read_tables(content)
    assert flaws == []
    for name, (headings, *rows) in tables.items():
        ours = [{heading: cell for heading, cell in zip(headings, row, strict=False) if cell} for row in rows]
        assert ours == list(getattr(theirs, name))
