"""A published form as a file for its authors."""

from __future__ import annotations


def as_workbook(source: bytes, file_type: str, title: str) -> bytes:
    """The form as .xlsx: the author's own file as it came, or one that is made of a shipped form's tables."""
    if file_type == ".xlsx":
        return source
    # openpyxl and pyxform take most of a second to load: only when a form is made.
    from exports.form_workbook import form_workbook
    from forms.source import source_sheets

    return form_workbook(source_sheets(source, file_type), title)
