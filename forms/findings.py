"""What is wrong with a form, said so that its author can mend it: sheet, row, column, what, cure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from bot.texts import forms as texts
from bot.texts import forms_english as english


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is wrong. `code` chooses the sentences, `params` fill them."""

    code: str
    sheet: str = "survey"
    row: int | None = None
    """As the spreadsheet counts: the headings are row 1."""
    column: str = ""
    params: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def what(self) -> str:
        """What is wrong."""
        return texts.FINDINGS[self.code].what.format_map(self.params)

    @property
    def cure(self) -> str:
        """What to do about it."""
        return texts.FINDINGS[self.code].cure.format_map(self.params)

    @property
    def english(self) -> str:
        """The same in one English sentence, for operators."""
        place = english.PLACE if self.row is not None else english.PLACE_SHEET if self.sheet else english.PLACE_FILE
        where = place.format(sheet=self.sheet, row=self.row, column=self.column or "?")
        return f"{where}: {english.FINDINGS[self.code].format_map(self.params)}"

    def __str__(self) -> str:
        where = texts.PLACE if self.row is not None else texts.PLACE_SHEET
        place = where.format(sheet=self.sheet, row=self.row, column=self.column or "?")
        return f"{place}: {self.what} {self.cure}"


class FormError(ValueError):
    """A form that cannot be published; says everything that is wrong with it at once."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__("\n".join(str(finding) for finding in findings))
        self.findings = tuple(findings)

    @property
    def english(self) -> str:
        """Everything that is wrong, in English, a line each."""
        return "\n".join(finding.english for finding in self.findings)
