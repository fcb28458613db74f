"""What is said about the pictures and sounds that a form names."""

from __future__ import annotations

import pytest

from forms.xlsform import check_form
from tests.forms.lint.cases import survey
from tests.forms.lint.cases.media import NOT_GIVEN


def test_a_file_that_did_not_come_along_is_missed_once_and_only_where_files_are_known() -> None:
    report = check_form(NOT_GIVEN.table, ".md", media=())
    assert [(one.code, one.sheet, one.row, one.column) for one in report.warnings] == NOT_GIVEN.findings
    assert report.conversion is not None
    assert check_form(NOT_GIVEN.table, ".md").warnings == ()


@pytest.mark.parametrize("given", ["nghe.mp3", "NGHE.MP3"])
def test_a_file_that_came_along_is_not_missed(given: str) -> None:
    assert check_form(NOT_GIVEN.table, ".md", media=[given]).warnings == ()


def test_a_name_in_the_other_unicode_form_is_the_same_name() -> None:
    table = survey("media::image", "text | a | A? | bản-đồ.png")
    assert check_form(table, ".md", media=["bản-đồ.png"]).warnings == ()


@pytest.mark.parametrize("column", ["media::image", "image", "media::big-image::Tiếng Việt (vi)", "big-image"])
def test_a_picture_is_no_reason_to_warn(column: str) -> None:
    table = survey(f"media::image | {column}" if "big" in column else column, "text | a | A? | cho.png | cho.png")
    assert [one for one in check_form(table, ".md").warnings if "media" in one.code] == []
