"""`khombot announce`: whom it would reach, and what it refuses in one sentence, with nothing sent."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import ExifTags, Image
from typer.testing import CliRunner

from bot.cli import app
from bot.domain.errors import BotError
from bot.texts.operator import english

TEXT = "Chiều nay cúp nước."


@pytest.fixture
def khombot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    """A terminal beside a ward of two khóm, each with a head."""
    monkeypatch.chdir(tmp_path)
    terminal = CliRunner()
    ward = ("init", "--ward", "Phường Tân Quy Đông", "--officer", "Nguyễn Thị Hoa", "--khoms", "2")
    assert terminal.invoke(app, ward).exit_code == 0
    for unit, name in (("K1", "Trần Thị Lan"), ("K2", "Lê Văn Bình")):
        invited = ("invite", "--unit", unit, "--role", "head", "--name", name)
        assert terminal.invoke(app, invited).exit_code == 0
    return terminal


def said(khombot: CliRunner, *arguments: str) -> str:
    outcome = khombot.invoke(app, ["announce", *arguments])
    assert outcome.exit_code == 0, outcome
    return outcome.output


def refusal(khombot: CliRunner, *arguments: str) -> str:
    outcome = khombot.invoke(app, ["announce", *arguments])
    assert isinstance(outcome.exception, BotError), outcome
    return english(outcome.exception)


def test_a_dry_run_names_everybody_and_leaves_nothing_behind(khombot: CliRunner) -> None:
    shown = said(khombot, TEXT, "--dry-run")
    assert "It would go to 2 people, 2 of them without any channel. Nothing is sent." in shown
    assert "Khóm 1: Trần Thị Lan (has no channel)" in shown
    assert "Announced to 2 people" in said(khombot, TEXT)


def test_an_audience_is_named_by_unit_role_person_and_by_what_is_owed(khombot: CliRunner) -> None:
    assert "Khóm 2" not in said(khombot, TEXT, "--to", "K1", "--dry-run")
    assert "Nguyễn Thị Hoa" in said(khombot, TEXT, "--to", "ward_officer", "--dry-run")
    assert khombot.invoke(app, ["periods", "open", "2020-Q4"]).exit_code == 0
    assert "go to 1 people" in said(khombot, TEXT, "--to", "not-sent:2020-Q4", "--to", "K2", "--dry-run")
    assert "go to 1 people" in said(khombot, TEXT, "--to", "person:2", "--dry-run")


def test_a_file_goes_along(khombot: CliRunner, tmp_path: Path) -> None:
    file = tmp_path / "thu-moi.pdf"
    file.write_bytes(b"%PDF-1.4")
    assert "Announced" in said(khombot, TEXT, "--file", str(file), "--kind", "meeting")


def test_a_photo_does_not_tell_where_it_was_taken(khombot: CliRunner, tmp_path: Path) -> None:
    place = Image.Exif()
    place.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitudeRef] = "N"
    Image.new("RGB", (80, 60), "teal").save(tmp_path / "nha.jpg", exif=place)
    assert "Announced" in said(khombot, TEXT, "--file", str(tmp_path / "nha.jpg"))
    (kept,) = [file for file in (tmp_path / "data").rglob("*") if re.fullmatch("[0-9a-f]{64}", file.name)]
    with Image.open(kept) as photo:
        assert photo.size == (80, 60)
        assert not photo.getexif()


REFUSED = {
    "nobody": (("--to", "sector_reporter"), "nobody is meant"),
    "an audience that is none": (("--to", "person:Lan"), "person:Lan names nobody"),
    "a unit that is none": (("--to", "K9"), "there is no unit K9"),
    "a time that has passed": (("--at", "2020-01-01 08:00"), "that time has passed"),
    "a time that is none": (("--at", "mai"), "mai is no time"),
    "a time of another zone": (("--at", "2090-12-18 08:00+00:00"), "2090-12-18 08:00+00:00 is no time"),
    "a day without its hour": (("--at", "2090-12-18"), "2090-12-18 is no time"),
    "a file that is not there": (("--file", "thu-moi.pdf"), "thu-moi.pdf cannot be read"),
    "a period that is not open": (("--to", "not-sent:2019-Q1"), "that period has not been opened"),
    "a link that is none": (("--link", "dongthap"), "dongthap is no web address"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_is_refused_in_one_sentence(khombot: CliRunner, what: str) -> None:
    arguments, sentence = REFUSED[what]
    assert sentence in refusal(khombot, TEXT, *arguments)


def test_the_same_again_needs_to_be_meant(khombot: CliRunner) -> None:
    said(khombot, TEXT)
    assert "add --again" in refusal(khombot, TEXT)
    assert "Announced" in said(khombot, TEXT, "--again")


def test_a_field_that_nobody_knows_is_named(khombot: CliRunner) -> None:
    assert "{ten}" in refusal(khombot, "Kính gửi {ten}")
    assert "{hạn} needs a period" in refusal(khombot, "Hạn là {hạn}")
