"""The officer hears of a period while somebody is missing, and once more when all is in."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.clock import VIETNAM
from bot.domain.digests import is_news
from bot.domain.periods import PeriodId, ReportingPeriod, Span
from bot.domain.units import UnitId

SPAN = Span.parse("2021-Q1")
PERIOD = ReportingPeriod(
    id=PeriodId(1),
    ward=UnitId(1),
    span=SPAN,
    opens_on=SPAN.opens,
    khom_due_on=SPAN.khom_due,
    ward_due_on=SPAN.ward_due,
)
MORNING = datetime(2021, 3, 22, 8, tzinfo=VIETNAM)
BEFORE, AFTER = MORNING - timedelta(days=1), MORNING - timedelta(hours=3)


def told(period: ReportingPeriod = PERIOD, now: datetime = MORNING, **given: datetime | None) -> bool:
    last_sending = given.get("last_sending")
    return is_news(
        period,
        now,
        is_complete=last_sending is not None,
        last_sending=last_sending,
        last_digest=given.get("last_digest"),
    )


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2021-03-04", False), ("2021-03-05", True), ("2021-03-26", True), ("2021-04-09", True), ("2021-04-10", False)],
)
def test_somebody_is_missing_from_the_opening_to_two_weeks_after_the_wards_due_day(day: str, expected: bool) -> None:
    assert told(now=datetime.fromisoformat(f"{day}T08:00+07:00")) is expected


def test_a_closed_period_is_no_news() -> None:
    assert not told(replace(PERIOD, closed=True))


def test_when_all_is_in_that_is_said_once() -> None:
    assert told(last_sending=AFTER)
    assert told(last_sending=AFTER, last_digest=BEFORE)
    assert not told(last_sending=BEFORE, last_digest=AFTER)
    assert not told(last_sending=BEFORE, last_digest=BEFORE)
