"""The forms that ship with khombot, as XLSForm tables; a ward may publish its own version of each."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files

from bot.domain.periods import PeriodKind

KHOM = "khom"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShippedForm:
    """A form of the product and how it is used."""

    family: str
    title: str
    prefix: str
    """Begins the codes that people quote: KK-K1-2020-003."""
    level: str = KHOM
    """The level of the units that fill it in."""
    period_kinds: tuple[PeriodKind, ...] = ()
    """The kinds of periods it is due for; none = it is filled in whenever something happens."""
    consent: tuple[str, str] | None = None
    """The question and the value without which nothing may be sent."""
    is_carried: bool = False
    """Each of its cases goes on from period to period until somebody says that it is over."""
    named: str = ""
    """The question whose answer, masked, tells people of the khóm which case it is."""

    def source(self) -> str:
        """The XLSForm, as a Markdown table."""
        return files(__name__).joinpath(f"{self.family}.md").read_text(encoding="utf-8")


SHIPPED: tuple[ShippedForm, ...] = (
    ShippedForm(
        family="khom_dinh_ky",
        title="Báo cáo định kỳ của khóm",
        prefix="BC",
        period_kinds=(PeriodKind.QUARTER, PeriodKind.HALF, PeriodKind.YEAR),
    ),
    ShippedForm(
        family="hoan_canh_kho_khan",
        title="Hoàn cảnh khó khăn",
        prefix="KK",
        consent=("dong_y", "co"),
        is_carried=True,
        named="nguoi_dai_dien",
    ),
    ShippedForm(family="guong_ntvt", title="Gương người tốt việc tốt", prefix="NT"),
)
