"""An officer gets the workbook, whatever the channel."""

from __future__ import annotations

import io

from openpyxl import load_workbook

from tests.support.talk import Town


async def the_officer_exports(town: Town) -> None:
    """It has the sheet of good deeds."""
    await town.hoa.presses("Xuất số liệu")
    book = load_workbook(io.BytesIO(await town.hoa.receives_workbook()))
    assert "Người tốt việc tốt" in book.sheetnames
