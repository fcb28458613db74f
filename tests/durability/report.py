"""The report that every head fills in: what is typed, what must be stored, and for which quarters."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.periods import PeriodKind, Span

FAMILY = "khom_dinh_ky"
QUARTERS = (
    Span(kind=PeriodKind.QUARTER, year=2020, number=1),
    Span(kind=PeriodKind.QUARTER, year=2020, number=2),
)
"""Not the fourth, in which more is asked."""
QUESTIONS = (
    "tong_so_ho",
    "tong_nhan_khau",
    "ho_dang_ky_gdvh",
    "so_buoi_tuyen_truyen",
    "kp_nsnn",
    "kp_xa_hoi_hoa",
    "kp_da_chi",
    "so_khen_tap_the",
    "so_khen_gia_dinh",
    "so_khen_ca_nhan",
    "kho_khan_vuong_mac",
)
"""In the order in which they are asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One quarter's report of one head; no two heads or quarters have the same figures."""

    quarter: Span
    figures: tuple[str | None, ...]
    """In the order of QUESTIONS; None is skipped by pressing."""

    @property
    def values(self) -> dict[str, str | None]:
        """What must be stored in the end."""
        return dict(zip(QUESTIONS, self.figures, strict=True))


def report_of(head: int, quarter: Span) -> Report:
    """The figures are plausible, so that no soft check asks back."""
    mark = head * 4 + quarter.number
    households = 400 + mark
    figures = (households, households * 4, households - 2, mark, 2_000_000 + mark, 1_200_000 + mark, 850_000 + mark)
    praised = (mark + 1, mark + 2, mark + 3)
    remark = f"Đường hẻm {mark} bị ngập" if quarter is QUARTERS[0] else None
    return Report(quarter=quarter, figures=(*map(str, (*figures, *praised)), remark))
