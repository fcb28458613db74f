"""No file names a folder of somebody's machine or the address of a package host: the repository works anywhere."""

from __future__ import annotations

import re

import pytest

from tests.guards.source import ROOT, files

FOLDERS = ("work", "root", "home", "Users", "opt", "tmp")
HOSTS = ("pypi", "pythonhosted", "npmjs", "deb.debian")
# Put together here, so that this file does not find itself. A relative path may well go through such a folder.
FOREIGN = re.compile(rf"(?<![\w.)}}])/({'|'.join(FOLDERS)})/|\b({'|'.join(HOSTS)})[.](org|com)\b")
PICTURES = {".png", ".jpg", ".jpeg", ".webp", ".xlsx", ".docx", ".pdf", ".ico", ".pyc"}


def test_no_file_names_a_machine_or_a_package_host() -> None:
    found = [
        f"{file.relative_to(ROOT)}:{number}: {line.strip()[:100]}"
        for file in files()
        if file.suffix not in PICTURES
        for number, line in enumerate(file.read_text(encoding="utf-8", errors="replace").splitlines(), start=1)
        if FOREIGN.search(line)
    ]
    assert not found, "These hold on one machine only:\n" + "\n".join(found)


@pytest.mark.parametrize("line", [f"cd /{FOLDERS[0]}/x", f'"/{FOLDERS[-1]}/x"', f"see https://{HOSTS[0]}.org/x"])
def test_the_guard_finds_what_holds_on_one_machine_only(line: str) -> None:
    assert FOREIGN.search(line)


@pytest.mark.parametrize("line", [f"a net{FOLDERS[0]}/cable", f"storage/{FOLDERS[0]}/x", f"{{base}}/{FOLDERS[-1]}/x"])
def test_the_guard_lets_relative_paths_pass(line: str) -> None:
    assert not FOREIGN.search(line)
