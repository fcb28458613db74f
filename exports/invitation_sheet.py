"""An invitation to be printed: A6, the code in large digits, and a QR picture for each way in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from bot.domain.codes import written
from bot.texts import dates
from bot.texts import inviting as words

WIDTH, HEIGHT = 105, 148
"""Millimetres."""
FONT = "Noto Sans, Segoe UI, Arial, sans-serif"
MOST_PICTURES = 2
PICTURE = 42
"""Millimetres of a QR picture's side: it can be read from an arm's length."""
ROOM = WIDTH - 10
"""Millimetres that a line may take; a longer one is set smaller."""
LETTER = 0.57
"""Of its height a letter is wide on average; in bold, and with capitals as in names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One way in."""

    channel: str
    """As people call it."""
    link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What stands on it."""

    ward: str
    name: str
    role: str
    unit: str
    code: str
    code_until: date
    pictures: Sequence[Picture]


def invitation_sheet(sheet: Sheet) -> bytes:
    """The sheet as SVG, which any browser prints."""
    body = "\n".join([*_words(sheet), *_pictures(sheet.pictures[:MOST_PICTURES])])
    size = f'width="{WIDTH}mm" height="{HEIGHT}mm" viewBox="0 0 {WIDTH} {HEIGHT}"'
    frame = (
        f'<rect x="2" y="2" width="{WIDTH - 4}" height="{HEIGHT - 4}" fill="white" stroke="black" stroke-width="0.3"/>'
    )
    root = f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="{FONT}" text-anchor="middle">'
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', root, frame, body, "</svg>", ""]).encode()


def _words(sheet: Sheet) -> Iterator[str]:
    yield _line(words.SHEET_TITLE, 14, 7, bold=True)
    yield _line(words.SHEET_WHAT.format(ward=sheet.ward), 21, 4)
    yield _line(words.SHEET_WHOM.format(name=sheet.name), 32, 6.5, bold=True)
    yield _line(words.SHEET_AS.format(role=sheet.role, unit=sheet.unit), 39, 4)
    yield _line(words.SHEET_CODE.format(code=written(sheet.code)), 54, 10, bold=True)
    yield _line(words.SHEET_CODE_UNTIL.format(day=dates.day(sheet.code_until)), 61, 4)
    yield _line(words.SHEET_ONCE, HEIGHT - 14, 3)
    yield _line(words.SHEET_PRIVATE, HEIGHT - 9, 3)


def _pictures(pictures: Sequence[Picture]) -> Iterator[str]:
    import segno

    for place, picture in enumerate(pictures, start=1):
        middle = WIDTH * (2 * place - 1) / (2 * len(pictures))
        code = segno.make(picture.link, error="m")
        scale = PICTURE / code.symbol_size(border=2)[0]
        drawn = code.svg_inline(border=2, scale=scale, light="white")
        yield f'<g transform="translate({middle - PICTURE / 2:.2f} 68)">{drawn}</g>'
        below, room = words.SHEET_SCAN.format(channel=picture.channel), ROOM / len(pictures)
        yield _line(below, 68 + PICTURE + 6, 4, x=middle, room=room)


def _line(text: str, y: float, size: float, *, x: float = WIDTH / 2, room: float = ROOM, bold: bool = False) -> str:
    fitted = min(size, room / (LETTER * len(text)))
    weight = ' font-weight="bold"' if bold else ""
    return f'<text x="{x:.2f}" y="{y:.2f}" font-size="{fitted:.2f}"{weight}>{escape(text)}</text>'
