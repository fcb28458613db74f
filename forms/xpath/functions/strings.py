"""Functions of texts."""

from __future__ import annotations

import base64
import binascii
import re
from typing import Final

from forms.xpath.functions.table import Function, Takes, function
from forms.xpath.patterns import matches
from forms.xpath.scope import Focus
from forms.xpath.values import Value, each_text


def _string(focus: Focus, text: str | None = None) -> Value:
    return focus.node.text if text is None else text


def _concat(focus: Focus, *values: Value) -> Value:
    return "".join(each_text(values, focus.zone))


def _join(focus: Focus, separator: str, *values: Value) -> Value:
    return separator.join(each_text(values, focus.zone))


def _substring(focus: Focus, text: str, start: float, length: float | None = None) -> Value:
    """The characters from `start`, counted from 1, by XPath's rounding rules."""
    first = round_half_up(start)
    end = float("inf") if length is None else first + round_half_up(length)
    return "".join(one for place, one in enumerate(text, 1) if first <= place < end)


def round_half_up(number: float) -> float:
    """XPath 1.0's round(): a half goes up, also below zero; NaN and infinities stay."""
    return float((number + 0.5) // 1) if abs(number) < 2**52 else number


def _substr(focus: Focus, text: str, start: float, end: float | None = None) -> Value:
    """ODK's: from 0, the end left out, negative numbers count from the end."""
    return text[_index(start) :] if end is None else text[_index(start) : _index(end)]


def _index(number: float) -> int:
    return int(number) if abs(number) < 2**31 else 0


def _translate(focus: Focus, text: str, these: str, those: str) -> Value:
    table = {ord(one): those[place] if place < len(those) else None for place, one in reversed(list(enumerate(these)))}
    return text.translate(table)


def _normalize_space(focus: Focus, text: str | None = None) -> Value:
    given = focus.node.text if text is None else text
    return re.sub(r"[ \t\r\n]+", " ", given).strip(" ")


def _string_length(focus: Focus, text: str | None = None) -> Value:
    return float(len(focus.node.text if text is None else text))


def _regex(focus: Focus, text: str, pattern: str) -> Value:
    return matches(text, pattern)


def _base64_decode(focus: Focus, text: str) -> Value:
    try:
        return base64.b64decode(text, validate=True).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return ""


STRINGS: Final[tuple[Function, ...]] = (
    function("string", _string, Takes.TEXT, least=0, reads_item=True),
    function("concat", _concat, Takes.ANY, least=0, more=True),
    function("join", _join, Takes.TEXT, Takes.ANY, least=1, more=True),
    function(
        "starts-with",
        lambda focus, text, start: text.startswith(start),
        Takes.TEXT,
        Takes.TEXT,
    ),
    function("ends-with", lambda focus, text, end: text.endswith(end), Takes.TEXT, Takes.TEXT),
    function("contains", lambda focus, text, part: part in text, Takes.TEXT, Takes.TEXT),
    function("substring", _substring, Takes.TEXT, Takes.NUMBER, Takes.NUMBER, least=2),
    function(
        "substring-before",
        lambda focus, text, mark: text[: max(text.find(mark), 0)],
        Takes.TEXT,
        Takes.TEXT,
    ),
    function(
        "substring-after",
        lambda focus, text, mark: text.partition(mark)[2] if mark else text,
        Takes.TEXT,
        Takes.TEXT,
    ),
    function("substr", _substr, Takes.TEXT, Takes.NUMBER, Takes.NUMBER, least=2),
    function("translate", _translate, Takes.TEXT, Takes.TEXT, Takes.TEXT),
    function("normalize-space", _normalize_space, Takes.TEXT, least=0, reads_item=True),
    function("string-length", _string_length, Takes.TEXT, least=0, reads_item=True),
    function("regex", _regex, Takes.TEXT, Takes.TEXT),
    function("base64-decode", _base64_decode, Takes.TEXT),
)
