"""How a workbook writes characters that XML cannot hold: `_x000D_` is a carriage return, `_x005F_` an underscore.

openpyxl neither reads nor writes these; Excel does both. LibreOffice takes even `_xa_` for one, and so it would turn
the name `kp_xa_hoi_hoa` into two lines.
"""

from __future__ import annotations

import re

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{1,4}_)")


def unescaped(text: str) -> str:
    """The text that is meant by what stands in the file."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def escaped(text: str) -> str:
    """What to write into the file, so that every program shows the text as it is."""
    return _LOOKS_ESCAPED.sub("_x005F_", text) if "_x" in text else text
