"""The workbook as a zip package: its size when unpacked, macros, links to other files, entities in its XML.

All of it is told from the package's table of contents and from the raw bytes, before a spreadsheet library opens it.
"""

from __future__ import annotations

import lzma
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Final
from xml.etree.ElementTree import ParseError

from forms.findings import Finding, FormError

MOST_UNPACKED = 64 * 2**20
"""What all parts may come to; zipfile never unpacks more of a part than its table of contents says."""
MOST_RATIO = 150
"""Sheets of one repeated word are packed to a sixtieth at most; a thousandth is a bomb."""
SMALL = 2**20
"""Below a megabyte the ratio does not matter."""
MOST_PARTS = 1000

_ENCRYPTED = 0x1
BROKEN: Final = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError,
    NotImplementedError, RuntimeError, KeyError,
)  # fmt: skip
"""What zipfile raises for packages that are torn, packed in a strange way, or locked."""
NO_WORKBOOK: Final = (*BROKEN, IndexError, TypeError, AttributeError, ParseError)
"""What openpyxl raises for a file that only looks like a workbook."""


def examine_package(content: bytes) -> None:
    """FormError if the package should not be opened."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            findings = list(_findings(package))
            if not findings and any(_has_doctype(package, part) for part in package.infolist()):
                findings = [Finding(code="xml_entities", sheet="")]
    except BROKEN as error:
        raise FormError([Finding(code="unreadable", sheet="")]) from error
    if findings:
        raise FormError(findings)


def _findings(package: zipfile.ZipFile) -> Iterator[Finding]:
    parts = package.infolist()
    names = {part.filename.lower() for part in parts}
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        yield Finding(code="protected", sheet="")
    elif _is_bomb(parts):
        yield Finding(code="zip_bomb", sheet="", params={"allowed": f"{MOST_UNPACKED // 2**20} MB"})
    elif "xl/workbook.xml" not in names:
        yield Finding(code="unreadable", sheet="")
    if any(name.endswith("vbaproject.bin") for name in names):
        yield Finding(code="macros", sheet="")
    if any(name.startswith("xl/externallinks/") or name == "xl/connections.xml" for name in names):
        yield Finding(code="external_links", sheet="")


def _is_bomb(parts: list[zipfile.ZipInfo]) -> bool:
    unpacked = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts)
    return len(parts) > MOST_PARTS or unpacked > MOST_UNPACKED or (unpacked > SMALL and unpacked > MOST_RATIO * packed)


def _has_doctype(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Whether a part declares a document type, which is where entities are defined; no workbook needs one."""
    if not part.filename.lower().endswith((".xml", ".rels", ".vml")):
        return False
    end = b""
    with package.open(part) as content:
        while piece := content.read(SMALL):
            # Without zeros, so that UTF-16 shows it too.
            piece = end + piece.replace(b"\0", b"")
            if b"<!DOCTYPE" in piece or b"<!ENTITY" in piece:
                return True
            end = piece[-len(b"<!DOCTYPE") :]
    return False
