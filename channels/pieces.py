"""A long text in pieces that a channel takes."""

from __future__ import annotations

from collections.abc import Iterator


def pieces(text: str, limit: int) -> Iterator[str]:
    """The text in pieces within the limit, cut at paragraphs, else lines, else words, else anywhere."""
    rest = text
    while len(rest) > limit:
        cut = max(
            (rest.rfind(mark, 1, limit) for mark in ("\n\n", "\n", " ") if rest.rfind(mark, 1, limit) > 0),
            default=limit,
        )
        paragraph = rest.rfind("\n\n", 1, limit)
        cut = paragraph if paragraph > limit // 2 else cut
        yield rest[:cut]
        rest = rest[cut:].lstrip()
    if rest:
        yield rest
