"""Photos are kept small and without what a phone hides in them: where and when they were taken, and by which phone."""

from __future__ import annotations

import asyncio
from io import BytesIO

from storage.files import Files

LONGEST_SIDE = 2048
"""Pixels: enough to print on A5, a tenth of what a phone's camera sends."""
QUALITY = 85
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
            upright = ImageOps.exif_transpose(photo).convert("RGB")
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError):
        return content  # no photo, or a damaged one: the question says so
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    tidy = BytesIO()
    upright.save(tidy, "JPEG", quality=QUALITY, optimize=True)
    return tidy.getvalue()
