"""Sums of the khóms' figures that know what is missing, and the ward's rates over them.

Three things are not the same (rules R18, R21): the figure 0; `Empty.NOTHING`, which is known and adds 0; and a figure
that is not there, because the khóm does not know it or has not sent. The last makes the total incomplete, and an
incomplete total has no rate. A ward's rate is the sum over the sum, never the mean of the khóms' rates.
Cases are counted by the same rule in bot/domain/carrying.py: what nobody has confirmed is neither 0 nor 1.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from bot.domain.indicators import Rate, Verdict, judge_count, judge_share, percent
from bot.domain.submissions import Empty, Revision
from bot.domain.targets import Target
from bot.domain.units import UnitId

Figure = Decimal | Empty | None
"""What one khóm has said; None where it has said nothing."""

Figures = Mapping[str, Figure]
"""One khóm's figures by indicator name."""

YES = frozenset({"yes", "co", "true", "1"})
NO = frozenset({"no", "khong", "false", "0"})
"""How a yes/no question's answer may be stored; a yes counts as one."""

INCOMPLETE = "chưa đủ ({have}/{of} khóm)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """A sum over khóms, with those that are not in it."""

    amount: Decimal
    of: int
    """How many khóms there are."""
    missing: tuple[UnitId, ...] = ()

    @property
    def have(self) -> int:
        """How many khóms are in the sum."""
        return self.of - len(self.missing)

    @property
    def is_complete(self) -> bool:
        """Whether every khóm is in the sum."""
        return not self.missing

    @property
    def shortfall(self) -> str:
        """What to say where the total is not complete; empty where it is."""
        return _shortfall(self.have, self.of)


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A rate's two totals, and the percentage where it may be published."""

    part: Total
    whole: Total

    @property
    def missing(self) -> tuple[UnitId, ...]:
        """The khóms that lack one of the two counts."""
        return tuple(dict.fromkeys(self.whole.missing + self.part.missing))

    @property
    def have(self) -> int:
        """How many khóms have given both counts."""
        return self.whole.of - len(self.missing)

    @property
    def is_complete(self) -> bool:
        """Whether every khóm has given both counts."""
        return not self.missing

    @property
    def shortfall(self) -> str:
        """What to say instead of a percentage where a khóm is missing; empty where none is."""
        return _shortfall(self.have, self.whole.of)

    @property
    def percent(self) -> Decimal | None:
        """The percentage; None where a khóm is missing or the whole is 0."""
        return percent(self.part.amount, self.whole.amount) if self.is_complete else None


def read_figure(revision: Revision | None, name: str) -> Figure:
    """The figure that a sent report holds under that name."""
    if revision is None:
        return None
    if name in revision.empties:
        return revision.empties[name]
    text = str(revision.values.get(name, "")).strip().casefold()
    if text in YES:
        return Decimal(1)
    if text in NO:
        return Decimal(0)
    return _number(text)


def total(figures: Mapping[UnitId, Figure]) -> Total:
    """The sum of one indicator over the khóms given, each with its figure or None."""
    known = [figure for figure in figures.values() if isinstance(figure, Decimal)]
    return Total(
        amount=sum(known, Decimal(0)),
        of=len(figures),
        missing=tuple(unit for unit, figure in figures.items() if not is_known(figure)),
    )


def is_known(figure: Figure) -> bool:
    """Whether the figure can be added up: a number, or nothing of the kind happened."""
    return isinstance(figure, Decimal) or figure is Empty.NOTHING


def consolidate(reports: Mapping[UnitId, Figures | None], names: Sequence[str]) -> dict[str, Total]:
    """The total of each indicator over all khóms; a khóm that has not sent is given as None."""
    return {
        name: total({unit: None if report is None else report.get(name) for unit, report in reports.items()})
        for name in names
    }


def share(rate: Rate, totals: Mapping[str, Total]) -> Share:
    """The rate over totals that were taken over the same khóms."""
    return Share(part=totals[rate.numerator], whole=totals[rate.denominator])


def judge(target: Target, result: Share | Total | None) -> Verdict:
    """How a result stands against its target; open as long as a khóm is missing."""
    if result is None or not result.is_complete:
        return Verdict.OPEN
    if isinstance(result, Share):
        return judge_share(target, result.part.amount, result.whole.amount)
    return judge_count(target, result.amount)


def _shortfall(have: int, of: int) -> str:
    return "" if have == of else INCOMPLETE.format(have=have, of=of)


def _number(text: str) -> Decimal | None:
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
