"""What the account's manager brings back from the consent page."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from bot.domain.errors import Invalid
from channels.zalo_oa.sentences import NO_CODE


def code_in(pasted: str) -> str:
    """The code in the pasted address, or the code itself; Invalid("settings") if it is neither."""
    text = pasted.strip().strip("<>\"'")
    if "://" in text or "code=" in text:
        try:
            query = urlsplit(text).query or text
        except ValueError:
            query = ""
        found = parse_qs(query).get("code", [""])
        text = found[0]
    if not text or not text.isascii() or any(letter.isspace() for letter in text):
        raise Invalid("settings", problem=NO_CODE)
    return text
