"""How a case is written: a form as a table, and what the gate finds in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Case(NamedTuple):
    """A bad form; `findings` are (code, sheet, row, column) in the order of the report, warnings last."""

    table: str
    findings: list[tuple[str, str, int | None, str]]
    files: Mapping[str, str] = {}


def survey(columns: str, *rows: str) -> str:
    """A survey sheet with type, name, label and more columns."""
    return "\n".join(["| survey |", f"| | type | name | label | {columns} |", *(f"| | {row} |" for row in rows), ""])


def choices(*rows: str, columns: str = "") -> str:
    """A sheet of choices with list_name, name, label and more columns."""
    heading = f"| | list_name | name | label | {columns} |" if columns else "| | list_name | name | label |"
    return "\n".join(["| choices |", heading, *(f"| | {row} |" for row in rows), ""])


REPEAT = ("begin_repeat | r | Người trong hộ | ", "integer | tuoi | Tuổi? | ", "end_repeat | | | ")
KHOMS = choices("khom | 1 | Khóm 1", "khom | 2 | Khóm 2")
