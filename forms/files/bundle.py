"""A .zip that holds a workbook with the pictures, sounds and films that it names, as somebody packs a folder."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from forms.files.limits import MOST_BYTES
from forms.files.package import BROKEN
from forms.findings import Finding, FormError
from forms.media import file_name

BUNDLE: Final = ".zip"
MOST_FILES: Final = 200
MOST_UNPACKED: Final = 100 * 2**20
"""Bytes of everything inside; pictures hardly shrink when they are packed."""
_ENCRYPTED = 0x1
_LITTER = "__MACOSX/"
"""What Macs add to every archive, besides files whose names begin with a dot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """What was packed together."""

    name: str
    workbook: bytes
    others: Mapping[str, bytes]
    """By their names without folders."""


def unpacked(content: bytes) -> Bundle:
    """The workbook and the files beside it; FormError if it is no archive, too large, or has not just one workbook.

    Nothing is written anywhere: a name with a path in it is only its last part.
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = [part for part in archive.infolist() if _is_file(part)]
            _require_small(parts)
            files = {file_name(part.filename): _read(archive, part) for part in parts}
    except BROKEN as error:
        if isinstance(error, FormError):
            raise
        raise FormError([Finding(code="bundle_unreadable", sheet="")]) from error
    workbooks = [name for name in files if name.lower().endswith(".xlsx")]
    if len(workbooks) != 1:
        raise FormError([Finding(code="bundle_workbooks", sheet="", params={"count": str(len(workbooks))})])
    workbook = files.pop(workbooks[0])
    return Bundle(name=workbooks[0], workbook=workbook, others=files)


def _is_file(part: zipfile.ZipInfo) -> bool:
    return not part.is_dir() and not part.filename.startswith(_LITTER) and not file_name(part.filename).startswith(".")


def _require_small(parts: list[zipfile.ZipInfo]) -> None:
    """By the table of contents: zipfile never unpacks more of a part than it says."""
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise FormError([Finding(code="protected", sheet="")])
    if len(parts) > MOST_FILES or sum(part.file_size for part in parts) > MOST_UNPACKED:
        params = {"files": str(MOST_FILES), "allowed": f"{MOST_UNPACKED // 2**20} MB"}
        raise FormError([Finding(code="bundle_too_large", sheet="", params=params)])


def _read(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    limit = MOST_BYTES if part.filename.lower().endswith(".xlsx") else MOST_UNPACKED
    if part.file_size > limit:
        size = f"{part.file_size / 2**20:.0f} MB"
        raise FormError([Finding(code="too_large", sheet="", params={"size": size, "allowed": f"{limit // 2**20} MB"})])
    return archive.read(part)
