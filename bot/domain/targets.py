"""Targets: what a ward promised for a year, as data with dates (rule R32)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bot.domain.units import UnitId


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """An indicator's promised value for a span of time: a percentage (94) or a count out of a count (4/4)."""

    unit: UnitId
    indicator: str
    amount: Decimal
    out_of: Decimal | None
    """None for a percentage of the indicator's own base."""
    valid_from: date
    valid_to: date | None
    source: str
