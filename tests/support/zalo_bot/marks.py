"""What a phone makes of a text with a parse_mode: marks vanish, also those that somebody typed into an answer."""

from __future__ import annotations

import re
from html import unescape

MARKDOWN = re.compile(r"\*{1,3}|_{1,2}|~~|`|^#{1,4} |^> |\{(?:red|orange|yellow|green|big|underline)\}", re.MULTILINE)
TAG = re.compile(r"</?[a-z][^>]*>", re.IGNORECASE)


def without_marks(text: str, mode: str) -> str:
    """The text as it is read; without a mode it is shown letter by letter."""
    if mode == "markdown":
        return MARKDOWN.sub("", text)
    return unescape(TAG.sub("", text)) if mode == "html" else text
