"""Numbers that may have decimals (a score): 1,5 and 1.5; 1.234 is asked about."""

from __future__ import annotations

from decimal import Decimal

from forms.values.findings import Clear, Found, Unclear, Unread, Why
from forms.values.quantities import read_quantity
from forms.values.units import count_the_same, split_unit

MOST = 999_999_999_999


def read_decimal(text: str, unit: str) -> Found[Decimal]:
    """The number; `unit` is what the question measures ("điểm")."""
    quantity = read_quantity(text, lambda tokens: split_unit(tokens, unit))
    if isinstance(quantity, Unread):
        return quantity
    if quantity.value > MOST:
        return Unread(Why.TOO_BIG)
    value = quantity.value.normalize() + 0
    if quantity.doubt:
        return Unclear(value, quantity.doubt)
    if quantity.numeral and quantity.numeral.one_mark:
        # Vietnamese print thousands with a dot and decimals with a comma.
        is_comma = "," in quantity.numeral.written
        return Unclear(quantity.numeral.as_decimal if is_comma else value, Why.UNCLEAR_MARK)
    if not count_the_same(quantity.unit, unit):
        return Unclear(value, Why.OTHER_UNIT)
    return Clear(value)
