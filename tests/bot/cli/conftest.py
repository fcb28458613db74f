"""A terminal beside a new ward."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app


@pytest.fixture
def khombot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    """In the folder of the ward that has just been founded."""
    monkeypatch.chdir(tmp_path)
    terminal = CliRunner()
    assert terminal.invoke(app, ["init", "--ward", "Phường Tân Quy Đông", "--officer", "Nguyễn Thị Hoa"]).exit_code == 0
    return terminal
