"""A reply as plain text, for channels without buttons; long texts cut where a reader would cut them."""

from __future__ import annotations

from bot.messages import Reply


def render(reply: Reply, *, ways_out: str) -> str:
    """Heading, text, hint, then the numbered options; `ways_out` is the sentence that names the words, in {words}."""
    parts = [part for part in (reply.heading, reply.text, reply.hint) if part]
    if reply.options:
        parts.append("\n".join(f"{number}. {choice.label}" for number, choice in enumerate(reply.options, 1)))
    if reply.ways_out:
        parts.append(ways_out.format(words=", ".join(choice.label for choice in reply.ways_out)))
    return "\n".join(parts)


def split(text: str, limit: int) -> list[str]:
    """The text in pieces of at most `limit` characters: at a paragraph, else a line, else a blank, else anywhere."""
    pieces = []
    rest = text
    while len(rest) > limit:
        cut = _cut(rest, limit)
        pieces.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return [*pieces, rest] if rest or not pieces else pieces


def _cut(text: str, limit: int) -> int:
    for mark in ("\n\n", "\n", " "):
        # A piece that is nearly empty reads worse than one that ends in the middle of a paragraph.
        place = text.rfind(mark, limit // 2, limit)
        if place > 0:
            return place
    return limit
