"""From a Reply to what the account can show: text in pieces, up to five buttons, the rest as lines and words."""

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
    pressed = {choice.id for choice in on_buttons(reply)}
    typed = (tuple(choice for choice in row if choice.id not in pressed) for row in reply.rows)
    shown = replace(reply, rows=tuple(filter(None, typed)))
    whole = unicodedata.normalize("NFC", render(shown, ways_out=say.WAYS_OUT, numbers=say.NUMBERS))
    return list(pieces(whole, MAX_TEXT, utf16_units))


def buttons(reply: Reply) -> list[Json]:
    """What can be pressed below the text."""
    return [
        {"type": "oa.query.hide", "title": choice.label, "payload": payload(choice.id)} for choice in on_buttons(reply)
    ]


def on_buttons(reply: Reply) -> list[Choice]:
    """All that there is to choose from, and as many of the first ways out as fit below it; the others are typed.

    Where there is more to choose from than fits it is numbered in the text, and nothing is a button: half a list of
    buttons would look like the whole. Of many lines none is a button: their numbers stand in the text.
    """
    choices = [choice for row in reply.rows for choice in row]
    if len(reply.options) > MAX_BUTTONS or not all(map(_fits, reply.options)):
        return []
    if len(choices) > MAX_BUTTONS:
        choices = [choice for choice in choices if not (choice.way_out and choice.label.isdecimal())]
    room = MAX_BUTTONS - len(reply.options)
    ways = [choice.id for choice in choices if choice.way_out and _fits(choice)][:room]
    return [choice for choice in choices if not choice.way_out or choice.id in ways]


def _fits(choice: Choice) -> bool:
    return bool(choice.label.strip()) and utf16_units(choice.label, MAX_BUTTON_TITLE + 1) <= MAX_BUTTON_TITLE


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
