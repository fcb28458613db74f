"""The report that every head fills in: what is typed, what must be stored, and for which quarters."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.periods import PeriodKind, Span
from tests.support.shipped import ASKED_IN_A_QUARTER

FAMILY = "khom_dinh_ky"
QUARTERS = (
    Span(kind=PeriodKind.QUARTER, year=2020, number=1),
    Span(kind=PeriodKind.QUARTER, year=2020, number=2),
)
"""Not the fourth, in which more is asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One quarter's report of one head; no two heads or quarters have the same figures."""

    quarter: Span
    figures: tuple[str | None, ...]
    """In the order of ASKED_IN_A_QUARTER; None is skipped by pressing."""

    @property
    def values(self) -> dict[str, str | None]:
        """What must be stored in the end."""
        return dict(zip(ASKED_IN_A_QUARTER, self.figures, strict=True))


def report_of(head: int, quarter: Span) -> Report:
    """The figures are plausible, so that no soft check asks back."""
    mark = head * 4 + quarter.number
    households = 400 + mark
    figures = (households, households * 4, households - 2, mark, 2_000_000 + mark, 1_200_000 + mark, 850_000 + mark)
    praised = (mark + 1, mark + 2, mark + 3)
    remark = f"Đường hẻm {mark} bị ngập" if quarter is QUARTERS[0] else None
    return Report(quarter=quarter, figures=(*map(str, (*figures, *praised)), remark))
