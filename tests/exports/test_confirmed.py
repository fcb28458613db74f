"""The sheet of unusual figures that somebody said are right."""

from __future__ import annotations

import io
from dataclasses import replace

from openpyxl import load_workbook

from bot.domain.submissions import Confirmed
from exports.data import WorkbookData
from exports.sheets.confirmed import TITLE
from exports.workbook import build
from tests.exports import sample

TENFOLD = Confirmed(found="Kỳ trước 51 hộ, lần này 512 hộ: tăng gấp 10 lần.", reason="=mới nhập tổ 5")
OLD = Confirmed(found="Em đọc là sinh năm 1900.")


def data(*, may_see_names: bool) -> WorkbookData:
    whole = sample.whole_workbook(may_see_names=may_see_names)
    first, *others = whole.reports
    assert first.revision is not None
    reported = replace(first, revision=replace(first.revision, confirmed={"tong_so_ho": TENFOLD}))
    case, *cases = whole.hardship.filed
    filed = replace(case, revision=replace(case.revision, confirmed={"nam_sinh": OLD}))
    return replace(whole, reports=(reported, *others), hardship=replace(whole.hardship, filed=(filed, *cases)))


def rows(shown: WorkbookData) -> list[tuple[object, ...]]:
    sheet = load_workbook(io.BytesIO(build(shown)))[TITLE]
    return [tuple(row) for row in sheet.iter_rows(min_row=8, values_only=True)]


def test_each_confirmed_figure_stands_with_what_is_unusual_and_why() -> None:
    found = rows(data(may_see_names=True))
    assert found[0] == (
        1,
        "Khóm A",
        "báo cáo định kỳ",
        "Tổng số hộ trong khóm",
        "Kỳ trước 51 hộ, lần này 512 hộ: tăng gấp 10 lần.",
        "=mới nhập tổ 5",
    )
    assert found[1][3:] == ("Năm sinh", "Em đọc là sinh năm 1900.", "không nêu")
    assert len(found) == 2


def test_a_reason_that_looks_like_a_formula_stays_text() -> None:
    sheet = load_workbook(io.BytesIO(build(data(may_see_names=True))))[TITLE]
    assert sheet["F8"].data_type == "s"


def test_what_is_personal_stays_with_those_who_may_see_names() -> None:
    assert [row[3] for row in rows(data(may_see_names=False))] == ["Tổng số hộ trong khóm"]


def test_where_nothing_was_confirmed_there_is_no_sheet() -> None:
    assert TITLE not in load_workbook(io.BytesIO(build(sample.whole_workbook(may_see_names=True)))).sheetnames
