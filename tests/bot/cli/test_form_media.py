"""`khombot forms`: the pictures of a form are given along, looked at, published with it, and come back with it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PIL import Image
from PIL.ExifTags import Base
from typer.testing import CliRunner, Result

from bot.cli import app
from bot.domain.errors import BotError
from bot.texts.operator import english
from tests.channels.samples import photo

REPORT = "khom_dinh_ky"
MAP = "ban-do.png"


@pytest.fixture
def khombot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    """A terminal beside a new ward."""
    monkeypatch.chdir(tmp_path)
    terminal = CliRunner()
    assert terminal.invoke(app, ["init", "--ward", "Phường Tân Quy Đông", "--officer", "Nguyễn Thị Hoa"]).exit_code == 0
    return terminal


@pytest.fixture
def form(khombot: CliRunner) -> Path:
    """The quarterly report with a picture beside its first question."""
    assert khombot.invoke(app, ["forms", "fetch", REPORT, "--to", "form"]).exit_code == 0
    [file] = Path("form").glob("*.xlsx")
    book = load_workbook(file)
    sheet = book["survey"]
    place = sheet.max_column + 1
    sheet.cell(1, place, "media::image")
    row = next(cell.row for row in sheet.iter_rows() for cell in row if cell.value == "tong_so_ho")
    sheet.cell(row, place, MAP)
    book.save(file)
    return file


def run(khombot: CliRunner, *arguments: str | Path) -> Result:
    return khombot.invoke(app, ["forms", *map(str, arguments)])


def said(result: Result) -> str:
    return english(result.exception) if isinstance(result.exception, BotError) else result.output


def drawn(path: Path) -> Path:
    """A PNG on disk."""
    path.parent.mkdir(exist_ok=True)
    Image.new("RGBA", (30, 20), "navy").save(path)
    return path


def test_a_picture_is_published_with_its_form_and_written_beside_it(khombot: CliRunner, form: Path) -> None:
    picture = drawn(Path(MAP))
    checked = run(khombot, "check", form, "--with", picture)
    assert checked.exit_code == 0
    assert "warning" not in checked.output
    published = run(khombot, "publish", form, "--with", picture)
    assert "version 2 is in force now" in said(published)
    assert MAP not in said(published)
    fetched = run(khombot, "fetch", REPORT, "--to", "back")
    assert f"back/{MAP} is shown by it." in said(fetched)
    assert Path(f"back/{REPORT}-ban-2.xlsx").read_bytes() == form.read_bytes()
    with Image.open(f"back/{MAP}") as back:
        assert (back.format, back.size) == ("JPEG", (30, 20))
    again = run(khombot, "publish", f"back/{REPORT}-ban-2.xlsx", "--with", "back")
    assert f"{REPORT} version 2 is in force now" in said(again)  # nothing has changed, so it is no new version


def test_a_folder_gives_all_that_lies_in_it(khombot: CliRunner, form: Path) -> None:
    drawn(Path("files") / MAP)
    drawn(Path("files") / "khac.png")
    checked = run(khombot, "check", form, "--with", "files")
    assert checked.exit_code == 0
    assert f"{form}: warning: the form names no file khac.png, so it is left out." in checked.output
    assert "did not come along" not in checked.output


def test_a_picture_that_is_not_there_is_said_and_the_form_published(khombot: CliRunner, form: Path) -> None:
    assert f"{MAP} did not come along, so only the words are shown." in run(khombot, "check", form).output
    published = run(khombot, "publish", form)
    assert published.exit_code == 0
    assert f"It names {MAP}, which is not there: only the words of its question are shown." in said(published)
    # With the picture it is another version, though the workbook is the same.
    assert "version 3 is in force now" in said(run(khombot, "publish", form, "--with", drawn(Path(MAP))))
    assert "not there" not in said(run(khombot, "publish", form))


@pytest.mark.parametrize("command", ["check", "publish"])
@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"MZ a program", b"\x89PNG\r\n\x1a\n torn", b"<svg/>"])
def test_a_file_that_lies_about_its_type_is_refused(
    khombot: CliRunner, form: Path, command: str, content: bytes
) -> None:
    Path(MAP).write_bytes(content)
    refused = run(khombot, command, form, "--with", MAP)
    assert refused.exit_code == 1
    assert f"{MAP} is no picture that can be shown, or it is damaged; give a .jpg or .png" in refused.output
    assert "version 1" in said(run(khombot, "fetch", REPORT, "--to", "back"))


def test_a_photo_loses_where_it_was_taken(khombot: CliRunner, form: Path) -> None:
    exif = Image.Exif()
    exif[Base.Model] = "the officer's phone"
    with Image.open(BytesIO(photo())) as taken:
        taken.save(MAP, "JPEG", exif=exif)
    run(khombot, "publish", form, "--with", MAP)
    run(khombot, "fetch", REPORT, "--to", "back")
    assert b"phone" not in Path(f"back/{MAP}").read_bytes()


def test_a_file_that_cannot_be_read_is_one_sentence(khombot: CliRunner, form: Path) -> None:
    refused = run(khombot, "check", form, "--with", "nowhere.png")
    assert (refused.exit_code, refused.output) == (
        1,
        "khombot: nowhere.png cannot be read: No such file or directory\n",
    )


def test_nothing_that_is_there_already_is_written_over(khombot: CliRunner, form: Path) -> None:
    run(khombot, "publish", form, "--with", drawn(Path(MAP)))
    assert f"{MAP} is there already" in said(run(khombot, "fetch", REPORT))
    assert not Path(f"{REPORT}-ban-2.xlsx").exists()
