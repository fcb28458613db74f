"""Texts of a form as they read now: places filled in, figures written the Vietnamese way (1.034)."""

from __future__ import annotations

import re
from decimal import Decimal

from forms.instance import NUMBERS, Instance
from forms.keys import path_of
from forms.questions import type_of
from forms.questions.birth_year import BirthYear
from forms.references import references
from forms.template import Output, Template
from forms.tree import Node
from forms.values.numerals import show_number
from forms.xpath import Path

_FIGURE = re.compile(r"\d+(\.\d+)?")


def render(instance: Instance, template: Template, node: Node) -> str:
    """A label, hint or message of the question at a node."""
    return template.render(instance.language, lambda output: _fill(instance, output, node))


def _fill(instance: Instance, output: Output, node: Node) -> str:
    text = instance.text(output.expression, node)
    return _figure(text) if _is_number(instance, output, node) else text


def _is_number(instance: Instance, output: Output, node: Node) -> bool:
    """Whether the place shows a figure: a year or a code is not written with dots."""
    if not isinstance(output.expression.ast, Path):
        return False
    read = next(references(output.expression, path_of(node.key)), None)
    question = instance.form.by_path.get(read.path) if read else None
    return question is not None and question.data_type in NUMBERS and not isinstance(type_of(question), BirthYear)


def _figure(text: str) -> str:
    """1034 -> 1.034; 2.5 -> 2,5; what is no number stays as it is."""
    return show_number(Decimal(text)) if _FIGURE.fullmatch(text) else text
