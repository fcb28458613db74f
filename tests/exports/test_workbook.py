"""The workbook as a file: its sheets, its name and title, how it prints, and how large it may become."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from exports.data import FormColumn, Records
from exports.sheets import SHEETS
from tests.exports import sample
from tests.exports.reading import opened, row_of, sheet_of, stored

NAMES = [sheet.name for sheet in SHEETS]


def test_the_sheets_have_the_titles_that_officers_look_for() -> None:
    assert opened(sample.whole_workbook()).sheetnames == [
        "Tổng hợp theo khóm",
        "Hoàn cảnh khó khăn",
        "Người tốt việc tốt",
        "Tình hình nộp",
    ]


def test_the_title_says_which_period_who_made_it_when_and_from_which_data() -> None:
    data = sample.whole_workbook()
    for name in NAMES:
        top = [sheet_of(opened(data), name).cell(row, 1).value for row in (1, 3, 4)]
        assert top[0] == "PHƯỜNG TÂN QUY ĐÔNG"
        assert "Quý IV năm 2020 (01/10/2020 đến 31/12/2020)" in str(top[1])
        assert top[2] == f"Người xuất: Hoa · Lúc 09:30 ngày 20/12/2020 · Phiên bản số liệu: {data.version}"


def test_the_data_version_changes_with_a_new_revision_and_with_nothing_else() -> None:
    data = sample.whole_workbook()
    first = data.reports[0]
    assert first.revision is not None
    resent = replace(first, revision=replace(first.revision, number=2))
    assert replace(data, reports=(resent, *data.reports[1:])).version != data.version
    assert replace(data, made_by="Minh", made_at=datetime(2021, 1, 1, tzinfo=UTC)).version == data.version


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_period_gives_sheets_with_headings(name: str) -> None:
    sheet = sheet_of(opened(sample.workbook_data([])), name)
    assert sheet["A6"].value == "STT"


@pytest.mark.parametrize("name", NAMES)
def test_every_sheet_prints_on_a4_with_headings_and_page_numbers_on_each_page(name: str) -> None:
    sheet = sheet_of(opened(sample.whole_workbook()), name)
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.page_setup.paperSize == 9
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToWidth == 1
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.print_title_rows == "$6:$7"
    assert sheet.freeze_panes == "C8"
    assert sheet.oddFooter is not None
    assert "&P" in str(sheet.oddFooter.right.text)


def test_a_table_wider_than_a_page_goes_on_to_the_right_without_its_title() -> None:
    questions = tuple(FormColumn(name=f"q{n}", label=f"Câu {n}") for n in range(30))
    nobody = [sample.report(sample.khom(1, "Khóm A"), None)]
    sheet = sheet_of(opened(sample.workbook_data(nobody, columns=questions, targets=())), "summary")
    pages = [area.partition("!")[2] for area in str(sheet.print_area).split(",")]
    assert pages == ["$A$1:$Q$17", "$R$8:$AF$10"]
    assert sheet.print_title_cols == "$A:$B"


@pytest.mark.parametrize("name", NAMES)
def test_every_column_is_wide_enough_for_its_numbers_and_days(name: str) -> None:
    sheet = sheet_of(stored(sample.whole_workbook(may_see_names=True)), name)
    numbers = [cell for row in sheet.iter_rows(min_row=8) for cell in row if isinstance(cell.value, int | float)]
    assert numbers
    for cell in numbers:
        width = sheet.column_dimensions[cell.column_letter].width
        assert len(f"{cell.value:,}") + 1 <= width, cell.coordinate


@pytest.mark.parametrize("name", NAMES)
def test_a_ward_of_300_khoms_gets_every_sheet(name: str) -> None:
    khoms = [sample.khom(number, f"Khóm {number}") for number in range(1, 301)]
    reports = [sample.report(khom, sample.figures(500, 480, 450)) for khom in khoms]
    data = sample.workbook_data(reports, hardship=_many(sample.hardship_cases()), good_deeds=_many(sample.good_deeds()))
    sheet = sheet_of(stored(data), name)
    assert sheet.max_row >= 307
    if name == "summary":
        assert row_of(sheet, "Toàn phường")[:3] == (150_000, 144_000, 0.96)


def test_importing_exports_does_not_import_openpyxl() -> None:
    check = "import sys, exports.workbook; sys.exit('openpyxl' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0


def _many(records: Records) -> Records:
    return replace(records, filed=records.filed * 150)
