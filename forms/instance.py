"""The data of one filling with all that follows from it: the tree, which parts are relevant, what is calculated."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from random import Random
from typing import NamedTuple

from bot.domain.submissions import Empty
from forms.graph import Step, StepKind
from forms.prompt import Surroundings
from forms.question import Question
from forms.state import State
from forms.template import NO_TEXT
from forms.tree import Node
from forms.xform import Blueprint, Form
from forms.xform.form import LAST_SAVED
from forms.xpath import Expression, Scope
from forms.xpath.values import to_text

NUMBERS = frozenset({"int", "decimal"})
"""Types of data for which "không phát sinh" reads as 0."""


class Entry(NamedTuple):
    """A question at its place in the data: in a repeat there is one per row. Made for every question every turn."""

    key: str
    question: Question
    node: Node


class Instance:
    """Worked out completely when it is made. To try an answer, make another one of a copied state."""

    def __init__(
        self, form: Form, state: State, surroundings: Surroundings, before: Instance | None = None, changed: str = ""
    ) -> None:
        self.form = form
        self.state = state
        self.surroundings = surroundings
        self.language = state.language or surroundings.language or form.default_language
        self.entries: dict[str, Entry] = {}
        self._at: dict[str, list[tuple[str, Node]]] = {}
        self._given = _given(form, surroundings)
        self._top = Node("", children=[self._grow(form.blueprint)])
        self._instances: Mapping[str, Node] = before._instances if before else _instances(form, surroundings)
        self._random = Random(state.seed)  # noqa: S311 - random() of a form is no secret
        if before and changed:
            self._take_over(before)
            self._recompute(form.affected[self.entries[changed].question.path])
        else:
            self._recompute(form.steps)

    def anew(self, state: State, changed: str = "") -> Instance:
        """The data of another state of the same filling; quicker if only the answer under one key has changed."""
        return Instance(self.form, state, self.surroundings, self, changed)

    # Reading

    def truth(self, expression: Expression, node: Node) -> bool:
        """What a condition says at a node."""
        return expression.boolean(self._scope(node))

    def text(self, expression: Expression, node: Node) -> str:
        """What an expression gives as text at a node; a calculation without a result gives nothing."""
        return stored(expression, self._scope(node))

    def found(self, expression: Expression, node: Node) -> tuple[Node, ...]:
        """The nodes that an expression finds."""
        return expression.nodes(self._scope(node))

    def itext(self, name: str) -> str:
        """A text of the form in the language of the conversation."""
        return self.form.itext.get(name, NO_TEXT).render(
            self.language, lambda output: self.text(output.expression, self._top)
        )

    def choice_label(self, value: str, path: str) -> str:
        """jr:choice-name(): the label of a value among the choices of the question at a path."""
        question = self.form.by_path.get(path.strip())
        listed = question.choices.listed if question is not None and question.choices is not None else ()
        label = next((choice.label for choice in listed if choice.value == value), NO_TEXT)
        return label.render(self.language, lambda output: self.text(output.expression, self._top)) or value

    def empty(self, entry: Entry) -> Empty | None:
        """Why the question has no value, if somebody said so."""
        return self.state.empties.get(entry.key)

    def at(self, path: str) -> Sequence[tuple[str, Node]]:
        """The keys and nodes of a path; in a repeat one per row."""
        return self._at.get(path, ())

    def shown(self) -> Iterator[Entry]:
        """The questions that people are asked now, in the form's order."""
        return (entry for entry in self.entries.values() if entry.question.is_asked and entry.node.shown)

    # Working out

    def _take_over(self, before: Instance) -> None:
        """What was worked out before; what is typed over or kept stands in the state."""
        for step in self.form.steps:
            for (_, node), (_, old) in zip(self.at(step.path), before.at(step.path), strict=True):
                if step.kind is StepKind.RELEVANT:
                    node.relevant = old.relevant
                elif not (step.kept or step.typed_over):
                    node.value = old.value

    def _recompute(self, steps: Iterable[Step]) -> None:
        """Conditions and calculations, in the order of the dependency graph."""
        for step in steps:
            for key, node in self.at(step.path):
                if step.kind is StepKind.RELEVANT:
                    node.relevant = step.expression.boolean(self._scope(node))
                elif step.path not in self._given:
                    self._calculate(step, key, node)

    def _calculate(self, step: Step, key: str, node: Node) -> None:
        if step.kept and node.value:
            return
        result = stored(step.expression, self._scope(node))
        if step.kept:
            self.state.put(key, result)
        elif step.typed_over:
            if result == self.state.computed.get(key, ""):
                return
            self.state.computed[key] = result
            self.state.put(key, result)
        node.value = result

    def _grow(self, plan: Blueprint) -> Node:
        """The nodes of a part of the form, with what was answered."""
        key = plan.path
        node = (
            Node(plan.name, children=[self._grow(child) for child in plan.children])
            if plan.children
            else Node(plan.name)
        )
        self._at[key] = [(key, node)]
        question = self.form.by_path.get(key)
        if question is not None:
            node.value = self._value(key, question)
            self.entries[key] = Entry(key, question, node)
        return node

    def _value(self, key: str, question: Question) -> str:
        given = self._given.get(question.path)
        if given is not None:
            return given
        if self.state.empties.get(key) is Empty.NOTHING and question.data_type in NUMBERS:
            return "0"
        return self.state.values.get(key, "")

    def _scope(self, node: Node) -> Scope:
        return Scope(
            node=node,
            root=self._top,
            now=self.surroundings.now,
            random=self._random,
            instances=self._instances,
            itext=self.itext,
            choice_label=self.choice_label,
            properties={"username": self.surroundings.username},
        )


def stored(expression: Expression, scope: Scope) -> str:
    """What a calculation leaves in its node: truths as 1 and 0 (as Collect does), no result as a blank."""
    value = expression.evaluate(scope)
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float) and math.isnan(value):
        return ""
    zone = scope.now.tzinfo
    return to_text(value, zone) if zone else expression.string(scope)


def _given(form: Form, surroundings: Surroundings) -> Mapping[str, str]:
    """The supplied values by path; what people are asked is never supplied."""
    found = ((form.by_name.get(name), value) for name, value in surroundings.given.items())
    return {question.path: value for question, value in found if question is not None and not question.is_asked}


def _instances(form: Form, surroundings: Surroundings) -> Mapping[str, Node]:
    """The choice lists, and the last sent answers if the form looks at them."""
    if not form.reads_last_saved:
        return form.instances
    return {**form.instances, LAST_SAVED: _last_saved(form.blueprint, surroundings)}


def _last_saved(plan: Blueprint, surroundings: Surroundings) -> Node:
    """The unit's last sent answers in the shape of the form, without blanks, as `${last-saved#name}` reads them."""

    def grow(part: Blueprint) -> Node | None:
        children = [node for child in part.children if (node := grow(child))]
        value = "" if part.children else str(surroundings.last_saved.get(part.name, ""))
        return Node(part.name, value, children=children) if children or value else None

    data = grow(plan)
    return Node("", children=[data] if data else [])
