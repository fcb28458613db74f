"""Whether the officer hears of a period this morning."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.periods import ReportingPeriod

LATE_DAYS = timedelta(days=14)
"""So long after the ward's own due day the officer still hears every morning who is missing."""


def is_news(
    period: ReportingPeriod,
    now: datetime,
    *,
    is_complete: bool,
    last_sending: datetime | None,
    last_digest: datetime | None,
) -> bool:
    """Whether the period is worth a word: somebody is missing, or the last ones have sent since the last word."""
    today = now.date()
    if period.closed or today < period.opens_on:
        return False
    if not is_complete:
        return today <= period.ward_due_on + LATE_DAYS
    return last_sending is not None and (last_digest is None or last_digest < last_sending)
