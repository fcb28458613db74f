"""Each check finds its mistake at its cell, says it in both languages, and leaves good forms alone."""

from __future__ import annotations

import pytest

from bot.texts import findings as words
from forms.findings import Finding, FormError, Severity, said_shortly
from forms.library import SHIPPED
from forms.xlsform import check_form, to_xform
from tests.forms.lint.bundle_cases import BUNDLES
from tests.forms.lint.cases import CASES, FINE, KHOMS, survey
from tests.forms.lint.cases.media import NOT_GIVEN
from tests.forms.lint.files import BAD_FILES
from tests.guards.source import ROOT


@pytest.mark.parametrize("name", CASES)
def test_a_mistake_is_found_at_its_cell(name: str) -> None:
    report = check_form(CASES[name].table, ".md", files=CASES[name].files)
    found = [(one.code, one.sheet, one.row, one.column) for one in (*report.findings, *report.warnings)]
    assert found == CASES[name].findings
    assert (report.conversion is None) == bool(report.findings)


@pytest.mark.parametrize("name", CASES)
def test_a_finding_is_said_in_vietnamese_and_in_english(name: str) -> None:
    report = check_form(CASES[name].table, ".md", files=CASES[name].files)
    for finding in (*report.findings, *report.warnings):
        for text in (str(finding), finding.english, finding.what, finding.cure):
            assert text.strip()
            assert "{" not in text.replace("${", "")
        assert finding.english != str(finding)


@pytest.mark.parametrize("name", FINE)
def test_a_good_form_raises_no_finger(name: str) -> None:
    report = check_form(FINE[name], ".md")
    assert [finding.english for finding in (*report.findings, *report.warnings)] == []
    assert report.conversion is not None


@pytest.mark.parametrize("form", SHIPPED, ids=lambda form: form.family)
def test_the_shipped_forms_pass_without_a_warning(form: object) -> None:
    report = check_form(form.source(), ".md")  # type: ignore[attr-defined]
    assert [finding.english for finding in (*report.findings, *report.warnings)] == []


def test_every_finding_has_a_case() -> None:
    cases = (*CASES.values(), NOT_GIVEN)
    files = {*(one.code for one in BAD_FILES.values()), *(code for code, _ in BUNDLES.values())}
    tried = {code for case in cases for code, *_ in case.findings} | files
    # xform is what no sheet can bring about: an XForm of pyxform that our reader refuses as a whole.
    assert words.FINDINGS.keys() - tried == {"xform"}


def test_every_finding_is_documented() -> None:
    documented = (ROOT / "docs/forms.md").read_text(encoding="utf-8")
    assert [code for code in words.FINDINGS if f"`{code}`" not in documented] == []
    assert [code for code in words.WARNINGS if f"*`{code}`*" not in documented] == []


def test_warnings_are_findings() -> None:
    assert words.FINDINGS.keys() >= words.WARNINGS


def test_an_author_hears_everything_at_once() -> None:
    table = survey(
        "relevant | calculation | choice_filter",
        "text | a | A? | foo() | | ", "text | b | B? | ${nope} = 1 | | ", "text | c | | | | ",
        "calculate | d | | | ${e} | ", "calculate | e | | | ${d} | ", "select_one khom | f | F? | | | x = 1",
        "text | g | G? | 1 + | | ",
    ) + KHOMS  # fmt: skip
    assert [(one.code, one.row) for one in check_form(table, ".md").findings] == [
        ("unknown_function", 2), ("unknown_reference", 3), ("no_label", 4), ("cycle", 5), ("unknown_choice_column", 7),
        ("syntax", 8),
    ]  # fmt: skip


def test_pyxforms_words_are_not_repeated_where_a_check_has_its_own() -> None:
    with pytest.raises(FormError) as caught:
        to_xform(survey("relevant", "text | a | A? | ${nope} = 1"), file_type=".md", family="thu")
    assert str(caught.value) == (
        "Trang survey, dòng 2, cột relevant: Phiếu không có câu nào tên nope. Xin sửa lại tên trong ${nope}."
    )


def test_an_expression_is_quoted_as_its_author_wrote_it() -> None:
    report = check_form(survey("relevant", "text | a | A? | ", "text | b | B? | ${a} = 'x"), ".md")
    (finding,) = report.findings
    assert finding.what == "Biểu thức ${a} = 'x viết chưa đúng ở chỗ “'x”: dấu nháy mở mà không đóng."


def test_a_column_is_called_as_its_author_called_it() -> None:
    table = "| survey |\n| | type | name | label::Tiếng Việt (vi) | Relevance |\n| | text | a | A? | foo() |\n"
    (finding,) = check_form(table, ".md").findings
    assert finding.column == "Relevance"


def test_a_form_with_warnings_can_be_published() -> None:
    report = check_form(survey("constraint", "integer | a | A? | . > 0"), ".md")
    assert [one.severity for one in report.warnings] == [Severity.WARNING]
    assert report.conversion is not None


def test_files_that_come_along_are_no_longer_missing_and_their_columns_are_known() -> None:
    table = survey(
        "calculation", "text | a | A? | ", "calculate | b | | pulldata('gia', 'tien', 'ma', ${a})",
        "calculate | c | | pulldata('gia', 'ten', 'ma', ${a})",
    )  # fmt: skip
    report = check_form(table, ".md", files={"gia.csv": "ma,tien\n1,5000\n"})
    assert [(one.code, one.row) for one in report.findings] == [("unknown_choice_column", 4)]


def test_on_a_phone_there_are_ten_lines_with_the_refusals_first() -> None:
    warning = Finding(code="no_constraint_message", row=2, column="constraint", params={"name": "a"})
    refusals = [Finding(code="no_label", row=row, column="label", params={"name": "a"}) for row in range(3, 14)]
    lines = said_shortly([warning, *refusals]).splitlines()
    assert lines[0] == "• Trang survey, dòng 3, cột label: Câu a chưa có lời hỏi. Xin ghi câu hỏi vào cột label."
    assert len(lines) == 11
    assert lines[-1] == "và 2 lỗi nữa, xin xem trong tệp gửi kèm."
    assert said_shortly([warning]).count("\n") == 0
