"""How a person wants to be addressed: asked once, on the first day; changed whenever it is asked for."""

from __future__ import annotations

from collections.abc import Callable

from bot.actions import people as acts
from bot.conversation.handler import Handler
from bot.conversation.turn import Turn
from bot.domain.people import NO_SALUTATION, SALUTATIONS
from bot.messages import Choice, Reply
from bot.texts import addressing as words
from forms.values.fold import fold
from handlers import home

NAME = "address"
IN_ROW = 2
"""Large buttons, even on a small phone."""


def open_(turn: Turn, argument: str) -> None:
    """Ask; "@address:3" answers with the third word, "@address:0" with none of them."""
    if argument.isdecimal() and int(argument) <= len(SALUTATIONS):
        _choose(turn, int(argument))
    else:
        ask(turn)


def ask(turn: Turn) -> None:
    """One question, and a way past it."""
    turn.session.go(NAME)
    offered = [
        Choice(id=f"@{NAME}:{place}", label=word.capitalize()) for place, word in enumerate(SALUTATIONS, start=1)
    ]
    offered.append(Choice(id=f"@{NAME}:0", label=words.RATHER_NOT, way_out=True))
    rows = tuple(tuple(offered[start : start + IN_ROW]) for start in range(0, len(offered), IN_ROW))
    turn.ask(Reply(text=words.QUESTION, hint=words.HINT, rows=rows))


def _choose(turn: Turn, place: int) -> None:
    word = SALUTATIONS[place - 1] if place else NO_SALUTATION
    turn.person = acts.address(turn.tx, turn.who, word, turn.now)
    home.greet(turn, words.CHOSEN.format(who=word) if place else words.NOT_CHOSEN)


def read(turn: Turn) -> None:
    """A sentence with one of the words; with anything else in mind nobody is held up, nor asked again."""
    if (place := named(turn.incoming.text)) is not None:
        _choose(turn, place)
        return
    if not turn.who.salutation:
        turn.person = acts.address(turn.tx, turn.who, NO_SALUTATION, turn.now)
    home.greet(turn)


def named(text: str) -> int | None:
    """Which of the words is the only one in a sentence on that: "gọi tui là chú Bảy"; with marks, or all without."""
    key: Callable[[str], str] = fold if text.isascii() else str.lower
    said = {key(word) for word in text.split()}
    found = [place for place, word in enumerate(SALUTATIONS, start=1) if key(word) in said]
    is_on_that = any(key(word) in said for word in words.CALLING_WORDS)
    return found[0] if len(found) == 1 and is_on_that else None


def again(turn: Turn) -> None:
    """The question once more."""
    ask(turn)


HANDLER = Handler(
    name=NAME,
    words=words.WORDS,
    open=open_,
    read=read,
    again=again,
)
