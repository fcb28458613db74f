"""ODK Validate as a second opinion: whatever it rejects, the gate has found.

Skipped without Java. The program comes with pyxform; one run looks at all forms.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
import pyxform
from pyxform.errors import PyXFormError
from pyxform.xls2xform import convert

from forms.xlsform import check_form
from tests.forms.lint.cases import CASES, FINE

VALIDATE = Path(pyxform.__file__).parent / "validators/odk_validate/bin/ODK_Validate.jar"
SECONDS = 220
PROVEN = {
    "an unknown function", "one plus nothing", "two equals signs", "AND in capitals", "a bracket that does not close",
    "too few arguments", "calculations that wait for each other", "a question that decides on itself",
    "a group that decides by its own question", "a repeat's question read from outside",
}  # fmt: skip
"""Cases that Validate is known to reject; if it no longer does, this test has stopped to look."""
ONLY_WARNED_OF = {
    "anything below": "Collect has no //; a chat has",
    "the last row": "Collect has no last(); a chat has",
    "an extension written wrongly": "pyxform does not declare the namespace; we do",
    "smart quotes in our own column": "pyxform does not declare the namespace; we do",
}
"""What Validate rejects and we publish on purpose, with the reason."""


@pytest.fixture(scope="module")
def rejected(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names of the forms that Validate rejects, of those that pyxform converts."""
    java = shutil.which("java")
    if java is None or not VALIDATE.exists():
        pytest.skip("there is no Java on this machine")
    folder = tmp_path_factory.mktemp("xforms")
    files: dict[str, Path] = {}
    for name, table in {**{name: case.table for name, case in CASES.items()}, **FINE}.items():
        if len(table) > 100_000:
            continue
        try:
            xform = convert(table, file_type=".md", form_name="data", validate=False).xform
        except (PyXFormError, KeyError, IndexError):
            continue
        files[name] = folder / f"{len(files)}.xml"
        files[name].write_text(xform, encoding="utf-8")
    run = subprocess.run(
        [java, "-jar", VALIDATE, *files.values()], check=False, capture_output=True, text=True, timeout=SECONDS
    )
    said = run.stdout + run.stderr
    failed = re.findall(r"\S+\.xml", said.rpartition("failed validation:")[2])
    return {name for name, file in files.items() if str(file) in failed}


def test_validate_rejects_what_it_is_known_to_reject(rejected: set[str]) -> None:
    assert rejected >= PROVEN


def test_what_validate_rejects_the_gate_has_found(rejected: set[str]) -> None:
    reports = {name: check_form(CASES[name].table, ".md") for name in rejected & CASES.keys()}
    assert {name for name, report in reports.items() if not report.findings} == ONLY_WARNED_OF.keys()
    assert all(reports[name].warnings for name in ONLY_WARNED_OF)


def test_validate_takes_what_the_gate_has_nothing_to_say_about(rejected: set[str]) -> None:
    assert not rejected & FINE.keys()
