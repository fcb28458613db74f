"""Looks at a file before any library opens it: what it is, how large it becomes, what is hidden in it."""

from __future__ import annotations

from forms.files.limits import MOST_BYTES
from forms.files.package import examine_package
from forms.files.worksheets import examine_worksheets
from forms.findings import Finding, FormError, Severity

WORKBOOK, TABLES = ".xlsx", ".md"

_OLD_EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The compound file of Excel 97; a workbook with a password is wrapped in one too."""
_WRAPPED = "EncryptedPackage".encode("utf-16-le")


def examine(content: bytes, file_type: str) -> list[Finding]:
    """What should be looked at in single cells; FormError where nobody should read on.

    `file_type` is the end of the file's name, with its dot.
    """
    if refusal := _refusal(content, file_type.lower()):
        raise FormError([refusal])
    if file_type.lower() == TABLES:
        return []
    examine_package(content)
    findings = examine_worksheets(content)
    if any(finding.severity is Severity.REFUSAL for finding in findings):
        raise FormError(findings)  # what is blank because of them would only be found again, as something else
    return findings


def _refusal(content: bytes, file_type: str) -> Finding | None:
    """Why this is no file to be looked into."""
    if len(content) > MOST_BYTES:
        size = f"{len(content) / 2**20:.0f} MB"
        return Finding(code="too_large", sheet="", params={"size": size, "allowed": f"{MOST_BYTES // 2**20} MB"})
    if content.startswith(_OLD_EXCEL):
        return Finding(code="protected" if _WRAPPED in content else "old_excel", sheet="")
    if file_type == ".xlsm":
        return Finding(code="macros", sheet="")
    if file_type not in {WORKBOOK, TABLES}:
        return Finding(code="not_a_form_file", sheet="", params={"type": file_type or "?"})
    return None
