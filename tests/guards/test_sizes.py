"""Files and functions stay small enough to be read at one go."""

from __future__ import annotations

from tests.guards.source import PYTHON, Function, functions, modules, read

LINES_PER_FILE = 300
LINES_PER_FUNCTION = 40
TABLES = "a list of tables, read from top to bottom"
EXCEPTIONS: dict[str, str] = {
    "storage/migrations/versions/0001_first_tables.py": TABLES,
    "storage/migrations/versions/0001_first_tables.py:upgrade": TABLES,
    "storage/migrations/versions/0002_reminders.py:upgrade": TABLES,
    "storage/migrations/versions/0003_announcements.py:upgrade": TABLES,
}
"""What may be longer, as path or path:function, and why; no more than five."""


def test_files_are_short() -> None:
    long = {module.path: module.lines for module in modules(*PYTHON) if module.lines > LINES_PER_FILE}
    assert long.keys() <= EXCEPTIONS.keys(), f"Split what has more than {LINES_PER_FILE} lines: {long}"


def test_functions_are_short() -> None:
    long = {
        f"{module.path}:{function.name}": length(function)
        for module in modules(*PYTHON)
        for function in functions(module)
        if length(function) > LINES_PER_FUNCTION
    }
    assert long.keys() <= EXCEPTIONS.keys(), f"Split what has more than {LINES_PER_FUNCTION} lines: {long}"


def test_exceptions_stay_few_and_each_says_why() -> None:
    assert len(EXCEPTIONS) <= 5
    assert all(EXCEPTIONS.values())


def test_a_function_is_as_long_as_all_its_lines() -> None:
    module = read("example.py", "@decorated\ndef work(\n    one: int,\n) -> int:\n\n    return one\n")
    assert [length(function) for function in functions(module)] == [5]


def length(function: Function) -> int:
    """Lines from `def` to the last one of the body."""
    return (function.end_lineno or function.lineno) - function.lineno + 1
