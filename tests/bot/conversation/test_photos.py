"""What is kept of a photo, and what is not."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image
from PIL.ExifTags import GPS, IFD, Base

from bot.conversation.photos import LONGEST_SIDE, is_tidy, is_whole, tidied


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


def test_what_can_be_seen_through_becomes_white() -> None:
    content = BytesIO()
    drawing = Image.new("RGBA", (40, 30), (0, 0, 0, 0))
    drawing.putpixel((20, 15), (0, 0, 0, 255))
    drawing.save(content, "PNG")
    kept = _opened(tidied(content.getvalue()))
    assert kept.format == "JPEG"
    assert kept.convert("L").getpixel((2, 2)) == 255


@pytest.mark.parametrize(("content", "whole"), [(_photo(64, 64), True), (_photo(64, 64)[:300], False), (b"MZ", False)])
def test_a_damaged_picture_is_told_from_a_whole_one(content: bytes, whole: bool) -> None:
    assert is_whole(content) is whole


def test_a_photo_that_is_tidy_is_known_to_be() -> None:
    assert is_tidy(tidied(_photo(4096, 2048)))
    assert not is_tidy(_photo(4096, 2048))
    exif = Image.Exif()
    exif[Base.Model] = "Lan's phone"
    assert not is_tidy(_photo(40, 30, exif))
    assert not is_tidy(b"%PDF-1.7")
