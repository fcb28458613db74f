"""From a Reply to what the account can show: text in pieces, up to five buttons, else numbered lines."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.messages import Choice, Reply
from bot.texts import zalo as say
from channels.pieces import pieces, utf16_units
from channels.plain_text import render
from channels.zalo_oa.limits import MAX_BUTTON_TITLE, MAX_BUTTONS, MAX_TEXT
from channels.zalo_oa.presses import payload

Json = dict[str, Any]


def texts(reply: Reply) -> list[str]:
    """The text of each message; the last one carries the buttons."""
    shown = replace(reply, rows=()) if buttons(reply) else reply
    whole = unicodedata.normalize("NFC", render(shown, ways_out=say.WAYS_OUT, numbers=say.NUMBERS))
    return list(pieces(whole, MAX_TEXT, utf16_units))


def buttons(reply: Reply) -> list[Json]:
    """The choices as buttons; none where they do not fit, and then they are numbered in the text."""
    choices = [choice for row in reply.rows for choice in row]
    if not fits(choices):
        return []
    return [{"type": "oa.query.hide", "title": choice.label, "payload": payload(choice.id)} for choice in choices]


def fits(choices: Sequence[Choice]) -> bool:
    """Whether all of them can be buttons."""
    return len(choices) <= MAX_BUTTONS and all(
        choice.label.strip() and utf16_units(choice.label, MAX_BUTTON_TITLE + 1) <= MAX_BUTTON_TITLE
        for choice in choices
    )


def text_message(text: str, buttons: Sequence[Mapping[str, Any]] = ()) -> Json:
    """A message of words, with buttons below it."""
    message: Json = {"text": text}
    if buttons:
        message["attachment"] = {"type": "template", "payload": {"buttons": list(buttons)}}
    return message


def picture_message(upload: str) -> Json:
    """A message with an uploaded picture; a text may be added, which is shown below it."""
    element = {"media_type": "image", "attachment_id": upload}
    return {"attachment": {"type": "template", "payload": {"template_type": "media", "elements": [element]}}}


def file_message(upload: str) -> Json:
    """A message with an uploaded document; it has no words."""
    return {"attachment": {"type": "file", "payload": {"token": upload}}}
