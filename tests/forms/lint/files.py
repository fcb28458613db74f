"""Files that are no forms, or forms that should not be opened."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

SURVEY = (("type", "name", "label"), ("text", "a", "A?"))
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENTITIES = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'


class BadFile(NamedTuple):
    """A file with the one thing that is said about it."""

    code: str
    content: Callable[[], bytes]
    file_type: str = ".xlsx"
    row: int | None = None
    column: str = ""
    sheet: str = ""


def workbook(change: Callable[[Worksheet], object] = lambda sheet: None) -> bytes:
    """A workbook with a one-question survey, changed."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "survey"
    for row in SURVEY:
        sheet.append(row)
    change(sheet)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def with_parts(parts: dict[str, bytes], content: bytes | None = None) -> bytes:
    """The workbook with more parts, or others, in its package."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content or workbook())) as old, zipfile.ZipFile(target, "w", 8) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, part in parts.items():
            new.writestr(name, part)
    return target.getvalue()


def with_cells(cells: str) -> bytes:
    """The workbook whose second row has these cells, as raw XML."""
    content = workbook()
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
    before, _, after = sheet.partition('<row r="2"')
    return with_parts(
        {"xl/worksheets/sheet1.xml": f'{before}<row r="2">{cells}</row>{after[after.index("</row>") + 6 :]}'.encode()}
    )


@cache
def of_rows(count: int) -> bytes:
    """A survey of that many rows, written as raw XML."""
    rows = "".join(f'<row r="{row}"><c r="A{row}"><v>1</v></c></row>' for row in range(1, count + 1))
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return with_parts(
        {"xl/worksheets/sheet1.xml": f'<worksheet xmlns="{space}"><sheetData>{rows}</sheetData></worksheet>'.encode()}
    )


def _formula(sheet: Worksheet) -> None:
    sheet["C2"] = '="Khóm " & 1'


def _merged(sheet: Worksheet) -> None:
    sheet.append(("text", "b", "B?"))
    sheet.merge_cells("B2:B3")


def _two_headings(sheet: Worksheet) -> None:
    sheet["D1"] = "label"


def _torn() -> bytes:
    return workbook()[:-400]


def _protected() -> bytes:
    return OLD + bytes(512) + "EncryptedPackage".encode("utf-16-le")


def _question(cells: str) -> Callable[[], bytes]:
    name = '<c r="A2" t="inlineStr"><is><t>text</t></is></c><c r="B2" t="inlineStr"><is><t>a</t></is></c>'
    return lambda: with_cells(name + cells)


BAD_FILES: dict[str, BadFile] = {
    "nothing": BadFile("unreadable", lambda: b""),
    "a letter": BadFile("unreadable", lambda: b"just a letter"),
    "a torn workbook": BadFile("unreadable", _torn),
    "a zip of something else": BadFile("unreadable", lambda: workbook().replace(b"xl/workbook", b"xl/w0rkbook")),
    "a workbook without its relations": BadFile(
        "unreadable", lambda: with_parts({"xl/_rels/workbook.xml.rels": b"<nothing"})
    ),
    "bytes as tables": BadFile("unreadable", lambda: b"\xff\xfe\x00|||||", ".md"),
    "a picture": BadFile("not_a_form_file", lambda: b"\x89PNG", ".png"),
    "fifty megabytes": BadFile("too_large", lambda: bytes(50 * 2**20)),
    "fifty megabytes of tables": BadFile("too_large", lambda: b"|" * (50 * 2**20), ".md"),
    "an old Excel file": BadFile("old_excel", lambda: OLD + bytes(512), ".xls"),
    "an old Excel file under a new name": BadFile("old_excel", lambda: OLD + bytes(512)),
    "a workbook with a password": BadFile("protected", _protected),
    "macros": BadFile("macros", lambda: with_parts({"xl/vbaProject.bin": b"VBA"})),
    "macros by name": BadFile("macros", workbook, ".xlsm"),
    "links to other files": BadFile(
        "external_links", lambda: with_parts({"xl/externalLinks/externalLink1.xml": b"<externalLink/>"})
    ),
    "a zip bomb": BadFile("zip_bomb", lambda: with_parts({"xl/media/a.xml": bytes(80 * 2**20)})),
    "a zip bomb of moderate size": BadFile("zip_bomb", lambda: with_parts({"xl/media/a.xml": bytes(8 * 2**20)})),
    "thousands of parts": BadFile("zip_bomb", lambda: with_parts({f"xl/media/{n}.xml": b"" for n in range(1001)})),
    "entities": BadFile("xml_entities", lambda: with_parts({"xl/workbook.xml": ENTITIES + b"<x>&b;</x>"})),
    "entities in UTF-16": BadFile(
        "xml_entities", lambda: with_parts({"xl/workbook.xml": (ENTITIES + b"<x>&b;</x>").decode().encode("utf-16")})
    ),
    "a million rows": BadFile("too_many_rows", lambda: of_rows(1_000_000), sheet="survey"),
    "a formula without a result": BadFile("formula", lambda: workbook(_formula), row=2, column="C", sheet="survey"),
    "a formula with an error": BadFile(
        "formula_error", _question('<c r="C2" t="e"><f>NOPE()</f><v>#NAME?</v></c>'), row=2, column="C", sheet="survey"
    ),
    "a formula with its result": BadFile(
        "formula_result", _question('<c r="C2" t="str"><f>"A"</f><v>A?</v></c>'), row=2, column="C", sheet="survey"
    ),
    "merged cells": BadFile("merged", lambda: workbook(_merged), row=2, column="B", sheet="survey"),
    "two columns of one name": BadFile("duplicate_column", lambda: workbook(_two_headings)),
}  # fmt: skip
