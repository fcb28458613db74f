"""`khombot forms check`: what an operator reads, and the marked workbook."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner, Result

from bot.cli import app
from bot.texts.findings import MARKED_SHEET
from tests.forms.lint.cases import survey


def check(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["forms", "check", *map(str, arguments)])


@pytest.fixture
def form(tmp_path: Path) -> Path:
    return tmp_path / "phieu.md"


def test_a_sound_form_is_said_to_be_in_order(form: Path) -> None:
    form.write_text(survey("hint", "text | a | A? | ") + "| settings |\n| | form_title |\n| | Phiếu hỏi |\n")
    result = check(form)
    assert (result.exit_code, result.stdout) == (0, f"{form} is in order: Phiếu hỏi.\n")


def test_each_mistake_is_a_line_with_its_place_and_its_cure(form: Path) -> None:
    form.write_text(survey("relevant", "text | a | A? | foo()", "text | b | B? | 1 +"))
    result = check(form)
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        f"{form}: sheet survey, row 2, column relevant: foo() uses foo(), which does not exist. "
        "Functions look like if(), sum().",
        f"{form}: sheet survey, row 3, column relevant: 1 + is wrong near '1 +': The expression ends too early. "
        "Look at its quotation marks and operators.",
    ]


def test_a_warning_does_not_fail_the_check(form: Path) -> None:
    form.write_text(survey("constraint", "integer | a | A? | . > 0"))
    result = check(form)
    assert result.exit_code == 0
    assert "warning: sheet survey, row 2, column constraint: a has a constraint without words." in result.stdout


def test_the_marked_workbook_is_written(form: Path) -> None:
    form.write_text(survey("relevant", "text | a | A? | foo()"))
    marked = form.with_name("marked.xlsx")
    assert check(form, "--marked", marked).exit_code == 1
    book = load_workbook(marked)
    assert book.sheetnames == [MARKED_SHEET, "survey"]
    assert book["survey"]["D2"].comment is not None


def test_files_that_the_form_reads_come_along(form: Path) -> None:
    form.write_text(survey("hint", "select_one_from_file cho.csv | a | Chợ nào? | "))
    markets = form.with_name("cho.csv")
    markets.write_text("name,label\nsd,Chợ Sa Đéc\n")
    assert check(form).exit_code == 1
    assert check(form, "--with", markets).exit_code == 0


@pytest.mark.parametrize("option", ["", "--with", "--marked"])
def test_a_path_that_cannot_be_used_is_one_sentence(form: Path, option: str) -> None:
    form.write_text(survey("hint", "text | a | A? | "))
    nowhere = form.parent / "nowhere/x.xlsx"
    result = check(form, option, nowhere) if option else check(nowhere)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"khombot: {nowhere} cannot be ")
    assert result.stderr.count("\n") == 1
