"""Who has sent and when: told in Vietnam's time, judged by the first revision."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.domain.submissions import Status
from tests.exports import sample
from tests.exports.reading import row_of, sheet_of, stored


def test_sending_is_told_in_vietnams_time_and_judged_by_the_first_revision() -> None:
    sending = sheet_of(stored(sample.whole_workbook()), "sending")
    on_time = row_of(sending, "Khóm A")
    assert on_time == ("đã nộp", shown("2020-12-18 00:05"), shown("2020-12-18 00:05"), "Lan", 1, "đúng hạn")
    resent = row_of(sending, "Khóm C")
    assert resent[2:] == (shown("2020-12-19 08:00"), "Lan", 2, "đúng hạn")
    assert row_of(sending, "Khóm E") == ("chưa nộp", None, None, None, None, "quá hạn 2 ngày")
    assert row_of(sending, "Số khóm đã nộp")[0] == "4/5 khóm"


@pytest.mark.parametrize(
    ("made_at", "said"),
    [
        (datetime(2020, 12, 16, 3, 0, tzinfo=UTC), "còn 2 ngày"),
        (datetime(2020, 12, 18, 3, 0, tzinfo=UTC), "hôm nay là hạn cuối"),
        (datetime(2020, 12, 18, 17, 0, tzinfo=UTC), "quá hạn 1 ngày"),
    ],
)
def test_a_khom_that_has_not_sent_is_told_how_it_stands_with_the_due_day(made_at: datetime, said: str) -> None:
    data = replace(sample.workbook_data([sample.report(sample.khom(1, "Khóm A"), None)]), made_at=made_at)
    assert row_of(sheet_of(stored(data), "sending"), "Khóm A")[-1] == said


def test_a_khom_whose_first_revision_came_after_the_due_day_is_late() -> None:
    late = replace(sample.four_khoms()[0], first_sent_at=datetime(2020, 12, 20, 17, 30, tzinfo=UTC))
    sending = sheet_of(stored(sample.workbook_data([late])), "sending")
    assert row_of(sending, "Khóm A")[-1] == "trễ 3 ngày"
    assert row_of(sending, "Trong đó đúng hạn")[0] == "0/1 khóm"


@pytest.mark.parametrize("status", [None, *Status])
def test_every_state_of_a_report_has_its_words(status: Status | None) -> None:
    report = replace(sample.report(sample.khom(1, "Khóm A"), None), status=status)
    assert row_of(sheet_of(stored(sample.workbook_data([report])), "sending"), "Khóm A")[0]


def shown(moment: str) -> datetime:
    """A moment as a sheet holds it: without a time zone."""
    return datetime.fromisoformat(moment)
