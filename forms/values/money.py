"""Amounts of money in whole đồng: 1.200.000, 1tr2, 1,2tr, 2 triệu rưỡi, 500k, 5 chục ngàn, 1 tỷ 2."""

from __future__ import annotations

from forms.values.findings import Clear, Found, Unclear, Unread, Why
from forms.values.fold import keys
from forms.values.quantities import Quantity, read_quantity
from forms.values.tokens import Tokens

MOST = 999_999_999_999
"""No ward's fund comes near a thousand billion đồng; longer digits are an account or card number."""
SMALL = 1_000
"""Below this nobody gives đồng: 500 means thousands or millions (rule R12)."""
SMALL_BARE = 10_000
"""Digits alone are asked about up to the smallest note in use: "2.500" may be counted in thousands."""
_LONG = 9
"""From nine digits on, an unrounded amount without marks may be an identity number."""

_CURRENCY = keys("đồng, đ, vnd, vnđ, đồng chẵn")


def read_money(text: str) -> Found[int]:
    """The amount in đồng."""
    quantity = read_quantity(text, _split_currency)
    if isinstance(quantity, Unread):
        return quantity
    if quantity.value != int(quantity.value):
        return Unread(Why.NOT_DONG)
    amount = int(quantity.value)
    if amount > MOST:
        return Unread(Why.TOO_BIG)
    if doubt := _doubt(quantity, amount):
        return Unclear(amount, doubt)
    return Clear(amount)


def _split_currency(tokens: Tokens) -> tuple[Tokens, str]:
    """ "Đồng" alone or "đồng chẵn" at the end."""
    for length in (2, 1):
        unit = " ".join(token.key for token in tokens[-length:])
        if len(tokens) > length and unit in _CURRENCY:
            return tokens[:-length], unit
    return tokens, ""


def _doubt(quantity: Quantity, amount: int) -> Why | None:
    if 0 < amount < (SMALL_BARE if quantity.numeral and not quantity.unit else SMALL):
        return Why.SMALL
    if quantity.doubt:
        return quantity.doubt
    digits = quantity.numeral.written if quantity.numeral else ""
    if amount and digits.isdecimal() and (digits.startswith("0") or (len(digits) >= _LONG and amount % SMALL)):
        return Why.ODD_DIGITS
    return None
