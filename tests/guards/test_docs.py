"""What an operator can set or type is explained in the README or in docs/, under its own name, and no link is dead."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer
from typer.core import TyperGroup

from bot.cli import app
from bot.settings import Settings
from tests.guards.source import PRODUCT, ROOT, Module, modules

PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
TEXT = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
LINK = re.compile(r"(?:\]\(|<img src=\")(?!https?:|#)([^)#\s\"]+)")


def commands(group: object, typed: str) -> Iterator[str]:
    """Every command below this group, as it is typed."""
    if isinstance(group, TyperGroup):
        for name, command in group.commands.items():
            yield from commands(command, f"{typed} {name}")
    else:
        yield typed


COMMANDS = list(commands(typer.main.get_command(app), "khombot"))
VERBS = re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE)


@pytest.mark.parametrize("setting", [name.upper() for name in Settings.model_fields])
def test_every_setting_is_explained(setting: str) -> None:
    assert f"`{setting}`" in TEXT


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_explained(command: str) -> None:
    assert re.search(rf"`{re.escape(command)}\b", TEXT)


@pytest.mark.parametrize("verb", VERBS)
def test_every_make_verb_is_explained(verb: str) -> None:
    assert f"`make {verb}`" in TEXT


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_no_link_of_a_page_is_dead(page: Path) -> None:
    dead = [link for link in LINK.findall(page.read_text(encoding="utf-8")) if not (page.parent / link).exists()]
    assert not dead


def test_the_commands_were_found() -> None:
    assert {"khombot run", "khombot periods open"} <= set(COMMANDS)
    assert {"run", "test"} <= set(VERBS)


def test_every_identifier_of_the_glossary_is_used_in_the_code() -> None:
    rows = re.findall(r"^\| (.*?) \|", (ROOT / "docs/glossary.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    words = {word for row in rows for word in re.findall(r"`(\w+)`", row)}
    used = {name for module in modules(*PRODUCT) for name in names(module)}
    assert words, "the tables were not found"
    assert words <= used, f"not in the code any more: {sorted(words - used)}"


def names(module: Module) -> Iterator[str]:
    """Every name that the module defines or uses."""
    for node in ast.walk(module.tree):
        match node:
            case ast.Name(id=name) | ast.ClassDef(name=name):
                yield name
