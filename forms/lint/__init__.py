"""The gate before publishing: what pyxform lets pass but a conversation could not carry out.

`SIZE_CHECKS` come first: what they find would take the others, and pyxform, too long.
`SHEET_CHECKS` read the sheets as they were written, before pyxform does, so that an author hears everything at once;
`FORM_CHECKS` read the form that came of them. docs/forms.md has the table of all findings.
"""

from __future__ import annotations

from collections.abc import Iterable

from forms.findings import Finding
from forms.lint import (
    choices,
    columns,
    conditions,
    media,
    names,
    paths,
    portability,
    regexes,
    repeats,
    sizes,
    texts,
    types,
)
from forms.lint.base import Checked, FormCheck, SheetCheck
from forms.sheets import Sheets

SIZE_CHECKS: tuple[SheetCheck, ...] = (
    sizes.long_surveys,
    sizes.wide_sheets,
    sizes.long_cells,
    sizes.deep_groups,
    choices.long_lists,
)
SHEET_CHECKS: tuple[SheetCheck, ...] = (
    columns.missing_columns,
    columns.duplicate_columns,
    columns.misspelt_columns,
    types.unsupported_features,
    types.empty_metadata,
    names.missing_names,
    names.unclosed_groups,
    names.empty_groups,
    names.unknown_references,
    choices.missing_lists,
    choices.unknown_lists,
    choices.duplicate_choices,
    choices.spaces_in_choices,
    choices.missing_choice_texts,
    texts.odd_characters,
    media.unknown_media,
    media.impossible_media,
    media.media_on_groups,
    texts.missing_translations,
    texts.missing_constraint_messages,
    portability.smart_quotes,
)
FORM_CHECKS: tuple[FormCheck, ...] = (
    types.no_questions,
    types.unknown_types,
    texts.missing_labels,
    choices.empty_lists,
    conditions.words_as_conditions,
    conditions.bare_words,
    conditions.stored_truths,
    conditions.once_at_start,
    conditions.blanks_in_sums,
    conditions.blanks_in_totals,
    paths.paths_to_nothing,
    paths.unknown_choice_columns,
    paths.missing_files,
    repeats.outside_of_repeats,
    repeats.positions_outside,
    regexes.bad_regexes,
    portability.narrower_xpath,
)


def lint_sizes(sheets: Sheets) -> list[Finding]:
    """Why nobody should look at the sheets any longer."""
    return in_order(finding for check in SIZE_CHECKS for finding in check(sheets))


def lint_sheets(sheets: Sheets) -> list[Finding]:
    """Everything that is wrong with the sheets themselves, in the order of their rows."""
    return in_order(finding for check in SHEET_CHECKS for finding in check(sheets))


def lint(checked: Checked) -> list[Finding]:
    """Everything that is wrong with a form, in the order of its rows."""
    return in_order(finding for check in FORM_CHECKS for finding in check(checked))


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Each finding once, as one reads a workbook: sheet by sheet, downwards."""
    once = list({(one.code, one.sheet, one.row, one.column, *one.params.values()): one for one in findings}.values())
    sheets = list(dict.fromkeys(["", "survey", "choices", "settings", *(finding.sheet for finding in once)]))
    return sorted(once, key=lambda finding: (sheets.index(finding.sheet), finding.row or 0))
