"""Small real pictures and forms with files, for tests that send them."""

from __future__ import annotations

import io

import aiohttp
from PIL import Image


def jpeg(width: int = 1200, height: int = 900) -> bytes:
    target = io.BytesIO()
    Image.new("RGB", (width, height), "green").save(target, "JPEG")
    return target.getvalue()


def form(field: str, content: bytes, *, name: str = "tep.bin", **values: object) -> aiohttp.FormData:
    """A multipart request with one file."""
    data = aiohttp.FormData({key: str(value) for key, value in values.items()})
    data.add_field(field, io.BytesIO(content), filename=name)
    return data
