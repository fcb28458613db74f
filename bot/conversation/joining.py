"""Makes one message of all that a turn says to one person, where nothing can be pressed or every message counts.

Numbers are given to the choices of the question that is open, and to no others: a number that is typed is its answer.
What else may be chosen stands as words below what it belongs to.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from bot.conversation.session import ALWAYS, Session
from bot.messages import AttachmentKind, Choice, Reply
from bot.texts import typing as say
from forms.values.fold import fold

TICK = "✓ "
"""Stands before what was chosen, in a message that is settled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One reply of a turn; where several are questions only the last is still open."""

    reply: Reply
    asks: bool = False


def in_plain_text(session: Session, parts: Sequence[Part]) -> list[Reply]:
    """Each part as a reply that can be understood where nothing can be pressed, nor changed once it is sent.

    One of them has choices at most, and the session takes for a number what stands behind it there.
    """
    told = _numbered(session, _without_settled(parts))
    session.remember(choice for part in told if not part.asks for choice in _lasting(part.reply))
    question = next((part for part in reversed(told) if part.asks), None)
    return [_fitted(part, question) for part in told]


def joined(replies: Sequence[Reply]) -> list[Reply]:
    """The replies as one, in their order; only one of them may have choices.

    Two kinds stay messages of their own: a text that is to be passed on, so that nothing else goes with it, and a
    picture that asks nothing, whose words are its caption.
    """
    runs = [(alone, list(some)) for alone, some in groupby(replies, key=_is_alone)]
    return [reply for alone, some in runs for reply in (some if alone else [_one(some)])]


def _in_words(reply: Reply, taken: Container[str] = ()) -> Reply:
    """The reply with its lasting choices as words below it: they can be typed, but no number stands for them.

    `taken`: folded words that mean something else.
    """
    labels = dict.fromkeys(choice.label for choice in _lasting(reply) if fold(choice.label) not in taken)
    words = say.BY_THE_WAY.format(words=", ".join(labels)) if labels else ""
    return replace(reply, hint="\n".join(filter(None, (reply.hint, words))), rows=())


def _lasting(reply: Reply) -> list[Choice]:
    return [choice for row in reply.rows for choice in row if choice.id.startswith(ALWAYS)]


def _without_settled(parts: Sequence[Part]) -> list[Part]:
    """What was pressed cannot be marked, so it is said, unless what follows says it anyway."""
    said = [_words(part.reply) for part in parts if part.reply.settles is None]
    kept: list[Part] = []
    for part in parts:
        chosen = part.reply.text.rpartition("\n")[2].removeprefix(TICK)
        if part.reply.settles is None:
            kept.append(part)
        elif not any(chosen in words for words in said):
            kept.append(replace(part, reply=replace(part.reply, settles=None)))
    return kept


def _numbered(session: Session, parts: list[Part]) -> list[Part]:
    """Where nothing is open and nothing is asked, what was offered by the way is what a number chooses from."""
    lasting = dict.fromkeys(choice for part in parts for choice in _lasting(part.reply))
    offering = [place for place, part in enumerate(parts) if any(not each.way_out for each in _lasting(part.reply))]
    if any(part.asks for part in parts) or not session.is_free or not offering:
        return parts
    last = offering[-1]
    question = session.offer_besides(replace(parts[last].reply, rows=tuple((choice,) for choice in lasting)))
    return [
        Part(reply=question, asks=True) if place == last else replace(part, reply=replace(part.reply, rows=()))
        for place, part in enumerate(parts)
    ]


def _is_alone(reply: Reply) -> bool:
    picture = any(file.kind is AttachmentKind.PHOTO for file in reply.attachments)
    return reply.shareable or (picture and not reply.rows)


def _fitted(part: Part, question: Part | None) -> Reply:
    if part is question:
        return part.reply
    if part.asks:
        return replace(part.reply, rows=())
    offered = question.reply.rows if question is not None else ()
    return _in_words(part.reply, {fold(choice.label) for row in offered for choice in row})


def _one(run: Sequence[Reply]) -> Reply:
    """Paragraph by paragraph; each keeps its heading above and its hint below it."""
    if len(run) == 1:
        return run[0]
    first, last = run[0], run[-1]
    between = [_lines(first.text, first.hint), *(_words(reply) for reply in run[1:-1])]
    return Reply(
        heading=first.heading,
        text="\n\n".join(filter(None, (*between, last.heading, last.text))),
        hint=last.hint,
        rows=tuple(row for reply in run for row in reply.rows),
        attachments=tuple(file for reply in run for file in reply.attachments),
        commands=next((reply.commands for reply in reversed(run) if reply.commands), ()),
        wants_place=any(reply.wants_place for reply in run),
        sealed=tuple(line for reply in run for line in reply.sealed),
    )


def _words(reply: Reply) -> str:
    return _lines(reply.heading, reply.text, reply.hint)


def _lines(*parts: str) -> str:
    return "\n".join(filter(None, parts))
