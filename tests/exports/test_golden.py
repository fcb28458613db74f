"""Every sheet's whole text, as it was last looked at and approved: UPDATE_GOLDEN=1 rewrites the files for the diff."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from exports.data import WorkbookData
from exports.sheets import SHEETS
from tests.exports import sample
from tests.exports.reading import opened, sheet_of, stored

GOLDEN = Path(__file__).parent / "golden"
NAMES = [sheet.name for sheet in SHEETS]


@pytest.mark.parametrize("name", NAMES)
def test_a_sheet_reads_as_it_was_approved(name: str) -> None:
    file = GOLDEN / f"{name}.txt"
    text = dump(sample.whole_workbook(may_see_names=True), name)
    if os.environ.get("UPDATE_GOLDEN"):
        file.write_text(text, encoding="utf-8")
    assert file.exists(), f"Look at the new sheet, then write {file.name} with UPDATE_GOLDEN=1"
    assert text == file.read_text(encoding="utf-8")


def test_no_approved_text_is_left_over_from_a_sheet_that_is_gone() -> None:
    assert {file.stem for file in GOLDEN.glob("*.txt")} == set(NAMES)


def dump(data: WorkbookData, name: str) -> str:
    """One line per cell: its place, what it shows, and the formula behind it."""
    formulas, results = sheet_of(opened(data), name), sheet_of(stored(data), name)
    lines = []
    for row in formulas.iter_rows():
        for cell in row:
            if cell.value not in {None, ""}:
                shown = results[cell.coordinate].value
                behind = f"  {cell.value}" if cell.data_type == "f" else ""
                lines.append(f"{cell.coordinate}: {shown}{behind}\n")
    return "".join(lines)
