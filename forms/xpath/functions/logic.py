"""Truth and choice between values: if(), coalesce(), not(), checklists."""

from __future__ import annotations

from typing import Final

from forms.xpath.evaluators import Evaluator
from forms.xpath.functions.table import Function, Takes, function
from forms.xpath.scope import Focus
from forms.xpath.values import Value, to_boolean, to_number, to_text


def _if(focus: Focus, condition: bool, then: Evaluator, otherwise: Evaluator) -> Value:
    return then(focus) if condition else otherwise(focus)


def _coalesce(focus: Focus, *values: Evaluator) -> Value:
    """The first value that is neither blank nor NaN; the last one if all are."""
    value: Value = ""
    for later in values:
        value = later(focus)
        if to_text(value, focus.zone) not in {"", "NaN"}:
            break
    return value


def _once(focus: Focus, value: Evaluator) -> Value:
    """The value that the question already has, else a new one; what cannot be calculated stays blank."""
    present = focus.current.text
    if present:
        return present
    new = value(focus)
    return "" if new != new else new  # noqa: PLR0124 - NaN is what differs from itself


def _boolean_from_string(focus: Focus, text: str) -> Value:
    return text in {"1", "true"}


def _truths(value: Value) -> list[bool]:
    """Each node of a nodeset counts on its own in a checklist; here a text is true only if it says so."""
    return [bool(node.text) for node in value] if isinstance(value, list) else [to_boolean(value)]


def _checklist(focus: Focus, least: float, most: float, *answers: Value) -> Value:
    """How many answers are true, between two bounds; a negative bound is none."""
    return _between(sum(sum(_truths(answer)) for answer in answers), least, most)


def _weighted_checklist(focus: Focus, least: float, most: float, *answers_and_weights: Value) -> Value:
    """The weights of the answers that are true, between two bounds."""
    answers = [truth for value in answers_and_weights[::2] for truth in _truths(value)]
    weights = [weight for value in answers_and_weights[1::2] for weight in _weights(value, focus)]
    return _between(
        sum(weight for answer, weight in zip(answers, weights, strict=False) if answer),
        least,
        most,
    )


def _weights(value: Value, focus: Focus) -> list[float]:
    return (
        [to_number([node], focus.zone) for node in value] if isinstance(value, list) else [to_number(value, focus.zone)]
    )


def _between(value: float, least: float, most: float) -> bool:
    return (least < 0 or value >= least) and (most < 0 or value <= most)


LOGIC: Final[tuple[Function, ...]] = (
    function("true", lambda focus: True),
    function("false", lambda focus: False),
    function("not", lambda focus, truth: not truth, Takes.TRUTH),
    function("boolean", lambda focus, truth: truth, Takes.TRUTH),
    function("boolean-from-string", _boolean_from_string, Takes.TEXT),
    function("if", _if, Takes.TRUTH, Takes.LATER, Takes.LATER, gives_nodes=True),
    function("coalesce", _coalesce, Takes.LATER, more=True),
    function("once", _once, Takes.LATER),
    function("checklist", _checklist, Takes.NUMBER, Takes.NUMBER, Takes.ANY, more=True),
    function(
        "weighted-checklist",
        _weighted_checklist,
        Takes.NUMBER,
        Takes.NUMBER,
        Takes.ANY,
        least=4,
        more=True,
    ),
)
