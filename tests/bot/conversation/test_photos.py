"""What is kept of a photo, and what is not."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image
from PIL.ExifTags import GPS, IFD, Base

from bot.conversation.photos import LONGEST_SIDE, tidied


def _photo(width: int, height: int, exif: Image.Exif | None = None) -> bytes:
    content = BytesIO()
    Image.new("RGB", (width, height), "green").save(content, "JPEG", exif=exif or Image.Exif())
    return content.getvalue()


def _opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


def test_a_photo_loses_where_and_with_which_phone_it_was_taken() -> None:
    exif = Image.Exif()
    exif[Base.Model] = "Lan's phone"
    exif.get_ifd(IFD.GPSInfo)[GPS.GPSLatitude] = (10.0, 17.0, 30.0)
    taken = _photo(40, 30, exif)
    assert _opened(taken).getexif()[Base.Model] == "Lan's phone"
    assert dict(_opened(tidied(taken)).getexif()) == {}
    assert b"phone" not in tidied(taken)


def test_a_photo_is_kept_at_most_so_long_and_in_its_shape() -> None:
    assert _opened(tidied(_photo(4096, 2048))).size == (LONGEST_SIDE, LONGEST_SIDE // 2)
    assert _opened(tidied(_photo(640, 480))).size == (640, 480)


def test_a_photo_held_sideways_is_kept_upright() -> None:
    exif = Image.Exif()
    exif[Base.Orientation] = 6
    assert _opened(tidied(_photo(40, 30, exif))).size == (30, 40)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 a document", _photo(64, 64)[:100]])
def test_what_is_no_photo_is_kept_as_it_came(content: bytes) -> None:
    assert tidied(content) == content
