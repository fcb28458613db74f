"""Each open folder lists its modules by name in its __init__: a file that is not listed is a file that is dead.

The convention: __init__.py assigns a tuple in capitals (HANDLERS, TYPES, SHEETS ...) in which a thing from every module
stands, imported from it. Where importing all would cost too much, the tuple holds the modules' names as text.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.guards.source import ROOT

SHARED = {
    "handlers": {
        "carried_answers",
        "carried_cards",
        "carried_filling",
        "carried_place",
        "audience",
        "cases",
        "claiming",
        "correcting",
        "doubting",
        "entering",
        "entrusting",
        "giving_up",
        "interview",
        "period_choice",
        "notice_words",
        "pictures",
        "previewing",
        "receipt",
        "rewording",
        "several",
        "sharing",
        "timing",
        "trouble",
    },
    "forms/questions": set[str](),
    "forms/lint": {"ambiguity"},
    "channels": {
        "file_names",
        "linked_files",
        "pieces",
        "plain_text",
        "remote_files",
        "server",
        "vendor_json",
        "webhooks",
    },
    "exports/sheets": {"confirmed", "lists"},
    "bot/jobs": {"bundles", "copies", "engine"},
    "bot/announcements/kinds": set[str](),
}
"""The open folders, each with the modules that serve its members and are none; base.py and _private ones never are."""


@pytest.mark.parametrize("folder", SHARED)
def test_every_module_of_an_open_folder_is_listed(folder: str) -> None:
    listing = ROOT / folder / "__init__.py"
    if not listing.exists():
        pytest.skip(f"there is no {folder} yet")
    missing = members(ROOT / folder) - SHARED[folder] - listed(listing.read_text(encoding="utf-8"))
    assert not missing, f"{folder}/__init__.py does not list {', '.join(sorted(missing))}"


def test_the_guard_accepts_a_module_that_is_listed_in_any_honest_way() -> None:
    text = """
from handlers import help, report as quarterly
from handlers.mine import MINE
from .export import EXPORT
ALL = (help.HANDLER, quarterly.HANDLER, MINE, EXPORT)
BY_NAME: tuple[str, ...] = ("telegram",)
"""
    assert {"help", "report", "mine", "export", "telegram"} <= listed(text)


def test_the_guard_misses_a_module_that_is_only_imported() -> None:
    assert "help" not in listed("from handlers import help\nALL = ()\n__all__ = ['help']")


def test_a_module_with_a_leading_underscore_is_no_member(tmp_path: Path) -> None:
    for name in ("__init__.py", "base.py", "_shared.py", "text.py", "notes.md"):
        (tmp_path / name).touch()
    assert members(tmp_path) == {"text"}


def members(folder: Path) -> set[str]:
    """The modules and packages of the folder that should be listed."""
    found = {file.stem for file in folder.glob("*.py")} | {file.parent.name for file in folder.glob("*/__init__.py")}
    return {name for name in found if name != "base" and not name.startswith("_")}


def listed(text: str) -> set[str]:
    """The modules that this __init__.py names in a tuple of its own."""
    tree = ast.parse(text)
    sources = dict(_imports(tree))
    return {sources.get(name, name) for name in _named_in_tuples(tree)}


def _imports(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Each imported name with the module that it comes from, or is."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            module = (node.module or "").split(".")[-1]
            for alias in node.names:
                is_module = (ROOT / (node.module or "").replace(".", "/")).is_dir() or not node.module
                yield alias.asname or alias.name, alias.name if is_module else module


def _named_in_tuples(tree: ast.Module) -> Iterator[str]:
    for statement in tree.body:
        match statement:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Tuple() as listing) if name.isupper():
                yield from _names(listing)
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.Tuple() as listing) if name.isupper():
                yield from _names(listing)


def _names(listing: ast.Tuple) -> Iterator[str]:
    for node in ast.walk(listing):
        match node:
            case ast.Name(id=name):
                yield name
            case ast.Constant(value=str(name)):
                yield name
