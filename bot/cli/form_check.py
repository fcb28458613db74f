"""`khombot forms check`: everything that is wrong with a form file, and the file back with its cells marked."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.console import fail
from bot.domain.errors import Invalid

Beside = Annotated[
    list[Path] | None,
    typer.Option(
        "--with",
        help="A file that the form reads (.csv, .xml, .geojson) or shows (picture, sound, film), or a folder of them; "
        "repeatable",
    ),
]


def check(
    file: Annotated[Path, typer.Argument(help="An XLSForm: .xlsx, or .md with its tables")],
    marked: Annotated[
        Path | None, typer.Option(help="Also write the workbook here, with the faulty cells coloured and commented")
    ] = None,
    beside: Beside = None,
) -> None:
    """Say what is wrong with a form, with sheet, row and cure; exit code 1 if it cannot be published."""
    from bot.cli.beside import beside_files, shown_files
    from bot.cli.console import read
    from forms.xform import parse_xform
    from forms.xlsform import check_form

    source = read(file)
    given = beside_files(beside or ())
    report = check_form(source, file.suffix, files=given.texts, media=given.media)
    findings = (*report.findings, *report.warnings)
    if marked is not None:
        from exports.marked_form import marked as with_marks

        _write(marked, with_marks(source, file.suffix, findings))
    for finding in report.findings:
        print(f"{file}: {finding.english}", file=sys.stderr)
    for finding in report.warnings:
        print(f"{file}: warning: {finding.english}")
    if report.conversion is None:
        sys.exit(1)
    shown = shown_files(given, parse_xform(report.conversion.xform, given.texts).media)
    for name in given.media.keys() - {name for name, _ in shown}:
        print(f"{file}: warning: the form names no file {name}, so it is left out.")
    title = report.conversion.title
    print(f"{file} is in order: {title}." if title else f"{file} is in order.")


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as failure:
        fail(Invalid("folder", path=path, problem=failure.strerror))
