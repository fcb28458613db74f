"""`khombot announce`: whom it would reach, and what it refuses in one sentence, with nothing sent."""

from __future__ import annotations

import asyncio
import re
from datetime import timedelta
from pathlib import Path

import pytest
from PIL import ExifTags, Image
from typer.testing import CliRunner

from bot.actions.installation import person_called
from bot.cli import app
from bot.clock import local_date, utc_now
from bot.domain.errors import BotError
from bot.domain.quotas import Quota, month_of
from bot.messages import Address
from bot.texts.operator import english
from storage.store import Store
from storage.transaction import Transaction

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


def test_a_dry_run_says_where_messages_lack_and_whom_it_costs(
    khombot: CliRunner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def work(tx: Transaction) -> None:
        now = utc_now()
        lan, binh = (person_called(tx, name, local_date(now)).id for name in ("Trần Thị Lan", "Lê Văn Bình"))
        for person, channel, silent in ((lan, "zalo_bot", 1), (binh, "zalo_bot", 0), (binh, "web", 1)):
            bot = "web" if channel == "web" else "12345"
            tx.accounts.add(Address(channel=channel, bot=bot, chat=str(person)), person, now - timedelta(days=silent))
        tx.quotas.set("zalo_bot", "12345", Quota(messages=3000))
        tx.quotas.add([("zalo_bot", "12345", 2850)], month_of(local_date(now)))

    async def settle() -> None:
        store = await Store.open(f"sqlite:///{tmp_path}/data/khombot.sqlite", data_dir=tmp_path / "data")
        await store.transact(work)
        await store.close()

    asyncio.run(settle())
    monkeypatch.setenv("ZALO_BOT_TOKEN", "12345:abcdefghijklmnopqrstuvwxyz")
    shown = said(khombot, TEXT, "--dry-run")
    assert f"zalo_bot has 0 messages left for announcements in {month_of(local_date(utc_now()))}" in shown
    assert "and this one needs 2." in shown
    assert "For want of messages 1 get it on another channel: Lê Văn Bình." in shown
    assert "For want of messages 1 do not get it; call them: Trần Thị Lan." in shown
    monkeypatch.delenv("ZALO_BOT_TOKEN")
    unserved = said(khombot, TEXT, "--dry-run")
    assert "messages left" not in unserved
    assert "Khóm 1: Trần Thị Lan (has no channel)" in unserved


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
