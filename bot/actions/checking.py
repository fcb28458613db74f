"""Looking a form file over before anybody may publish it."""

from __future__ import annotations

from dataclasses import dataclass

from forms.findings import Finding, FormError
from forms.xlsform import Conversion, to_xform


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What the gate says about a form file."""

    findings: tuple[Finding, ...] = ()
    warnings: tuple[Finding, ...] = ()
    conversion: Conversion | None = None


def check_form(source: bytes, file_type: str) -> Report:
    """Convert and check; never raises for a bad file."""
    try:
        return Report(conversion=to_xform(source, file_type=file_type, family=""))
    except FormError as error:
        return Report(findings=error.findings)
