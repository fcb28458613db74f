"""The end of a turn: what was said is fitted to what each channel can show, and put into the outbox at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.conversation.channel import Capabilities
from bot.conversation.joining import Part, in_plain_text, joined
from bot.conversation.pushing import offered, offered_in
from bot.conversation.session import Session
from bot.conversation.turn import Spoken, Turn

Shows = Mapping[str, Capabilities]
"""What each channel can show, by its name."""


def write(turn: Turn, shows: Shows) -> None:
    """Fit what was said, and write it; the session agrees with what is shown afterwards."""
    here = shows.get(turn.incoming.address.channel)
    said = [_told(turn, spoken, shows) for spoken in turn.spoken]
    if here is not None and not here.buttons:
        own = [spoken for spoken in said if spoken.letter.to is None]
        said = [*_in_plain_text(turn.session, own, here), *(spoken for spoken in said if spoken.letter.to is not None)]
    written = turn.tx.outbox.add_all([spoken.letter for spoken in said], turn.now)
    for spoken, outgoing in zip(said, written, strict=True):
        spoken.noted(outgoing.key)
    turn.outgoing += written
    turn.spoken.clear()


def _in_plain_text(session: Session, own: Sequence[Spoken], here: Capabilities) -> list[Spoken]:
    """Nobody gets to know under which key it is written: it cannot be changed later."""
    parts = [Part(reply=spoken.letter.reply, asks=spoken.asks) for spoken in own]
    replies = in_plain_text(session, parts)
    return [
        Spoken(letter=replace(own[-1].letter, reply=reply)) for reply in (joined(replies) if here.joins else replies)
    ]


def _told(turn: Turn, spoken: Spoken, shows: Shows) -> Spoken:
    """What was said to somebody else, who may be in the middle of something."""
    there = shows.get(spoken.letter.address.channel)
    if spoken.letter.to is None or there is None or there.buttons:
        return spoken
    reply, oneself = spoken.letter.reply, turn.person is not None and spoken.letter.to == turn.person.id
    shown = offered_in(turn.session, reply) if oneself else offered(turn.tx, spoken.letter.to, reply, turn.now)
    return replace(spoken, letter=replace(spoken.letter, reply=shown))
