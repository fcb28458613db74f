"""A form that is downloaded and published again is the same form, and the workbook is pleasant to edit."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from pyxform.xls2xform import convert

from bot.texts import form_guide
from exports.form_workbook import SPARE_ROWS, form_workbook
from forms.library import SHIPPED, ShippedForm
from forms.source import source_sheets
from forms.xlsform import check_form
from tests.exports.reading import recalculated

NASTY = {
    "a cell that looks like a formula": """
| survey |
| | type | name | label      | calculation |
| | text | a    | =1+1       |             |
| | text | b    | +84 @ -7   |             |
| | note | c    | ${a} là gì |             |
| | calculate | d |          | 1 = 1       |
""",
    "numbers and truths that are text": """
| survey |
| | type         | name | label | default | required |
| | text         | a    | 007   | 007     | true     |
| | text         | b    | 1e5   | 1e5     | TRUE     |
| | select_one x | c    | 2020-01-01 | 01  | yes      |

| choices |
| | list_name | name | label |
| | x         | 01   | 1     |
| | x         | 1.0  | TRUE  |
""",
    "two languages, media and a repeat": """
| survey |
| | type         | name | label::English (en) | label::Tiếng Việt (vi) | hint::Tiếng Việt (vi) | relevant  | image |
| | begin_repeat | nha  | House               | Nhà                    |                       |           |       |
| | integer      | so   | How many?           | Mấy người?             | Ví dụ: 3              |           | a.png |
| | select_one x | mau  | Colour              | Màu                    |                       | ${so} > 0 |       |
| | end_repeat   |      |                     |                        |                       |           |       |

| choices |
| | list_name | name | label::English (en) | label::Tiếng Việt (vi) | huyen |
| | x         | do   | Red                 | Đỏ                     | a     |

| settings |
| | form_title | form_id | default_language |
| | Hai tiếng  | hai     | Tiếng Việt (vi)  |
""",
    "names that look like escapes": """
| survey |
| | type | name      | label         | relevant       |
| | text | so_xe_may | Mấy xe máy?   |                |
| | text | a_x0041_b | Gì?           | ${so_xe_may}>0 |
""",
    "quotes, angles and apostrophes": """
| survey |
| | type | name | label                  | constraint              | constraint_message |
| | text | a    | "Khóm" <1> & 'khóm' 2? | regex(., '^[a-z"<&]+$') | Chỉ "a-z" & <      |
""",
}  # fmt: skip


def xform(source: bytes, file_type: str) -> str:
    """What pyxform makes of it, also where the gate would not let it pass."""
    sheets: dict[str, Any] = {}
    for sheet in source_sheets(source, file_type):
        sheets[sheet.name] = [dict(row) for row in sheet.rows]
        sheets[f"{sheet.name}_header"] = [dict.fromkeys(sheet.columns)]
    made: str = convert(sheets, form_name="data", validate=False).xform
    return made


@pytest.mark.parametrize("source", [*(form.source() for form in SHIPPED), *NASTY.values()])
def test_a_published_form_that_is_downloaded_and_published_again_is_the_same(source: str) -> None:
    workbook = form_workbook(source_sheets(source.encode(), ".md"), "Phiếu")
    assert xform(workbook, ".xlsx") == xform(source.encode(), ".md")
    again = form_workbook(source_sheets(workbook, ".xlsx"), "Phiếu")
    assert source_sheets(again, ".xlsx") == source_sheets(workbook, ".xlsx")


@pytest.mark.parametrize("form", SHIPPED, ids=lambda form: form.family)
def test_the_gate_takes_a_shipped_form_back_as_it_was(form: ShippedForm) -> None:
    published = check_form(form.source(), ".md").conversion
    again = check_form(form_workbook(source_sheets(form.source().encode(), ".md"), form.title), ".xlsx")
    assert (again.findings, again.conversion) == ((), published)


@pytest.mark.libreoffice
@pytest.mark.parametrize("source", [*(form.source() for form in SHIPPED), *NASTY.values()])
def test_opening_and_saving_it_in_an_office_suite_changes_nothing(
    source: str, libreoffice: Path, tmp_path: Path
) -> None:
    workbook = form_workbook(source_sheets(source.encode(), ".md"), "Phiếu")
    (saved,) = recalculated([load_workbook(io.BytesIO(workbook))], libreoffice, tmp_path)
    content = io.BytesIO()
    saved.save(content)
    assert xform(content.getvalue(), ".xlsx") == xform(source.encode(), ".md")


@pytest.mark.parametrize("form", SHIPPED, ids=lambda form: form.family)
def test_the_workbook_is_made_to_be_edited(form: ShippedForm) -> None:
    book = load_workbook(io.BytesIO(form_workbook(source_sheets(form.source().encode(), ".md"), form.title)))
    assert book.sheetnames == ["survey", "choices", "settings", form_guide.SHEET]
    survey = book["survey"]
    assert survey.freeze_panes == "D2"
    assert {cell.number_format for cell in survey[survey.max_row]} == {"@"}
    assert survey.cell(1, 1).comment is not None
    assert [cell.value for cell in survey[survey.max_row - SPARE_ROWS]].count(None) < survey.max_column
    assert all(cell.value is None for cell in survey[survey.max_row - SPARE_ROWS + 1])


def test_types_and_truths_can_be_picked_from_a_list() -> None:
    form = SHIPPED[0]
    book = load_workbook(io.BytesIO(form_workbook(source_sheets(form.source().encode(), ".md"), form.title)))
    lists = {choice.formula1: choice for choice in book["survey"].data_validations.dataValidation}
    assert '"yes,no"' in lists
    types = next(formula for formula in lists if "$A$" in formula)
    cells = book[form_guide.SHEET][types.rpartition("!")[2].replace("$", "")]
    offered = [row[0].value for row in cells]
    assert offered[0] == "integer"
    assert offered[-1] == "end_repeat"
    assert "select_one co_khong" in offered
    assert not any(choice.showErrorMessage for choice in lists.values())


def test_a_survey_without_conditions_gets_the_columns_for_them() -> None:
    source = b"| survey |\n| | type | name | label |\n| | text | a | A? |\n"
    survey = load_workbook(io.BytesIO(form_workbook(source_sheets(source, ".md"), "A")))["survey"]
    headings = [cell.value for cell in survey[1]]
    assert headings == ["type", "name", "label", "hint", "required", "relevant", "constraint", "constraint_message"]
