"""Archives that are refused, each with its finding."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile


def packed(files: Mapping[str, bytes]) -> bytes:
    """A .zip of the files."""
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        for name, file in files.items():
            archive.writestr(name, file)
    return content.getvalue()


def locked() -> bytes:
    """An archive whose entries say that they have a password."""
    content = bytearray(packed({"a.xlsx": b"PK"}))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + place] |= 1
    return bytes(content)


BUNDLES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "no archive": ("bundle_unreadable", lambda: b"a picture"),
    "a torn archive": ("bundle_unreadable", lambda: packed({"a.xlsx": bytes(range(256)) * 40})[:90]),
    "nothing": ("bundle_workbooks", lambda: packed({})),
    "no workbook": ("bundle_workbooks", lambda: packed({"a.png": b"1"})),
    "two workbooks": ("bundle_workbooks", lambda: packed({"a.xlsx": b"1", "folder/b.XLSX": b"2"})),
    "a thousand files": ("bundle_too_large", lambda: packed({f"{number}.png": b"1" for number in range(1000)})),
    "a bomb": ("bundle_too_large", lambda: packed({"a.xlsx": b"1", "b.png": bytes(101 * 2**20)})),
    "a workbook that is a bomb": ("too_large", lambda: packed({"a.xlsx": bytes(11 * 2**20)})),
    "a password": ("protected", locked),
}
