"""The repository as the guards read it: its files, and Python modules as trees."""

from __future__ import annotations

import ast
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PRODUCT = ("bot", "handlers", "forms", "channels", "storage", "exports")
PYTHON = (*PRODUCT, "benchmarks", "docs", "tests")
"""Where there are Python files."""
MADE_BY_TOOLS = {"__pycache__", "data", "build"}
"""Folders that git ignores too; so are all that begin with a dot, except .ci."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    """One Python file: where it is, and what it says."""

    path: str
    lines: int
    tree: ast.Module


def read(path: str, text: str) -> Module:
    """The module with that text, which need not be a file: guards try themselves on small ones."""
    return Module(path=path, lines=len(text.splitlines()), tree=ast.parse(text))


def modules(*folders: str) -> Iterator[Module]:
    """Every Python file below these folders of the repository."""
    for folder in folders:
        for file in sorted((ROOT / folder).rglob("*.py")):
            yield read(file.relative_to(ROOT).as_posix(), file.read_text(encoding="utf-8"))


def functions(module: Module) -> Iterator[Function]:
    """Every function and method, inner ones too."""
    return (node for node in ast.walk(module.tree) if isinstance(node, Function))


def files() -> Iterator[Path]:
    """Every file that belongs to the repository, of whatever type."""
    for folder, inner, names in os.walk(ROOT):
        inner[:] = [name for name in inner if name == ".ci" or not _is_foreign(name)]
        yield from (Path(folder, name) for name in names if name != ".env")


def _is_foreign(folder: str) -> bool:
    return folder.startswith(".") or folder in MADE_BY_TOOLS or folder.endswith(".egg-info")
