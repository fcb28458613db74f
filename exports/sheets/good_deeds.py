"""Good deeds: a name stands here if the person agreed to be named, or if the reader may see names."""

from __future__ import annotations

from bot.domain.consolidation import read_figure
from exports.data import FiledRecord, FormColumn, WorkbookData
from exports.records import answer, records_table
from exports.sheets.base import Sheet
from exports.table import Cell, Look, Table

TITLE = "Người tốt việc tốt"
NONE = "Chưa có gương người tốt việc tốt nào được ghi."
NOTE = "Chỉ nêu tên công khai khi người được nêu gương đã đồng ý."
NOT_NAMED = "không nêu tên"

CONSENT = "dong_y_neu_guong"
"""The form's question whether the person agrees to be named in public."""


def table(data: WorkbookData) -> Table:
    """One row per good deed."""

    def read(question: FormColumn, record: FiledRecord) -> Cell:
        if question.personal and not (data.may_see_names or _agreed(record)):
            return Cell(NOT_NAMED, Look.TEXT)
        return answer(question, record)

    return records_table(
        data, data.good_deeds, title=TITLE, note=NOTE, none=NONE, asked=data.good_deeds.columns, read=read
    )


def _agreed(record: FiledRecord) -> bool:
    return read_figure(record.revision, CONSENT) == 1


GOOD_DEEDS = Sheet(name="good_deeds", title=TITLE, table=table)
