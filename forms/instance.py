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
from forms.xform import Form
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
        self._top = Node("")
        self._nodes = self._grown()
        """By path, in document order."""
        self._shown: list[Entry] | None = None
        self._random: Random | None = None
        self._given: Mapping[str, str] = before._given if before else _given(form, surroundings)
        self._scope: Scope = Scope(
            node=self._top,
            root=self._top,
            now=surroundings.now,
            random=self._dice,
            instances=before._scope.instances if before else _instances(form, surroundings),
            places=self._nodes,
            itext=self.itext,
            choice_label=self.choice_label,
            properties={"username": surroundings.username},
        )
        if before and changed:
            self._take_over(before, changed)
            self._recompute(form.affected[changed])
        else:
            self._fill_in()
            self._recompute(form.steps)

    def anew(self, state: State, changed: str = "") -> Instance:
        """The data of another state of the same filling; quicker if only the answer under one key has changed."""
        return Instance(self.form, state, self.surroundings, self, changed)

    # Reading

    def truth(self, expression: Expression, node: Node) -> bool:
        """What a condition says at a node."""
        return expression.boolean(self._scope, node)

    def text(self, expression: Expression, node: Node) -> str:
        """What an expression gives as text at a node; a calculation without a result gives nothing."""
        return stored(expression, self._scope, node)

    def found(self, expression: Expression, node: Node) -> tuple[Node, ...]:
        """The nodes that an expression finds."""
        return expression.nodes(self._scope, node)

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

    def entry(self, key: str) -> Entry:
        """The question at a key."""
        return Entry(key, self.form.by_path[key], self._nodes[key])

    def entries(self) -> Iterator[Entry]:
        """All questions, calculations and hidden values, in the form's order."""
        return map(self.entry, self.form.by_path)

    def at(self, path: str) -> Sequence[tuple[str, Node]]:
        """The keys and nodes of a path; in a repeat one per row."""
        return [(path, self._nodes[path])] if path in self._nodes else []

    def shown(self) -> Sequence[Entry]:
        """The questions that people are asked now, in the form's order."""
        if self._shown is None:
            self._shown = [
                Entry(question.path, question, node)
                for question in self.form.asked
                if (node := self._nodes[question.path]).shown
            ]
        return self._shown

    # Working out

    def _grown(self) -> dict[str, Node]:
        """The nodes of the tree, still blank; until there are repeats, a node's key is its path."""
        nodes = {"": self._top}
        for path, name, above in self.form.places:
            nodes[path] = node = Node(name)
            nodes[above].append(node)
        return nodes

    def _fill_in(self) -> None:
        """What was answered and what is supplied."""
        for key in (*self.state.values, *self.state.empties):
            if key in self.form.by_path:
                self._nodes[key].value = self._value(key)
        for path, value in self._given.items():
            self._nodes[path].value = value

    def _value(self, key: str) -> str:
        if self.state.empties.get(key) is Empty.NOTHING and self.form.by_path[key].data_type in NUMBERS:
            return "0"
        return self.state.values.get(key, "")

    def _take_over(self, before: Instance, changed: str) -> None:
        """What was answered and worked out before, except for the one answer that has changed."""
        for node, old in zip(self._nodes.values(), before._nodes.values(), strict=True):
            node.value = old.value
            node.relevant = old.relevant
        self._nodes[changed].value = self._value(changed)

    def _recompute(self, steps: Iterable[Step]) -> None:
        """Conditions and calculations, in the order of the dependency graph."""
        for step in steps:
            node = self._nodes[step.path]
            if step.kind is StepKind.RELEVANT:
                node.relevant = step.expression.boolean(self._scope, node)
            elif step.path not in self._given:
                self._calculate(step, step.path, node)

    def _calculate(self, step: Step, key: str, node: Node) -> None:
        if step.kept and node.value:
            return
        result = stored(step.expression, self._scope, node)
        if step.kept:
            self.state.put(key, result)
        elif step.typed_over:
            if result == self.state.computed.get(key, ""):
                return
            self.state.computed[key] = result
            self.state.put(key, result)
        node.value = result

    def _dice(self) -> Random:
        """Seeded at the first throw, so that the same turn throws the same."""
        if self._random is None:
            self._random = Random(self.state.seed)  # noqa: S311 - random() of a form is no secret
        return self._random


def stored(expression: Expression, scope: Scope, node: Node) -> str:
    """What a calculation leaves in its node: truths as 1 and 0 (as Collect does), no result as a blank."""
    value = expression.evaluate(scope, node)
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float) and math.isnan(value):
        return ""
    return to_text(value, scope.zone)


def _given(form: Form, surroundings: Surroundings) -> Mapping[str, str]:
    """The supplied values by path; what people are asked is never supplied."""
    found = ((form.by_name.get(name), value) for name, value in surroundings.given.items())
    return {question.path: value for question, value in found if question is not None and not question.is_asked}


def _instances(form: Form, surroundings: Surroundings) -> Mapping[str, Node]:
    """The choice lists, and the last sent answers if the form looks at them."""
    if not form.reads_last_saved:
        return form.instances
    return {**form.instances, LAST_SAVED: _last_saved(form, surroundings.last_saved)}


def _last_saved(form: Form, values: Mapping[str, str]) -> Node:
    """The unit's last sent answers in the shape of the form, without blanks, as `${last-saved#name}` reads them."""
    nodes = {"": Node("")}

    def at(path: str) -> Node:
        if path not in nodes:
            above, _, name = path.rpartition("/")
            nodes[path] = Node(name)
            at(above).append(nodes[path])
        return nodes[path]

    for name, value in values.items():
        if value and name in form.by_name:
            at(form.by_name[name].path).value = str(value)
    return nodes[""]
