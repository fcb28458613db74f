"""What import-linter's contracts in pyproject.toml cannot say about who imports whom."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator

import pytest

from tests.guards.source import PRODUCT, ROOT, Module, modules, read

PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CONTRACTS = PYPROJECT["tool"]["importlinter"]["contracts"]


def test_the_domain_imports_the_standard_library_only() -> None:
    found = [
        f"{module.path} imports {name}"
        for module in modules("bot/domain")
        for name in imported(module)
        if not (name.startswith("bot.domain") or name.partition(".")[0] in sys.stdlib_module_names)
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("line", ["import pydantic", "from bot.clock import local", "from storage import store"])
def test_the_guard_finds_foreign_imports(line: str) -> None:
    (name,) = imported(read("example.py", line))
    assert not name.startswith("bot.domain")
    assert name.partition(".")[0] not in sys.stdlib_module_names


def test_every_part_of_the_core_has_a_layer() -> None:
    placed = {name for contract in CONTRACTS[:2] for name in _places(contract)}
    core = {f"bot.{item.stem}" for item in (ROOT / "bot").iterdir() if not item.name.startswith("__")}
    assert core | {*PRODUCT} - {"bot"} <= placed, "give it a place in the first two contracts of pyproject.toml"


def test_every_rule_that_ruff_is_told_to_ignore_has_a_reason() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    (block,) = re.findall(r"^ignore = \[\n(.*?)^\]", text, flags=re.MULTILINE | re.DOTALL)
    lines = block.splitlines()
    assert len(lines) <= 8
    assert all(re.search(r'", # \w', line) for line in lines)


def imported(module: Module) -> Iterator[str]:
    """The dotted name of everything that the module imports, wherever in it."""
    for node in ast.walk(module.tree):
        match node:
            case ast.Import(names=names):
                yield from (alias.name for alias in names)
            case ast.ImportFrom(module=name, level=level):
                yield module.path.rpartition("/")[0].replace("/", ".") if level else name or ""


def _places(contract: dict[str, list[str]]) -> Iterator[str]:
    for line in contract.get("layers", []) + contract.get("source_modules", []):
        yield from re.findall(r"[\w.]+", line)
