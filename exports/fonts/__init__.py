"""The letters of pictures and printed pages: Be Vietnam Pro, which has every Vietnamese letter, under OFL.txt.

It comes with us: a small server has no fonts, and the one that Pillow brings knows no Vietnamese.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

_HERE = Path(__file__).parent


@cache
def regular(size: int) -> FreeTypeFont:
    """Running text, so many pixels high."""
    return _font("BeVietnamPro-Regular.ttf", size)


@cache
def bold(size: int) -> FreeTypeFont:
    """What is to be seen first."""
    return _font("BeVietnamPro-SemiBold.ttf", size)


def _font(name: str, size: int) -> FreeTypeFont:
    from PIL import ImageFont

    # The basic layout is the same wherever we run, and letters in Unicode form C need no other.
    return ImageFont.truetype(_HERE / name, size, layout_engine=ImageFont.Layout.BASIC)
