"""A reply as plain text, for channels without buttons."""

from __future__ import annotations

from collections.abc import Iterable

from bot.conversation.channel import Shown
from bot.messages import Reply
from channels.pieces import pieces

WORTH_JOINING = 3
"""Numbers in a row from which on only the first and the last are named."""


def render(reply: Reply, *, ways_out: str, numbers: str) -> str:
    """Heading, text, hint, then the numbered options.

    `ways_out` is the sentence that names the words, in {words}; `numbers` joins numbers in a row, {first} and {last}.
    """
    parts = [part for part in (reply.heading, reply.text, reply.hint) if part]
    if reply.options:
        parts.append("\n".join(f"{number}. {choice.label}" for number, choice in enumerate(reply.options, 1)))
    if reply.ways_out:
        labels = _joined((choice.label for choice in reply.ways_out), numbers)
        parts.append(ways_out.format(words=", ".join(labels)))
    return "\n".join(parts)


def preview(reply: Reply, *, ways_out: str, numbers: str, max_text: int) -> list[Shown]:
    """What a person sees of it on a channel that sends its files first, and then nothing but text."""
    files = [Shown(files=(file,)) for file in reply.attachments]
    text = render(reply, ways_out=ways_out, numbers=numbers)
    return [*files, *(Shown(text=piece) for piece in pieces(text, max_text))]


def _joined(labels: Iterable[str], numbers: str) -> list[str]:
    """The labels; "1, 2, ... 14" as one."""
    runs: list[list[str]] = []
    for label in labels:
        if runs and _follows(label, runs[-1][-1]):
            runs[-1].append(label)
        else:
            runs.append([label])
    return [
        part
        for run in runs
        for part in ([numbers.format(first=run[0], last=run[-1])] if len(run) >= WORTH_JOINING else run)
    ]


def _follows(label: str, before: str) -> bool:
    return label.isdecimal() and before.isdecimal() and int(label) == int(before) + 1
