"""A row of digits that counts nothing: a telephone number, a code. Leading zeros stay, +84 becomes 0."""

from __future__ import annotations

import re

from forms.values.findings import Clear, Found, Unclear, Unread, Why
from forms.values.normalize import tidy

_RUN = re.compile(r"\+?\d(?:[ .\-()]{0,2}\d)*")
_ABROAD = re.compile(r"(?:\+|00)84(?=[1-9]\d{8}$)")
_PHONE = re.compile(r"(0\d{3})(\d{3})(\d{3})")


def read_digits(text: str) -> Found[str]:
    """The digits without what parts them; one row among words is asked about, several are refused."""
    said = tidy(text)
    found = _RUN.findall(said)
    if not found:
        return Unread(Why.NO_DIGITS)
    if len(found) > 1:
        return Unread(Why.SEVERAL)
    digits = _ABROAD.sub("0", re.sub(r"[^\d+]", "", found[0])).lstrip("+")
    return Clear(digits) if _RUN.fullmatch(said) else Unclear(digits, Why.EXTRA_WORDS)


def show_digits(digits: str) -> str:
    """A telephone number in groups, 0912 345 678; anything else as it is."""
    phone = _PHONE.fullmatch(digits)
    return " ".join(phone.groups()) if phone else digits
