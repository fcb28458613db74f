"""`khombot invite`: whom the link is for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app
from bot.cli.invite import _write_pictures
from bot.conversation.doors import Door
from bot.domain.errors import Invalid
from tests.support.telegram import TOKEN

HEAD = ("invite", "--unit", "K1", "--role", "head")


def test_somebody_new_has_a_name_before_following_the_link(khombot: CliRunner) -> None:
    assert "/chat/join/" in khombot.invoke(app, [*HEAD, "--name", "Trần Thị Lan"]).output
    assert "Trần Thị Lan                   head K1" in khombot.invoke(app, ["people"]).output


def test_a_code_is_printed_for_whoever_cannot_press_a_link(khombot: CliRunner) -> None:
    printed = khombot.invoke(app, [*HEAD, "--days", "3"]).output
    assert re.search(r"Or by the code \d{3} \d{3}, typed to the bot, until 3 days from now\.", printed)
    assert "until 7 days from now." in khombot.invoke(app, HEAD).output


def test_a_second_link_for_a_member_makes_no_second_person(khombot: CliRunner) -> None:
    khombot.invoke(app, [*HEAD, "--name", "Trần Thị Lan"])
    assert khombot.invoke(app, [*HEAD, "--person", "Trần Thị Lan"]).exit_code == 0
    assert khombot.invoke(app, ["people"]).output.count("Lan") == 1


def test_a_number_is_kept_so_that_it_can_be_dialled(khombot: CliRunner) -> None:
    assert khombot.invoke(app, [*HEAD, "--name", "Trần Thị Lan", "--phone", "090-123.45.67"]).exit_code == 0
    assert khombot.invoke(app, [*HEAD, "--person", "Trần Thị Lan", "--phone", "+84 277 3861 001"]).exit_code == 0


@pytest.mark.parametrize("typed", ["123", "gọi chị Hoa", "0901 234 567 89"])
def test_a_number_that_nobody_can_call_is_refused_and_nobody_added(khombot: CliRunner, typed: str) -> None:
    refused = khombot.invoke(app, [*HEAD, "--name", "Trần Thị Lan", "--phone", typed])
    assert isinstance(refused.exception, Invalid)
    assert refused.exception.code == "phone"
    assert "Lan" not in khombot.invoke(app, ["people"]).output


def test_a_number_is_somebodys(khombot: CliRunner) -> None:
    refused = khombot.invoke(app, [*HEAD, "--phone", "0901 234 567"])
    assert isinstance(refused.exception, Invalid)
    assert refused.exception.code == "phone_of_whom"


def test_a_link_is_for_a_member_or_for_somebody_new(khombot: CliRunner) -> None:
    refused = khombot.invoke(app, [*HEAD, "--person", "Nguyễn Thị Hoa", "--name", "Trần Thị Lan"])
    assert isinstance(refused.exception, Invalid)
    assert refused.exception.code == "person_and_name"
    assert "Lan" not in khombot.invoke(app, ["people"]).output


def test_where_telegram_does_not_answer_nobody_is_invited(khombot: CliRunner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", TOKEN)
    monkeypatch.setenv("TELEGRAM_API_BASE", "http://127.0.0.1:1")
    refused = khombot.invoke(app, [*HEAD, "--name", "Trần Thị Lan"])
    assert "TELEGRAM_API_BASE: http://127.0.0.1:1 does not answer" in str(refused.exception)
    assert "Lan" not in khombot.invoke(app, ["people"]).output


def test_a_picture_for_each_way_in_is_written_beside_the_other(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    doors = [
        Door(channel="web", link="https://khom.vn/chat/join/abc", takes_token=True),
        Door(channel="zalo_oa", link="https://zalo.me/123", takes_token=False),
    ]
    _write_pictures(doors, tmp_path / "khom-1.svg")
    assert sorted(file.name for file in tmp_path.iterdir()) == ["khom-1-zalo_oa.svg", "khom-1.svg"]
    assert "The QR picture of https://zalo.me/123 is in" in capsys.readouterr().out
