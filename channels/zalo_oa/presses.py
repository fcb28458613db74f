"""A button's payload: Zalo hands it back as if the person had typed it, so it is told from words by its shape alone.

Whoever types such a payload presses the button: that is harmless, for a choice is checked like any typed answer.
"""

from __future__ import annotations

import re

MARK = "#"
_CHOICE = re.compile(r"#(@[a-z_]+(?::[\w.:@+\- ]*)?|\d{1,9}\.[^\s\x00-\x1f][^\n\x00-\x1f]{0,62})")
"""A lasting choice ("@report:3:1"), or one of the question with that number ("7.back")."""
MOST_BYTES = 64


def payload(choice: str) -> str:
    """What a button of that choice sends."""
    return f"{MARK}{choice}"


def pressed(text: str) -> str | None:
    """The choice whose button sent the text; None if it is something that a person typed ("#1", "#khóm")."""
    found = _CHOICE.fullmatch(text)
    return found[1] if found and len(found[1].encode("utf-8", "replace")) <= MOST_BYTES else None
