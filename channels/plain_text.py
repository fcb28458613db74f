"""A reply as plain text, for channels without buttons."""

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
