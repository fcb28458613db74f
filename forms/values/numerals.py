"""Numbers in digits: 1.234, 1,234 and 1 234 are thousands; 1,5 and 2.87 are decimals; and back again for showing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

_PLAIN = re.compile(r"\d+")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:([., ])\d{3})(?:\1\d{3})*")
_GROUPED_WITH_DECIMALS = re.compile(r"([1-9]\d{0,2}(?:\.\d{3})+),(\d+)|([1-9]\d{0,2}(?:,\d{3})+)\.(\d+)")
_DECIMAL = re.compile(r"(\d+)[.,](\d+)")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in digits. `one_mark`: exactly one dot or comma with three digits after it, as in 1.234."""

    value: Decimal
    written: str
    one_mark: bool = False

    @property
    def as_decimal(self) -> Decimal:
        """What it is if the one mark is a decimal mark: 1.234 = 1 and 234 thousandths."""
        return Decimal(self.written.replace(",", ".")) if self.one_mark else self.value


def read_numeral(written: str) -> Numeral | None:
    """The number behind the digits; None for what is no number (12.34.567, 1.234.56)."""
    if _PLAIN.fullmatch(written):
        return Numeral(Decimal(written), written)
    if grouped := _GROUPED.fullmatch(written):
        marks = sum(written.count(mark) for mark in ".,")
        value = Decimal(re.sub(r"[., ]", "", written))
        return Numeral(value, written, one_mark=marks == 1 and grouped[1] != " ")
    if both := _GROUPED_WITH_DECIMALS.fullmatch(written):
        whole, part = (both[1], both[2]) if both[1] else (both[3], both[4])
        return Numeral(Decimal(re.sub(r"[.,]", "", whole) + "." + part), written)
    if simple := _DECIMAL.fullmatch(written):
        return Numeral(Decimal(f"{simple[1]}.{simple[2]}"), written)
    return None


def show_number(value: Decimal | int) -> str:
    """As Vietnamese print it: 1.234.567 and 96,46."""
    whole, _, part = f"{value:f}".partition(".")
    grouped = f"{int(whole):,}".replace(",", ".")
    part = part.rstrip("0")
    return f"{grouped},{part}" if part else grouped
