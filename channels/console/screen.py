"""What the terminal shows of a reply; without colours where nobody sees them."""

from __future__ import annotations

import os
import unicodedata
from dataclasses import replace
from typing import TextIO

from bot.messages import Reply
from bot.texts import console as say
from channels.plain_text import render, told_once

_BOLD, _DIM, _PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"


class Screen:
    """Writes replies to a stream, one after the other; what is written stays."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        # https://no-color.org
        self._styled = stream.isatty() and not os.environ.get("NO_COLOR")

    def show(self, reply: Reply) -> None:
        """Print the reply; choices as numbered lines."""
        safe = _without_controls(reply)
        if safe.settles and not safe.rows:
            self.note(say.SETTLED.format(text=safe.text))
            return
        safe = told_once(safe)
        styled = replace(
            safe,
            text=self._style(_BOLD, safe.text) if safe.heading else safe.text,
            heading=self._style(_DIM, safe.heading),
            hint=self._style(_DIM, safe.hint),
        )
        self._write(render(styled, ways_out=say.WAYS_OUT, numbers=say.NUMBERS) + "\n")

    def note(self, sentence: str) -> None:
        """Say something that asks for nothing."""
        self._write(self._style(_DIM, sentence))

    def _write(self, text: str) -> None:
        self._stream.write(text + "\n")
        self._stream.flush()

    def _style(self, style: str, text: str) -> str:
        return f"{style}{text}{_PLAIN}" if self._styled and text else text


def preview(reply: Reply) -> str:
    """What is printed of a new reply, where nothing is styled."""
    return render(_without_controls(reply), ways_out=say.WAYS_OUT, numbers=say.NUMBERS)


def _without_controls(reply: Reply) -> Reply:
    """An escape sequence in somebody's answer must not reach the terminal of the one who reads it."""
    return replace(
        reply,
        text=_visible(reply.text),
        heading=_visible(reply.heading),
        hint=_visible(reply.hint),
        rows=tuple(tuple(replace(c, label=_visible(c.label)) for c in row) for row in reply.rows),
    )


def _visible(text: str) -> str:
    return "".join(letter for letter in text if letter in "\n\t" or unicodedata.category(letter) != "Cc")
