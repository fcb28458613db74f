"""Regular expressions, matched in a time that grows with the text and never faster: they meet what people type.

See docs/decisions/0005-regular-expressions-without-backtracking.md.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

import re2


class PatternError(ValueError):
    """A pattern that cannot be used, with the reason."""


_OPTIONS: Final = re2.Options()
_OPTIONS.log_errors = False


@lru_cache(maxsize=256)
def compiled(pattern: str) -> Any:
    """The compiled pattern; PatternError if there is none."""
    try:
        return re2.compile(pattern, _OPTIONS)
    except re2.error as error:
        reason = error.args[0] if error.args else ""
        raise PatternError(reason.decode("utf-8", "replace") if isinstance(reason, bytes) else str(reason)) from error


def matches(text: str, pattern: str) -> bool:
    """Whether the whole text matches, as in ODK Collect; a pattern that is none matches nothing."""
    try:
        return compiled(pattern).fullmatch(text) is not None
    except PatternError:
        return False
