"""Says a number in words as it is taught in school, independently of the reader: for checking the reader against it."""

from __future__ import annotations

UNITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
SCALES = ((10**9, "tỷ"), (10**6, "triệu"), (10**3, "nghìn"))


def say(number: int) -> str:
    """The words for a number below a thousand billion."""
    for scale, word in SCALES:
        if number >= scale:
            rest = number % scale
            return f"{say(number // scale)} {word} {_after(rest)}".strip()
    return _below_thousand(number) if number >= 100 else _below_hundred(number)


def _after(rest: int) -> str:
    """What follows a scale: a missing hundred is said."""
    if rest == 0:
        return ""
    return say(rest) if rest >= 1000 else _below_thousand(rest)


def _below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    if rest == 0:
        return f"{UNITS[hundreds]} trăm"
    linking = "lẻ " if rest < 10 else ""
    return f"{UNITS[hundreds]} trăm {linking}{_below_hundred(rest)}"


def _below_hundred(number: int) -> str:
    tens, unit = divmod(number, 10)
    if tens == 0:
        return UNITS[unit]
    last = {0: "", 1: "mốt" if tens > 1 else "một", 5: "lăm"}.get(unit, UNITS[unit])
    return f"{UNITS[tens]} mươi {last}".strip() if tens > 1 else f"mười {last}".strip()
