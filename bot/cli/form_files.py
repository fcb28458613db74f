"""What `khombot forms` does with files: read and check one, publish it, write one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.actions import forms, publishing
from bot.actions.publishing import Publication
from bot.cli.console import fail, the_ward
from bot.clock import local_date
from bot.domain.errors import Conflict, Invalid, Missing
from bot.domain.submissions import PublishedForm
from bot.texts import publishing as words
from forms.xlsform import Conversion, check_form
from storage.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedFile:
    """A file that is fit to be published."""

    path: Path
    source: bytes
    conversion: Conversion


def checked(path: Path, beside: Sequence[Path] = ()) -> CheckedFile:
    """Read and check a file with those that it reads; ends the command with everything that is wrong with it."""
    source = read(path)
    report = check_form(source, path.suffix, files=texts(beside))
    if report.conversion is None:
        fail(Invalid("form_file", problem="\n".join(f"{path}: {finding.english}" for finding in report.findings)))
    return CheckedFile(path=path, source=source, conversion=report.conversion)


def read(path: Path) -> bytes:
    """The file's content; ends the command if it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as failure:
        fail(Invalid("file", path=path, problem=failure.strerror))


def texts(paths: Sequence[Path]) -> dict[str, str]:
    """The files that a form reads, text by name."""
    return {path.name: read(path).decode("utf-8", "replace") for path in paths}


def put_in_force(tx: Transaction, found: CheckedFile, *, family: str, at_once: bool, at: datetime) -> Publication:
    """Publish a checked file in the operator's name."""
    form = forms.parsed_text(found.conversion.xform)
    family = family or form.id
    start = None if at_once else publishing.next_start(tx, the_ward(tx), local_date(at))
    return publishing.publish(
        tx,
        family=family,
        title=found.conversion.title or form.title,
        xform=found.conversion.xform,
        source=found.source,
        file_type=found.path.suffix.lower(),
        starts_on=start,
        by=None,
        at=at,
    )


def source_of(tx: Transaction, family: str, version: int, at: datetime) -> tuple[PublishedForm, bytes, str]:
    """A version with what it was made from; 0 means the one in force today."""
    versions = tx.forms.versions(family)
    if not versions:
        raise Missing("form_family", family=family, known=", ".join(tx.forms.families()))
    if version:
        form = next((form for form in versions if form.version == version), None)
        if form is None:
            raise Missing("form_version", family=family, version=version, last=versions[0].version)
    else:
        form = forms.in_force(tx, family, local_date(at))
    return form, *tx.forms.source(form.id)


def write(form: PublishedForm, source: bytes, file_type: str, folder: Path) -> Path:
    """Write the workbook into the folder, where it must not stand already; its path."""
    from exports.form_file import as_workbook

    path = folder / words.FILE_NAME.format(family=form.family, version=form.version)
    content = as_workbook(source, file_type, form.title)
    if path.exists():
        fail(Conflict("file_exists", path=path))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as failure:
        fail(Invalid("folder", path=folder, problem=failure.strerror))
    return path
