"""The sheet of households in need: what counts, what nobody has confirmed, and what was closed and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from bot.domain.carrying import Closing, Reason, Standing
from bot.domain.people import PersonId
from bot.domain.periods import PeriodId
from exports.data import Records, WorkbookData
from tests.exports.reading import opened, sheet_of
from tests.exports.sample import NAME_IN_NEED, hardship_cases, workbook_data

CLOSING = Closing(
    period=PeriodId(1),
    until=date(2020, 12, 31),
    reason=Reason.OTHER,
    words="con đã có việc làm",
    by=PersonId(1),
    by_name="Lan",
    at=datetime(2020, 12, 17, 18, 0, tzinfo=UTC),
)


def records(closing: Closing | None) -> Records:
    """Of the two cases the first one is over, or still so with something changed."""
    first, second = hardship_cases().filed
    standing = Standing.CLOSED if closing else Standing.CONFIRMED
    return replace(
        hardship_cases(), filed=(replace(first, standing=standing, closing=closing, is_changed=True), second)
    )


def shown(data: WorkbookData) -> list[tuple[object, ...]]:
    """The note, and the rows from the headings on."""
    rows = list(sheet_of(opened(data), "hardship").iter_rows(values_only=True))
    return [(rows[4][0],), *rows[5:]]


def test_what_is_open_counts_and_what_is_not_confirmed_makes_the_count_incomplete() -> None:
    note, headings, _, first, second = shown(workbook_data([], hardship=records(None), may_see_names=True))
    assert str(note[0]).startswith("Đang khó khăn: 1 hộ, chưa đủ (còn 1 hộ chưa xác nhận). Khép trong kỳ: 0 hộ.")
    assert headings[4] == "Tình trạng"
    assert "Lý do khép" not in headings
    assert (first[4], second[4]) == ("có thay đổi", "chưa xác nhận")


def test_a_closed_case_says_why_when_and_who_and_does_not_count() -> None:
    note, headings, _, first, second = shown(workbook_data([], hardship=records(CLOSING), may_see_names=True))
    assert "Đang khó khăn: 0 hộ, chưa đủ" in str(note[0])
    assert "Khép trong kỳ: 1 hộ." in str(note[0])
    assert headings[-3:] == ("Lý do khép", "Ngày khép", "Người khép")
    assert first[-3:] == ("Lý do khác: con đã có việc làm", datetime(2020, 12, 18), "Lan")  # noqa: DTZ001 - a cell's day
    assert not any(second[-3:])


def test_who_may_not_see_names_does_not_learn_the_reason_either() -> None:
    rows = shown(workbook_data([], hardship=records(CLOSING)))
    cells = {str(cell) for row in rows for cell in row}
    assert "đã khép" in cells
    assert not any(word in cell for cell in cells for word in (NAME_IN_NEED, "việc làm", "Lý do", "Người khép"))


def test_the_version_of_the_figures_changes_when_a_case_is_closed() -> None:
    before, after = (workbook_data([], hardship=records(closing)).version for closing in (None, CLOSING))
    assert before != after
