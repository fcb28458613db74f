"""A reply as plain text, for channels without buttons."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.messages import Reply
from bot.texts import typing as say

BULLET = "• "
"""Before a line of a list; where it can be chosen its number stands there."""
WORTH_JOINING = 3
"""Numbers in a row from which on only the first and the last are named."""


def render(reply: Reply, *, ways_out: str = say.WAYS_OUT, numbers: str = say.NUMBERS) -> str:
    """Heading, text and hint, then the numbered options and the words; each a paragraph, for small screens.

    `ways_out` is the sentence that names the words, in {words}; `numbers` joins numbers in a row, {first} and {last}.
    """
    reply = told_once(reply)
    parts = [reply.heading, "\n".join(part for part in (reply.text, reply.hint) if part)]
    if reply.options:
        lines = (f"{number}. {choice.label}" for number, choice in enumerate(reply.options, 1))
        parts.append("\n".join((say.CHOOSE, *lines)))
    if reply.ways_out:
        labels = _joined((choice.label for choice in reply.ways_out), numbers)
        parts.append(ways_out.format(words=", ".join(labels)))
    return "\n\n".join(part for part in parts if part)


def told_once(reply: Reply) -> Reply:
    """The reply as it is where its options are numbered: what the text tells of one stands behind its number only."""
    text, told = f"\n{reply.text}\n", set[str]()
    for choice in reply.options:
        if choice.told and f"\n{choice.told}\n" in text:
            text = text.replace(f"\n{choice.told}\n", "\n")
            told.add(choice.id)
    rows = tuple(
        tuple(replace(c, label=c.told.removeprefix(BULLET)) if c.id in told else c for c in row) for row in reply.rows
    )
    return replace(reply, text=text[1:-1], rows=rows)


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
