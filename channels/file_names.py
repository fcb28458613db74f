"""What a file is called that a person sent: a name and nothing else, whatever system or program it comes from."""

from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath

LONGEST = 120


def bare_name(given: str) -> str:
    """The last part of the name; never a path, nor a line of its own in a header or a message."""
    last = PureWindowsPath(PurePosixPath(given).name).name
    return "".join(letter for letter in last if letter.isprintable())[-LONGEST:]
