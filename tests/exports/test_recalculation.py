"""Opened in LibreOffice, the recalculated figures equal the ones that were computed when the workbook was made."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from bot.domain.submissions import Empty
from exports.data import WorkbookData
from exports.sheets import SHEETS
from tests.exports import sample
from tests.exports.reading import column_of, opened, recalculated, row_of, sheet_of, stored

pytestmark = pytest.mark.libreoffice

HALVES = ((1, 800), (3, 800), (5, 800), (401, 800), (1, 160), (3, 160), (1005, 8000), (2323, 2481), (1, 3), (2, 3))
"""Shares that lie exactly between two hundredths of a percent, where rounding methods differ, and some that do not."""


def halves() -> WorkbookData:
    return sample.workbook_data(
        [
            sample.report(sample.khom(number, f"Khóm {number}"), sample.figures(whole, whole, part))
            for number, (part, whole) in enumerate(HALVES, start=1)
        ]
    )


WORKBOOKS = {
    "a khóm's number is missing": sample.workbook_data(sample.four_khoms()),
    "all four khóms are complete": sample.workbook_data(sample.four_khoms(603)),
    "a khóm has not sent": sample.whole_workbook(),
    "names are shown": sample.whole_workbook(may_see_names=True, recognised_in_d=603),
    "nobody has sent": sample.workbook_data([sample.report(sample.khom(1, "Khóm A"), None)]),
    "there is no khóm": sample.workbook_data([]),
    "a khóm has no household": sample.workbook_data([sample.report(sample.khom(1, "Khóm A"), sample.figures(0, 0, 0))]),
    "nothing of the kind": sample.workbook_data(
        [
            sample.report(sample.khom(1, "Khóm A"), sample.figures(512, 500, Empty.NOTHING)),
            sample.report(sample.khom(2, "Khóm B"), sample.figures(100, 90, 80)),
        ]
    ),
    "rates on the edge of rounding": halves(),
    "all but one of 25.000 households": sample.workbook_data(
        [sample.report(sample.khom(1, "Khóm A"), sample.figures(25_000, 24_999, 24_999))]
    ),
}


@pytest.fixture(scope="module")
def recalculations(libreoffice: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Workbook]:
    books = [opened(data) for data in WORKBOOKS.values()]
    return dict(zip(WORKBOOKS, recalculated(books, libreoffice, tmp_path_factory.mktemp("office")), strict=True))


@pytest.mark.parametrize("name", WORKBOOKS)
@pytest.mark.parametrize("sheet", [sheet.name for sheet in SHEETS])
def test_recalculated_figures_equal_the_stored_ones(name: str, sheet: str, recalculations: dict[str, Workbook]) -> None:
    assert _figures(sheet_of(recalculations[name], sheet)) == _figures(sheet_of(stored(WORKBOOKS[name]), sheet))


def test_a_number_typed_over_the_missing_one_gives_the_wards_rates(libreoffice: Path, tmp_path: Path) -> None:
    book = opened(sample.workbook_data(sample.four_khoms()))
    summary = sheet_of(book, "summary")
    recognised = column_of(summary, "Số hộ được công nhận đạt gia đình văn hóa")
    row = next(row for row in summary.iter_rows() if row[1].value == "Khóm D")
    row[recognised + 2].value = 603

    [calculated] = recalculated([book], libreoffice, tmp_path)
    after = sheet_of(calculated, "summary")
    ward = row_of(after, "Toàn phường")
    plan = row_of(after, "Tỷ lệ hộ đạt gia đình văn hóa trên tổng số hộ")

    assert ward[recognised : recognised + 3] == (2323, 0.9363, 0.9405)
    assert row_of(after, "Đã có số liệu")[recognised] == "đủ (4/4 khóm)"
    assert plan[:3] == (0.94, 0.9363, "chưa đạt")
    assert row_of(after, "Tỷ lệ hộ đạt gia đình văn hóa trên số hộ đăng ký")[:3] == (0.94, 0.9405, "đạt")


def _figures(worksheet: Worksheet) -> list[list[object]]:
    """All values; LibreOffice leaves out rows and cells that are empty, and stores a moment to the millisecond."""
    rows = ([_plain(value) for value in row] for row in worksheet.iter_rows(values_only=True))
    trimmed = [_trimmed(row) for row in rows]
    while trimmed and not trimmed[-1]:
        trimmed.pop()
    return trimmed


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.replace(microsecond=0)
    return value or None if isinstance(value, str) else value


def _trimmed(row: list[object]) -> list[object]:
    while row and row[-1] is None:
        row.pop()
    return row
