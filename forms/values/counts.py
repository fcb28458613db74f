"""Whole numbers of things: 12, 012, 12 hộ, 1.234, mười hai; never a percentage, a decimal or an estimate."""

from __future__ import annotations

from forms.values.findings import Clear, Found, Unclear, Unread, Why
from forms.values.fold import keys
from forms.values.quantities import Quantity, read_quantity
from forms.values.tokens import take_apart
from forms.values.units import count_the_same, split_unit

MOST = 9_999_999
"""More than any ward's people; longer digits are a telephone or identity number in the wrong place."""

_MONEY_WORDS = keys("triệu, tr, tỷ, tỉ, đồng, vnd, vnđ")
_SHORT_THOUSAND = "k"


def read_count(text: str, unit: str) -> Found[int]:
    """The number of things; `unit` is what the question counts ("hộ")."""
    quantity = read_quantity(text, lambda tokens: split_unit(tokens, unit))
    if isinstance(quantity, Unread):
        return quantity
    typed = {token.key for token in take_apart(text)}
    if quantity.value and typed & _MONEY_WORDS:
        return Unread(Why.MONEY)
    if quantity.value and _SHORT_THOUSAND in typed:
        return Unread(Why.THOUSANDS)
    return _whole(quantity, unit)


def _whole(quantity: Quantity, unit: str) -> Found[int]:
    if quantity.value != int(quantity.value):
        return Unread(Why.DECIMAL)
    count = int(quantity.value)
    if count > MOST:
        return Unread(Why.TOO_BIG)
    if quantity.doubt:
        return Unclear(count, quantity.doubt)
    if "." in str(quantity.value):  # 12.0, as a spreadsheet writes it
        return Unclear(count, Why.UNCLEAR_MARK)
    if not count_the_same(quantity.unit, unit):
        return Unclear(count, Why.OTHER_UNIT)
    return Clear(count)
