"""From a Reply to what the Bot API can show: text in pieces, inline buttons, numbered options where labels are long."""

from __future__ import annotations

import html
from collections.abc import Iterator

from bot.messages import Choice, Reply
from channels.pieces import pieces
from channels.plain_text import told_once
from channels.telegram.limits import MAX_BUTTON_LABEL, MAX_BUTTONS_IN_ROW, MAX_TEXT

MOST_BOLD = 200
"""A question stands out in bold; a long text in bold is tiring."""
NUMBERS_IN_ROW = 5

Button = dict[str, str]
"""An InlineKeyboardButton of the Bot API."""


def texts(reply: Reply, *, limit: int = MAX_TEXT) -> list[str]:
    """The HTML of each message, each within the limit; the last one carries the buttons."""
    main = reply.text
    if _is_numbered(reply):
        told = told_once(reply)
        lines = (f"{place}. {choice.label}" for place, choice in enumerate(told.options, start=1))
        main = "\n".join((told.text, *lines))
    whole = "\n\n".join(filter(None, ("\n".join(filter(None, (reply.heading, main))), reply.hint)))
    if len(whole) > limit:
        return [html.escape(piece, quote=False) for piece in pieces(whole, limit)]
    shown = html.escape(main, quote=False)
    if reply.heading and len(main) <= MOST_BOLD:
        shown = f"<b>{shown}</b>"
    top = "\n".join(filter(None, (html.escape(reply.heading, quote=False), shown)))
    return ["\n\n".join(filter(None, (top, html.escape(reply.hint, quote=False))))]


def plain(text: str) -> str:
    """What a person reads of one of these messages; Telegram leaves out blanks at its ends."""
    return html.unescape(text.replace("<b>", "").replace("</b>", "")).strip()


def keyboard(reply: Reply) -> list[list[Button]]:
    """The inline buttons, row by row."""
    rows = _numbered(reply) if _is_numbered(reply) else reply.rows
    return [
        [{"text": choice.label, "callback_data": choice.id} for choice in part]
        for row in rows
        for part in _parts(row, MAX_BUTTONS_IN_ROW)
    ]


def _is_numbered(reply: Reply) -> bool:
    return any(len(choice.label) > MAX_BUTTON_LABEL for choice in reply.options)


def _numbered(reply: Reply) -> Iterator[tuple[Choice, ...]]:
    """Numbers for the options, that stand in the text; the ways out as they are."""
    numbers = tuple(Choice(id=choice.id, label=str(place)) for place, choice in enumerate(reply.options, start=1))
    yield from _parts(numbers, NUMBERS_IN_ROW)
    for row in reply.rows:
        if ways := tuple(choice for choice in row if choice.way_out):
            yield ways


def _parts(row: tuple[Choice, ...], size: int) -> Iterator[tuple[Choice, ...]]:
    for start in range(0, len(row), size):
        yield row[start : start + size]
