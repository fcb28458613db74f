"""A sheet for each list inside the reports and records: one row per line of the list, with the code it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exports.data import RowList, WorkbookData
from exports.records import answer, records_table
from exports.sheets.base import Sheet
from exports.table import Table

UNTITLED = "Danh sách"
NONE = "Chưa có mục nào được ghi."
NOTE = "Mỗi dòng là một mục trong danh sách; mã cho biết mục đó thuộc báo cáo hoặc hồ sơ nào."
MOST_LETTERS = 31
"""Of the title on a tab; Excel takes no more, and none of the characters below."""
_NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\]")


def list_sheets(data: WorkbookData, taken: frozenset[str]) -> tuple[Sheet, ...]:
    """The sheets of the lists, with titles of their own beside those that are `taken`."""
    titles = list(_titles([one.title for one in data.lists], set(taken)))
    return tuple(_sheet(one, title) for one, title in zip(data.lists, titles, strict=True))


def _sheet(rows: RowList, title: str) -> Sheet:
    def table(data: WorkbookData) -> Table:
        return records_table(
            data,
            rows.records,
            title=rows.title,
            note=NOTE,
            none=NONE,
            asked=tuple(column for column in rows.records.columns if data.may_see_names or not column.personal),
            read=answer,
        )

    return Sheet(name=f"list {title}", title=title, table=table)


def _titles(wanted: list[str], taken: set[str]) -> Iterator[str]:
    for title in wanted:
        plain = " ".join(_NOT_IN_TITLES.sub(" ", title).split()).strip("'") or UNTITLED
        number, given = 1, plain[:MOST_LETTERS].strip()
        while given.casefold() in {one.casefold() for one in taken}:
            number += 1
            end = f" ({number})"
            given = plain[: MOST_LETTERS - len(end)].strip() + end
        taken.add(given)
        yield given
