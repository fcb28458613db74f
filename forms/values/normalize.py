"""Typed text made uniform before it is read: one Unicode form, plain digits, dashes, quotes and spaces."""

from __future__ import annotations

import re
import unicodedata

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe0e\ufe0f\u20e3\ufeff]")
"""Zero-width characters, direction marks, and what makes an emoji of a digit."""

_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d"
_SINGLE_QUOTES = "\u2018\u2019\u201a\u201b\u2032\u00b4"
_DOUBLE_QUOTES = "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb"
_UNIFORM = str.maketrans(
    {
        **dict.fromkeys(_DASHES, "-"),
        **dict.fromkeys(_SINGLE_QUOTES, "'"),
        **dict.fromkeys(_DOUBLE_QUOTES, '"'),
        **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
        "\u2044": "/",
        "\u2215": "/",
        "\u00d7": "x",
        "\u066b": ",",
        "\u3001": ",",
        "\u3002": ".",
    }
)

_OTHER_DIGIT = re.compile(r"(?![0-9])\d")
"""A digit of another script, which Python takes for a digit too."""

_FOREIGN_TO_VIETNAMESE = re.compile(
    r"[\u00a1-\u00bf\u00c4-\u00c7\u00cb\u00ce\u00cf\u00d1\u00d6-\u00d8\u00db\u00dc\u00de-\u00df"
    r"\u00e4-\u00e7\u00eb\u00ee\u00ef\u00f0\u00f1\u00f6\u00f8\u00fb\u00fc\u00fe\u00ff]"
)
"""Latin-1 letters and signs that Vietnamese does not use; the old fonts TCVN3 and VNI put theirs there."""
_OFTEN_TYPED = "\u00b0\u00b1\u00b2\u00b3\u00ab\u00bb\u00b7\u00bc\u00bd\u00be"
"""Degrees, powers, quotes, fractions: no sign of an old font."""
_CAPITAL_INSIDE = re.compile("[a-z][\u00c0-\u00dd][a-z]")
"""A marked capital inside a word, as TCVN3 spells nghèo: "nghÌo"."""


def tidy(text: str) -> str:
    """The text in NFC with plain digits, dashes, quotes and single spaces; line breaks stay."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", _UNSEEN.sub("", text)).translate(_UNIFORM)
        text = _OTHER_DIGIT.sub(lambda digit: str(unicodedata.decimal(digit[0])), text)
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(lines).strip()


def looks_like_old_font(text: str) -> bool:
    """Whether the text was pasted from a document in TCVN3 or VNI letters ("hé nghÌo", "hoä ngheøo")."""
    odd = [char for char in _FOREIGN_TO_VIETNAMESE.findall(text) if char not in _OFTEN_TYPED]
    return bool(odd) or _CAPITAL_INSIDE.search(text) is not None


def clean(text: str) -> str:
    """A free text as it is kept: as typed, but in NFC, and without what cannot be seen or be put in a file."""
    text = unicodedata.normalize("NFC", _UNSEEN.sub("", text))
    visible = "".join(char for char in text if char == "\n" or unicodedata.category(char) not in {"Cc", "Cs", "Co"})
    return "\n".join(" ".join(line.split()) for line in visible.splitlines()).strip()
