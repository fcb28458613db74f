"""How days, times and periods are written for people."""

from __future__ import annotations

from datetime import date, datetime

from bot.domain.periods import Span
from bot.texts import periods


def day(value: date) -> str:
    """18/12/2020."""
    return f"{value:%d/%m/%Y}"


def time(value: datetime) -> str:
    """14:05; the moment is in Vietnam's time already."""
    return f"{value:%H:%M}"


def period(span: Span) -> str:
    """quý IV năm 2020."""
    return periods.PERIOD_NAMES[span.kind.value, span.number].format(year=span.year)
