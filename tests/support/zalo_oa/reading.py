"""Reads fields of a message as strictly as can be: what is not documented is refused."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Mapping
from typing import Any

from . import limits
from .wire import BrokenRule, utf16_length

LOOPBACK = "http://127.0.0.1"


def fields(given: object, where: str, *, needs: Collection[str], may: Collection[str] = ()) -> Mapping[str, Any]:
    """The object, if it has exactly these fields."""
    if not isinstance(given, dict):
        raise BrokenRule(-201, f"{where} is no object: {given!r}", field=where)
    for name in needs:
        if name not in given:
            raise BrokenRule(-201, f"{where}.{name} is missing", field=name)
    for name in given:
        if name not in {*needs, *may}:
            raise BrokenRule(-201, f"{where}.{name} is no field of it", field=name)
    return given


def string(given: object, where: str, *, most: int, code: int = -201) -> str:
    """A text within the limit, in Unicode form C, so that it counts as Zalo counts."""
    if not isinstance(given, str) or not given.strip():
        raise BrokenRule(-201, f"{where} is no text: {given!r}", field=where)
    if unicodedata.normalize("NFC", given) != given:
        raise BrokenRule(-201, f"{where} is not in form C: {given!r}", field=where)
    if utf16_length(given) > most:
        raise BrokenRule(code, f"{where} has {utf16_length(given)} characters, more than {most}", field=where)
    return given


def web_address(given: object, where: str) -> str:
    """https, or a server on this machine."""
    address = string(given, where, most=limits.MAX_PAYLOAD)
    if not address.startswith(("https://", f"{LOOPBACK}:")):
        raise BrokenRule(-201, f"{where} is no https address: {address}", field=where)
    return address


def objects(given: object, where: str, *, most: int) -> list[Any]:
    """A list of one to so many."""
    if not isinstance(given, list) or not 1 <= len(given) <= most:
        raise BrokenRule(-201, f"{where} must be a list of 1 to {most}: {given!r}", field=where)
    return given
