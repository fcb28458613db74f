"""Keys: where a value is kept. A node's path, with the row's number wherever a repeat lies on the way.

/data/household/member[2]/age     the age of the second member
/data/household/member            the repeat: under this key stands how many rows it has
/data/household/member[+]         the question whether there is one more
"""

from __future__ import annotations

import re

MORE = "[+]"
_NUMBER = re.compile(r"\[\d+\]")


def path_of(key: str) -> str:
    """The key without row numbers: the path under which the form declares it."""
    return _NUMBER.sub("", key) if "[" in key else key


def row_key(repeat: str, number: int) -> str:
    """The key of a row, which are counted from 1."""
    return f"{repeat}[{number}]"


def repeat_of(key: str) -> str:
    """The key of the repeat whose rows are asked about."""
    return key.removesuffix(MORE)


def is_below(key: str, row: str) -> bool:
    """Whether a key lies inside a row, or is the row itself."""
    return key.startswith(row) and key[len(row) : len(row) + 1] in {"", "/"}


def row_of(key: str) -> str:
    """The key of the innermost row around a value; blank outside repeats."""
    above = key.rpartition("/")[0]
    return above[: above.rindex("]") + 1] if "]" in above else ""


def renumbered(key: str, repeat: str, dropped: int) -> str | None:
    """The key after a row of a repeat is taken out: later rows move up; None for what was in that row."""
    if not key.startswith(f"{repeat}["):
        return key
    number, bracket, rest = key[len(repeat) + 1 :].partition("]")
    if not bracket or not number.isdecimal() or int(number) < dropped:
        return key
    return None if int(number) == dropped else f"{row_key(repeat, int(number) - 1)}{rest}"
