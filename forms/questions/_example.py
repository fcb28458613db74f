"""The example that a form gives itself, in its hint: nearer to what people would answer than one that fits all."""

from __future__ import annotations

import re

from bot.texts.interview import EXAMPLE
from forms.question import Question

_COUNT = re.compile(rf"{re.escape(EXAMPLE)}(\d[\d.]*\d|\d)(?=[.,;]|\s|$)")


def own_count(question: Question) -> str:
    """412 of "Ví dụ: 412. Chưa có số thì gõ: chưa rõ"; "" where the hint does not begin with a count."""
    parts = question.hint.wording(question.hint.default)
    found = _COUNT.match(parts[0]) if parts and isinstance(parts[0], str) else None
    return found[1] if found else ""
