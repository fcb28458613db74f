"""Buttons below a message."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from . import limits
from .reading import fields, objects, string, web_address
from .screen import Button
from .wire import BrokenRule

PHONE = re.compile(r"84\d{8,10}")


def read_buttons(given: object) -> tuple[Button, ...]:
    """Up to five, each with the payload of its type."""
    return tuple(_button(each) for each in objects(given, "buttons", most=limits.MAX_BUTTONS))


def _button(given: object) -> Button:
    found = fields(given, "button", needs=("type", "title", "payload"), may=("image_icon",))
    kind = found["type"]
    if kind not in KINDS:
        raise BrokenRule(-201, f"no type of button: {kind!r}", field="type")
    label = string(found["title"], "button.title", most=limits.MAX_TITLE)
    return Button(label=label, kind=kind, **KINDS[kind](found["payload"]))


def _query(payload: object) -> Mapping[str, str]:
    return {"payload": string(payload, "button.payload", most=limits.MAX_PAYLOAD)}


def _page(payload: object) -> Mapping[str, str]:
    return {"url": web_address(fields(payload, "button.payload", needs=("url",))["url"], "button.payload.url")}


def _call(payload: object) -> Mapping[str, str]:
    return {"phone": _phone(fields(payload, "button.payload", needs=("phone_code",)))}


def _sms(payload: object) -> Mapping[str, str]:
    found = fields(payload, "button.payload", needs=("content", "phone_code"))
    return {"phone": _phone(found), "payload": string(found["content"], "content", most=limits.MAX_PAYLOAD)}


def _phone(payload: Mapping[str, Any]) -> str:
    number = str(payload["phone_code"])
    if not PHONE.fullmatch(number):
        raise BrokenRule(-201, f"no telephone number that begins with 84: {number}", field="phone_code")
    return number


KINDS: Mapping[str, Callable[[object], Mapping[str, str]]] = {
    "oa.query.hide": _query,
    "oa.query.show": _query,
    "oa.open.url": _page,
    "oa.open.phone": _call,
    "oa.open.sms": _sms,
}
