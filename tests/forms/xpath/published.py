"""The expression cases that ODK's own engines publish, and how an answer of ours is judged against them.

They are the tests of getodk/web-forms and of enketo/openrosa-xpath-evaluator (both Apache-2.0), recorded in one file
that lies beside the checkout; where it is absent the tests that use it are skipped.
"""

from __future__ import annotations

import json
import math
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache, partial
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

from forms.tree import Node
from forms.xpath import FUNCTIONS, Expression, Scope, XPathError, compile_expression
from forms.xpath.functions.table import Functions, Takes, function
from forms.xpath.scope import Focus
from forms.xpath.values import Nodes, Value
from tests.forms.xpath.documents import document, find, place

CASES = Path(__file__).parents[4] / "shared" / "xforms" / "xpath_cases.json"
SKIPPED = Path(__file__).with_name("skipped.toml")
RECORDED = datetime(2026, 11, 23, 13, 57, 9, tzinfo=ZoneInfo("America/Phoenix"))
"""The moment at which the cases were recorded: some of them contain its date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """An expression, where it is evaluated, and what comes out."""

    file: str
    profile: str
    kind: str
    expression: str
    expected: object
    context: str
    root: str
    xml: str
    rounded: float | None

    @property
    def key(self) -> str:
        """How the list of skipped cases names it."""
        return f"{self.file} | {self.context} | {self.expression}"


def read_cases() -> list[Case]:
    """All of them."""
    raw: list[Mapping[str, object]] = json.loads(CASES.read_text(encoding="utf-8"))["cases"]
    return [_case(one) for one in raw]


def _case(raw: Mapping[str, object]) -> Case:
    rounded = raw.get("rounded")
    return Case(
        file=str(raw["file"]),
        profile=str(raw["profile"]),
        kind=str(raw["kind"]),
        # Names are compared as written, and the documents leave XHTML without a prefix.
        expression=str(raw["expression"]).replace("xhtml:", ""),
        expected=raw.get("expected"),
        context=str(raw["context"] or "/"),
        root=str(raw.get("root") or "/"),
        xml=str(raw["xml"]),
        rounded=float(str(rounded)) if rounded else None,
    )


def read_skipped() -> dict[str, str]:
    """The keys of the cases that do not hold here on purpose, with the reason."""
    groups = tomllib.loads(SKIPPED.read_text(encoding="utf-8"))["group"]
    return {key: group["reason"] for group in groups for key in group["cases"]}


def holds(case: Case) -> bool:
    """Whether we give the published answer."""
    try:
        expression = compile_expression(case.expression, _functions())
    except XPathError:
        return case.kind == "error"
    return any(_agrees(case, expression, scope) for scope in _scopes(case))


def _agrees(case: Case, expression: Expression, scope: Scope) -> bool:
    match case.kind:
        case "boolean":
            return expression.boolean(scope) is case.expected
        case "number":
            return _same_number(expression.number(scope), float(str(case.expected)), case.rounded)
        case "string":
            return expression.string(scope) == str(case.expected)
        case "string-match":
            return re.search(str(case.expected), expression.string(scope)) is not None
        case "string-length":
            return len(expression.string(scope)) == case.expected
        case "nodes":
            return [place(node) for node in expression.nodes(scope)] == case.expected
        case "nodes-unordered":
            expected = case.expected if isinstance(case.expected, list) else []
            return sorted(place(node) for node in expression.nodes(scope)) == sorted(expected)
    return False


def _same_number(given: float, expected: float, rounded: float | None) -> bool:
    if math.isnan(expected) or math.isinf(expected):
        return str(given) == str(expected)
    if rounded and math.isfinite(given):
        given = math.floor(given * rounded + 0.5) / rounded
    return math.isclose(given, expected, rel_tol=1e-12, abs_tol=1e-12)


def _scopes(case: Case) -> Iterator[Scope]:
    """One scope for each language of the document: the cases do not tell which one was chosen."""
    top = _document(case.xml)
    node, root = _find(case.xml, case.context), _find(case.xml, case.root)
    instances = {one.attribute("id"): one for one in top.walk() if one.name == "instance"}
    languages = [one for one in top.walk() if one.name == "translation"]
    for texts in (_reader(one) for one in languages or [Node("translation")]):
        yield Scope(node=node, root=root, now=RECORDED, random=partial(Random, 1), instances=instances, itext=texts)


def _reader(translation: Node) -> Callable[[str], str]:
    texts = {text.attribute("id"): value.text for text in translation.named("text") for value in text.named("value")}
    return lambda key: texts.get(key, "")


@cache
def _document(xml: str) -> Node:
    return document(xml)


@cache
def _find(xml: str, wanted: str) -> Node:
    return find(_document(xml), wanted)


@cache
def _functions() -> Functions:
    """Ours, XPath's id(), which forms do without, and those that must never be called because of laziness."""
    bombs = ("explode", "explode-a", "explode-b", "explode-c", "explode-d", "fn")
    return {
        **FUNCTIONS,
        "id": function("id", _by_id, Takes.ANY, gives_nodes=True),
        **{name: function(name, _explode, Takes.ANY, least=0, more=True) for name in bombs},
    }


def _explode(focus: Focus, *_: Value) -> Value:
    raise AssertionError("an argument was evaluated that nobody needs")


def _by_id(focus: Focus, value: Value) -> Nodes:
    texts = [one.text for one in value] if isinstance(value, list) else [str(value)]
    wanted = {word for text in texts for word in text.split()}
    return [node for node in focus.scope.root.walk() if node.attribute("id") in wanted]
