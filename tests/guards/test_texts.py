"""Vietnamese text is declared, never inlined: a function finds its words in bot/texts/ or in a declaration above it."""

from __future__ import annotations

import ast
import unicodedata
from collections.abc import Iterator

import pytest

from tests.guards.source import PRODUCT, Function, Module, functions, modules, read

TONES_AND_VOWELS = "\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323"
"""What Vietnamese letters leave over when they are decomposed; đ does not decompose."""

HOME_OF_TEXTS = "bot/texts/"

ALLOWED = {
    "a module-level sentence": 'WELCOME = "Chào bác"',
    "a class-level label": 'class Sheet:\n    title = "Hộ nghèo"',
    "a docstring": 'def ask() -> None:\n    """Asks "Khóm có bao nhiêu hộ?"."""',
    "a class's docstring inside a function": 'def make() -> type:\n    class A:\n        """Hộ."""\n    return A',
    "a comment": "def ask() -> int:\n    return 1  # một",
    "English": 'def ask() -> str:\n    return "How many households?"',
}
REFUSED = {
    "a sentence": 'def ask() -> str:\n    return "Khóm có bao nhiêu hộ?"',
    "an f-string": 'def ask(n: int) -> str:\n    return f"Còn {n}"',
    "the format of an f-string": 'def ask(n: int) -> str:\n    return f"{n:%d năm}"',
    "one letter": 'async def ask() -> str:\n    return "đ"',
    "decomposed letters": 'def ask() -> str:\n    return "ho\u0323\u0302"',
    "a method's sentence": 'class A:\n    def ask(self) -> str:\n        return "Xin chào bác ạ"',
    "an inner class's label": 'def make() -> type:\n    class A:\n        title = "Hộ"\n    return A',
    "a sentence after the docstring": 'def ask() -> str:\n    """Asks."""\n    return "Hộ"',
}


def test_vietnamese_text_is_declared_never_inlined() -> None:
    found = [
        place for module in modules(*PRODUCT) if HOME_OF_TEXTS not in module.path for place in inlined_texts(module)
    ]
    assert not found, "Move these texts to bot/texts/ or to a declaration of the module:\n" + "\n".join(found)


@pytest.mark.parametrize("code", ALLOWED.values(), ids=ALLOWED)
def test_the_guard_lets_declarations_pass(code: str) -> None:
    assert list(inlined_texts(read("example.py", code))) == []


@pytest.mark.parametrize("code", REFUSED.values(), ids=REFUSED)
def test_the_guard_finds_inlined_texts(code: str) -> None:
    assert len(list(inlined_texts(read("example.py", code)))) == 1


def inlined_texts(module: Module) -> Iterator[str]:
    """Where the module has Vietnamese text in the body of a function, once per text."""
    docstrings = {id(text) for text in _docstrings(module.tree)}
    texts = {
        id(node): node
        for function in functions(module)
        for statement in function.body
        for node in ast.walk(statement)
        if isinstance(node, ast.Constant) and id(node) not in docstrings
    }
    for node in texts.values():
        if isinstance(node.value, str) and is_vietnamese(node.value):
            yield f"{module.path}:{node.lineno}: {node.value!r}"


def is_vietnamese(text: str) -> bool:
    """Whether any letter is one that English does without."""
    return any(mark in TONES_AND_VOWELS or mark in "đĐ" for mark in unicodedata.normalize("NFD", text))


def _docstrings(tree: ast.Module) -> Iterator[ast.expr]:
    for node in ast.walk(tree):
        if isinstance(node, Function | ast.ClassDef | ast.Module) and node.body:
            first = node.body[0]
            if isinstance(first, ast.Expr):
                yield first.value
