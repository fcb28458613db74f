"""What stands behind the name in a lasting choice, "@interview:12"; anybody can forge one, so it is looked at first."""

from __future__ import annotations

import re

_KEY = re.compile(r"[1-9]\d{0,17}", re.ASCII)
"""A number that a row can have, in either database."""


def is_key(argument: str) -> bool:
    """Whether it can be the number of a row, so that it may be looked for."""
    return _KEY.fullmatch(argument) is not None
