"""What is wrong with a form, said so that its author can mend it: sheet, row, column, what, cure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from bot.texts import findings as texts
from bot.texts import findings_english as english

SHORTLY = 10
"""Findings that a phone shows at a time."""


class Severity(StrEnum):
    """What a finding does to the form."""

    REFUSAL = "refusal"
    """The form cannot be published with it."""
    WARNING = "warning"
    """It is shown, and the form can be published all the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is wrong. `code` chooses the sentences, `params` fill them."""

    code: str
    sheet: str = "survey"
    """Blank: the file as a whole."""
    row: int | None = None
    """As the spreadsheet counts: the headings are row 1."""
    column: str = ""
    """The heading, or where a cell is meant whatever its heading, the letter."""
    params: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def severity(self) -> Severity:
        """Whether it keeps the form from being published."""
        return Severity.WARNING if self.code in texts.WARNINGS else Severity.REFUSAL

    @property
    def what(self) -> str:
        """What is wrong."""
        return texts.FINDINGS[self.code].what.format_map(self._in_vietnamese)

    @property
    def cure(self) -> str:
        """What to do about it."""
        return texts.FINDINGS[self.code].cure.format_map(self._in_vietnamese)

    @property
    def _in_vietnamese(self) -> Mapping[str, str]:
        """The params, with what a library said in English put into Vietnamese as far as that is known."""
        message = self.params.get("message", "")
        said = (re.fullmatch(english, message, re.DOTALL) for english, _ in texts.SAID)
        words = (found.expand(words) for found, (_, words) in zip(said, texts.SAID, strict=True) if found)
        return {**self.params, "message": next(words, message)}

    @property
    def place(self) -> str:
        """Where it is, as far as it is known; blank for the file as a whole."""
        return self._place(texts.PLACES)

    @property
    def english(self) -> str:
        """The same in one English sentence, for operators."""
        return f"{self._place(english.PLACES)}: {english.FINDINGS[self.code].format_map(self.params)}"

    def _place(self, places: Sequence[str]) -> str:
        """The first of the four wordings whose parts are all known: column and row, row, column, sheet, file."""
        cell, row, column, sheet, file = places
        if self.row is not None:
            return (cell if self.column else row).format(sheet=self.sheet, row=self.row, column=self.column)
        if self.sheet:
            return (column if self.column else sheet).format(sheet=self.sheet, column=self.column)
        return file

    def __str__(self) -> str:
        return ": ".join(part for part in (self.place, f"{self.what} {self.cure}") if part)


class FormError(ValueError):
    """A form that cannot be published; says everything that is wrong with it at once."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__("\n".join(str(finding) for finding in findings))
        self.findings = tuple(findings)

    @property
    def english(self) -> str:
        """Everything that is wrong, in English, a line each."""
        return "\n".join(finding.english for finding in self.findings)


def said_shortly(findings: Sequence[Finding]) -> str:
    """The findings for a phone, a line each: refusals first, and after the first few how many more there are."""
    refusals_first = sorted(findings, key=lambda finding: finding.severity is Severity.WARNING)
    lines = [texts.LINE.format(finding=finding) for finding in refusals_first[:SHORTLY]]
    more = len(findings) - len(lines)
    return "\n".join([*lines, texts.MORE.format(count=more)] if more else lines)
