"""Pictures, sounds and films that a form names: columns that there are not, names that cannot be, files not sent."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final, NamedTuple

from forms.findings import Finding
from forms.media import COLUMNS, ENDINGS, MediaKind, file_name, same_name
from forms.sheets import Sheet, Sheets

_PREFIX: Final = "media::"
_GROUPS: Final = ("begin group", "begin repeat")


class _Cell(NamedTuple):
    """A cell that names a file."""

    sheet: Sheet
    number: int
    heading: str
    kind: MediaKind
    name: str

    def finding(self, code: str) -> Finding:
        """A finding at the cell."""
        params = {"file": self.name, "endings": ", ".join(ENDINGS[self.kind])}
        return Finding(code=code, sheet=self.sheet.name, row=self.number, column=self.heading, params=params)

    @property
    def is_on_group(self) -> bool:
        """Whether it stands in the row that opens a group."""
        kind = self.sheet.text(self.sheet.rows[self.number - 2], "type").replace("_", " ").lower()
        return self.sheet.name == "survey" and kind.startswith(_GROUPS)


def unknown_media(sheets: Sheets) -> Iterator[Finding]:
    """`media::picture`, which XLSForm does not have."""
    for sheet in (sheets.survey, sheets.choices):
        for heading in sheet.headings:
            low = heading.strip().lower()
            if low.startswith(_PREFIX) and _kind_of(heading) is None:
                yield Finding(code="unknown_media", sheet=sheet.name, row=1, column=heading, params={"name": heading})


def impossible_media(sheets: Sheets) -> Iterator[Finding]:
    """A name that is no picture's (sound's, film's), or in which an answer is to be filled in."""
    for cell in _cells(sheets):
        if not cell.is_on_group and ("${" in cell.name or not cell.name.lower().endswith(ENDINGS[cell.kind])):
            yield cell.finding("media_name")


def media_on_groups(sheets: Sheets) -> Iterator[Finding]:
    """A chat says the name of a group above each of its questions, where no picture has its place."""
    for cell in _cells(sheets):
        if cell.is_on_group:
            yield cell.finding("media_on_group")


def missing_media(sheets: Sheets, given: Collection[str]) -> Iterator[Finding]:
    """A file that is named and did not come with the form; said once."""
    said = set[str]()
    for cell in _cells(sheets):
        known = cell.name in said or cell.is_on_group or any(same_name(cell.name, name) for name in given)
        if not known and "${" not in cell.name:
            said.add(cell.name)
            yield cell.finding("media_missing")


def _cells(sheets: Sheets) -> Iterator[_Cell]:
    """Every cell that names a file, row by row."""
    for sheet in (sheets.survey, sheets.choices):
        kinds = [(heading, kind) for heading in sheet.headings if (kind := _kind_of(heading))]
        for number, row in sheet.numbered() if kinds else ():
            for heading, kind in kinds:
                if name := file_name(row.get(heading, "")):
                    yield _Cell(sheet, number, heading, kind, name)


def _kind_of(heading: str) -> MediaKind | None:
    """What a column holds: media::image::Tiếng Việt (vi), image, big-image ..."""
    return COLUMNS.get(heading.strip().lower().removeprefix(_PREFIX).partition("::")[0].strip())
