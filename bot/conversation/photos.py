"""Photos are kept small and without what a phone hides in them: where and when they were taken, and by which phone."""

from __future__ import annotations

import asyncio
from io import BytesIO
from typing import TYPE_CHECKING

from storage.files import Files

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

LONGEST_SIDE = 2048
"""Pixels: enough to print on A5, a tenth of what a phone's camera sends."""
QUALITY = 85
TELLS_NOTHING = frozenset({"jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi"})
"""What Pillow writes into every JPEG."""
PHOTO_FORMATS = ("JPEG", "PNG", "WEBP")
"""What is made anew; any other file is kept as it came."""


async def keep(files: Files, content: bytes) -> str:
    """Keep a received file, a photo among them tidied; the digest under which it is kept."""
    return await files.put(await asyncio.to_thread(tidied, content))


def tidied(content: bytes) -> bytes:
    """A photo upright, at most LONGEST_SIDE long and without its EXIF data; anything else unchanged."""
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with Image.open(BytesIO(content), formats=PHOTO_FORMATS) as photo:
            upright = _on_white(ImageOps.exif_transpose(photo))
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError):
        return content  # no photo, or a damaged one: the question says so
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    tidy = BytesIO()
    upright.save(tidy, "JPEG", quality=QUALITY, optimize=True)
    return tidy.getvalue()


def is_tidy(content: bytes) -> bool:
    """Whether a picture is already as `tidied` leaves it: making it anew each time would blur it more and more."""
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(BytesIO(content), formats=("JPEG",)) as photo:
            return photo.mode == "RGB" and max(photo.size) <= LONGEST_SIDE and set(photo.info) <= TELLS_NOTHING
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError):
        return False


def is_whole(content: bytes) -> bool:
    """Whether a picture can be shown: it is of a kind that photos are kept in, and not damaged."""
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(BytesIO(content), formats=PHOTO_FORMATS) as photo:
            photo.load()
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError):
        return False
    return True


def _on_white(picture: Picture) -> Picture:
    """What can be seen through becomes white, as on paper: black lines on black would be lost."""
    from PIL import Image

    if not picture.has_transparency_data:
        return picture.convert("RGB")
    seen = picture.convert("RGBA")
    paper = Image.new("RGBA", seen.size, "white")
    return Image.alpha_composite(paper, seen).convert("RGB")
