"""The six digits by which an invited person comes in where no link can be pressed: how they are written and read."""

from __future__ import annotations

import re
import unicodedata

DIGITS = 6
_BETWEEN = r"[ .\-]"
_CODE = rf"[0-9](?:{_BETWEEN}?[0-9]){{{DIGITS - 1}}}"
# Not a piece of a longer number: of a phone number nobody means six digits.
_WITHIN = re.compile(rf"(?<![0-9])(?<![0-9]{_BETWEEN}){_CODE}(?!{_BETWEEN}?[0-9])")
_ALONE = re.compile(rf"\s*{_CODE}\s*[.!]?\s*")
_NAMED = re.compile(rf"\s*m[ãa]\s*(?:(?:m[ờo]i|s[ốo])\s*)?:?\s*({_CODE})\s*[.!]?\s*")


def is_code(text: str) -> bool:
    """Whether it is six digits and nothing else."""
    return len(text) == DIGITS and text.isascii() and text.isdecimal()


def code_within(text: str) -> str:
    """The one code in what a stranger wrote: "chào em, mã 123 456 nhé"; empty where there is none, or more than one."""
    found = {_digits(match) for match in _WITHIN.findall(_plain(text))}
    return found.pop() if len(found) == 1 else ""


def code_alone(text: str) -> str:
    """The code that is all of what was written: "123 456"; else empty."""
    plain = _plain(text)
    return _digits(plain) if _ALONE.fullmatch(plain) else ""


def code_named(text: str) -> str:
    """The code that was called one, and nothing else: "mã 123456", "Mã mời: 123 456"; else empty."""
    found = _NAMED.fullmatch(_plain(text))
    return _digits(found[1]) if found else ""


def written(code: str) -> str:
    """As it is shown, in two halves that can be read aloud: 123 456."""
    return f"{code[: DIGITS // 2]} {code[DIGITS // 2 :]}"


def _plain(text: str) -> str:
    # Some keyboards write digits of full width.
    return unicodedata.normalize("NFKC", text).lower()


def _digits(text: str) -> str:
    return re.sub("[^0-9]", "", text)
