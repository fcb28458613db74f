"""The sheets of a form's source as its author wrote them: columns in their order, rows as text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO

from pyxform.xls2json_backends import get_xlsform

from forms.files.escapes import unescaped

ORDER = ("survey", "choices", "settings", "external_choices", "entities", "osm")


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceSheet:
    """One sheet."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Mapping[str, str], ...]
    """By column; what is blank is left out."""


def source_sheets(source: bytes, file_type: str) -> tuple[SourceSheet, ...]:
    """The sheets of a source that is known to be a form, with the dot in the type: ".md"."""
    found = get_xlsform(BytesIO(source), file_type=file_type)
    return tuple(
        SourceSheet(
            name=name,
            columns=tuple(unescaped(heading) for heading in (getattr(found, f"{name}_header") or [{}])[0]),
            rows=tuple(
                {unescaped(heading): unescaped(cell) for heading, cell in row.items()}
                for row in getattr(found, name) or ()
            ),
        )
        for name in ORDER
        if getattr(found, f"{name}_header")
    )
