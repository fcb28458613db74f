"""A picture as Zalo takes it: JPEG or PNG of one megabyte at most."""

from __future__ import annotations

from io import BytesIO

import filetype  # type: ignore[import-untyped]  # it ships no types

from channels.zalo_oa.limits import MAX_IMAGE

TAKEN = frozenset({"image/jpeg", "image/png"})
SIDES = (2048, 1600, 1280, 1024, 640)
"""Longest side in pixels, tried one after the other: a photo of the first fits nearly always."""
QUALITY = 80


def taken(content: bytes) -> tuple[bytes, str] | None:
    """The picture and its type, made smaller where it has to be; None if it is none that can be shown."""
    mime = str(filetype.guess_mime(content) or "")
    if mime in TAKEN and len(content) <= MAX_IMAGE:
        return content, mime
    return _smaller(content)


def _smaller(content: bytes) -> tuple[bytes, str] | None:
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(BytesIO(content)) as found:
            picture = found.convert("RGB")
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError):
        return None
    for side in SIDES:
        picture.thumbnail((side, side))
        file = BytesIO()
        picture.save(file, "JPEG", quality=QUALITY, optimize=True)
        if file.tell() <= MAX_IMAGE:
            return file.getvalue(), "image/jpeg"
    return None
