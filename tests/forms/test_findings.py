"""What is wrong with a form is said to officers in Vietnamese and to operators in English."""

from __future__ import annotations

from string import Formatter

import pytest

from bot.texts import findings as vietnamese
from bot.texts import findings_english as english
from forms.findings import Finding, FormError


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("code", vietnamese.FINDINGS)
def test_every_finding_is_said_in_both_languages_with_the_same_particulars(code: str) -> None:
    said = vietnamese.FINDINGS[code]
    assert _places(english.FINDINGS[code]) == _places(said.what + said.cure)


def test_there_is_no_english_sentence_without_a_vietnamese_one() -> None:
    assert english.FINDINGS.keys() == vietnamese.FINDINGS.keys()


def test_an_operator_reads_where_what_and_how_to_mend_it() -> None:
    at_a_cell = Finding(code="no_label", row=7, column="label", params={"name": "tong_so_ho"})
    of_the_file = Finding(code="unreadable", sheet="")
    assert FormError([at_a_cell, of_the_file]).english == (
        "sheet survey, row 7, column label: the question tong_so_ho has no words. Write them into the column label.\n"
        "the file: cannot be read as a form. Open it in Excel and save it as .xlsx."
    )
