"""Programs and files beside the repository that some tests look through; each test skips where they are absent."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
OFFICES = ("soffice", "libreoffice")
BESIDE = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="session")
def chromium() -> Path:
    """The browser in which pages are looked at: pass it to playwright as executable_path."""
    return _program(BROWSERS, "no Chromium on this machine, so no page was looked at: apt-get install chromium")


@pytest.fixture(scope="session")
def libreoffice() -> Path:
    """The office suite that recalculates workbooks."""
    return _program(
        OFFICES, "no LibreOffice on this machine, so nothing was recalculated: apt-get install libreoffice-calc"
    )


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of outside cases that may lie beside the repository."""
    folder = BESIDE / "shared"
    if not folder.is_dir():
        pytest.skip("there is no folder ../shared, so its cases were not tried")
    return folder


def _program(names: tuple[str, ...], sentence: str) -> Path:
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        pytest.skip(sentence)
    return Path(found)
