"""`khombot forms`: a form is fetched, changed, checked and published again, and bad input is one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner, Result

from bot.cli import app
from bot.domain.errors import BotError
from bot.texts.operator import english

REPORT = "khom_dinh_ky"


def said(result: Result) -> str:
    """What the operator reads; a refusal as `khombot` says it."""
    if isinstance(result.exception, BotError):
        return english(result.exception)
    return result.output


def changed(file: Path, label: str) -> Path:
    """The workbook with another first question."""
    book = load_workbook(file)
    sheet = book["survey"]
    cell = next(cell for row in sheet.iter_rows() for cell in row if cell.value == "Khóm có tất cả bao nhiêu hộ ạ?")
    cell.value = label
    book.save(file)
    return file


def fetched(khombot: CliRunner, folder: Path, *more: str) -> Path:
    result = khombot.invoke(app, ["forms", "fetch", REPORT, "--to", str(folder), *more])
    assert result.exit_code == 0, said(result)
    (file,) = folder.glob("*.xlsx")
    return file


def test_a_form_is_fetched_changed_and_published_and_its_own_file_comes_back(khombot: CliRunner) -> None:
    file = changed(fetched(khombot, Path("a")), "Khóm có mấy hộ ạ?")
    assert "is in order" in said(khombot.invoke(app, ["forms", "check", str(file)]))
    published = khombot.invoke(app, ["forms", "publish", str(file)])
    assert f"{REPORT} version 2 is in force now: Báo cáo định kỳ của khóm." in said(published)
    assert fetched(khombot, Path("b")).read_bytes() == file.read_bytes()
    assert fetched(khombot, Path("c"), "--version", "1").name == f"{REPORT}-ban-1.xlsx"


def test_a_version_for_the_next_period_is_replaced_by_one_for_now(khombot: CliRunner) -> None:
    khombot.invoke(app, ["periods", "open", "2020-Q4"])
    file = changed(fetched(khombot, Path("a")), "Khóm có mấy hộ ạ?")
    planned = khombot.invoke(app, ["forms", "publish", str(file), "--from", "next-period"])
    assert "version 2 is in force from 2021-01-01 on" in said(planned)


def test_a_bad_file_is_refused_with_place_and_cure(khombot: CliRunner) -> None:
    file = changed(fetched(khombot, Path("a")), "${khong_co_cau_nay}")
    for command in ("check", "publish"):
        refused = khombot.invoke(app, ["forms", command, str(file)])
        assert refused.exit_code == 1
        assert "khong_co_cau_nay" in said(refused)
    assert "version 1" in said(khombot.invoke(app, ["forms", "fetch", REPORT, "--to", "b"]))


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["publish", "nowhere.xlsx"], "nowhere.xlsx cannot be read: No such file or directory"),
        (["publish", "{file}", "--family", "khac"], "there is no form khac; the forms in force are: guong_ntvt"),
        (["publish", "{file}", "--family", "hoan_canh_kho_khan"], "it may not be sent without consent"),
        (["fetch", "khac"], "there is no form khac; the forms in force are: guong_ntvt"),
        (["fetch", REPORT, "--version", "7"], "khom_dinh_ky has no version 7; the newest is 1"),
        (["fetch", REPORT, "--to", "a"], "is there already; move it away"),
        (["fetch", REPORT, "--to", "{file}"], "cannot be written to"),
    ],
)
def test_bad_input_is_one_sentence(khombot: CliRunner, arguments: list[str], sentence: str) -> None:
    file = fetched(khombot, Path("a"))
    refused = khombot.invoke(app, ["forms", *(argument.format(file=file) for argument in arguments)])
    assert refused.exit_code == 1
    assert sentence in said(refused)
