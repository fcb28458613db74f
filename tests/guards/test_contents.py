"""A package of many modules says in its docstring where to find what: no module is forgotten, and none is made up."""

from __future__ import annotations

import ast
import re
from collections import Counter

import pytest

from tests.guards.source import ROOT

MANY = ("bot/actions", "bot/conversation", "forms")


@pytest.mark.parametrize("package", MANY)
def test_every_module_is_named_once(package: str) -> None:
    folder = ROOT / package
    docstring = ast.get_docstring(ast.parse((folder / "__init__.py").read_text("utf-8"))) or ""
    named = Counter(re.findall(r"`(\w+)`", docstring))
    modules = {path.stem for path in folder.glob("*.py")} | {path.parent.name for path in folder.glob("*/__init__.py")}
    assert named == Counter(modules - {"__init__"})
