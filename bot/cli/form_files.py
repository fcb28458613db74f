"""What `khombot forms` does with files: read and check one, publish it, write one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from bot.actions import form_media, forms, publishing
from bot.actions.publishing import Publication
from bot.cli.beside import beside_files, shown_files
from bot.cli.console import fail, read, the_ward
from bot.clock import local_date
from bot.domain.errors import Conflict, Invalid, Missing
from bot.domain.submissions import PublishedForm
from bot.messages import Attachment
from bot.texts import publishing as words
from forms.xlsform import Conversion, check_form
from storage.store import Store
from storage.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedFile:
    """A file that is fit to be published."""

    path: Path
    source: bytes
    conversion: Conversion
    media: Sequence[tuple[Attachment, bytes]]
    """The pictures and sounds that came with it, still to be kept."""


def checked(path: Path, beside: Sequence[Path] = ()) -> CheckedFile:
    """Read and check a file with those that it reads; ends the command with everything that is wrong with it."""
    source = read(path)
    given = beside_files(beside)
    report = check_form(source, path.suffix, files=given.texts)
    if report.conversion is None:
        fail(Invalid("form_file", problem="\n".join(f"{path}: {finding.english}" for finding in report.findings)))
    wanted = forms.parsed_text(report.conversion.xform).media
    shown = [file for _, file in shown_files(given, wanted)]
    return CheckedFile(path=path, source=source, conversion=report.conversion, media=shown)


async def publish(store: Store, found: CheckedFile, *, family: str, at_once: bool, at: datetime) -> Publication:
    """Keep what came with a checked file, and publish it in the operator's name."""
    kept = [replace(file, digest=await store.files.put(content)) for file, content in found.media]
    return await store.transact(lambda tx: put_in_force(tx, found, family=family, at_once=at_once, at=at, kept=kept))


def put_in_force(
    tx: Transaction, found: CheckedFile, *, family: str, at_once: bool, at: datetime, kept: Sequence[Attachment] = ()
) -> Publication:
    """Publish a checked file in the operator's name."""
    form = forms.parsed_text(found.conversion.xform)
    family = family or form.id
    media = form_media.with_those_in_force(tx, form.media, {file.name: file for file in kept}, family, at)
    form_media.require_room(media.files.values())
    start = None if at_once else publishing.next_start(tx, the_ward(tx), local_date(at))
    published = publishing.publish(
        tx,
        family=family,
        title=found.conversion.title or form.title,
        xform=found.conversion.xform,
        source=found.source,
        file_type=found.path.suffix.lower(),
        starts_on=start,
        by=None,
        at=at,
        media=media.files,
    )
    return replace(published, missing=media.missing)


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchedForm:
    """A published version with everything that it was made from."""

    form: PublishedForm
    source: bytes
    file_type: str
    media: Mapping[str, bytes]
    """The pictures and sounds that it shows, by name."""


async def fetched(store: Store, family: str, version: int, at: datetime) -> FetchedForm:
    """A version with what it was made from; 0 means the one in force today."""
    form, source, file_type, media = await store.read(lambda tx: _source_of(tx, family, version, at))
    files = {name: await store.files.read(file.digest or "") for name, file in media.items()}
    return FetchedForm(form=form, source=source, file_type=file_type, media=files)


def _source_of(
    tx: Transaction, family: str, version: int, at: datetime
) -> tuple[PublishedForm, bytes, str, dict[str, Attachment]]:
    versions = publishing.versions_of(tx, family)
    if version:
        form = next((form for form in versions if form.version == version), None)
        if form is None:
            raise Missing("form_version", family=family, version=version, last=versions[0].version)
    else:
        form = forms.in_force(tx, family, local_date(at))
    return form, *tx.forms.source(form.id), tx.media.of_form(form.id)


def write(found: FetchedForm, folder: Path) -> list[Path]:
    """Write the workbook into the folder, and what it shows beside it, where none of them must stand already."""
    from exports.form_file import as_workbook

    form = found.form
    workbook = words.FILE_NAME.format(family=form.family, version=form.version)
    contents = {workbook: as_workbook(found.source, found.file_type, form.title), **found.media}
    paths = {folder / name: content for name, content in contents.items()}
    for path in paths:
        if path.exists():
            fail(Conflict("file_exists", path=path))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path, content in paths.items():
            path.write_bytes(content)
    except OSError as failure:
        fail(Invalid("folder", path=folder, problem=failure.strerror))
    return list(paths)
