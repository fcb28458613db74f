"""The data of one filling with all that follows from it: the tree, which parts are relevant, what is calculated."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from random import Random

from bot.domain.submissions import Empty
from forms.entries import Entry, every, shown
from forms.graph import Step, StepKind
from forms.growing import MOST_ROWS, descend, grown, resize
from forms.keys import MORE, is_below, path_of, repeat_of
from forms.prompt import Surroundings
from forms.state import State
from forms.supplied import given_values, instances_of
from forms.template import NO_TEXT
from forms.tree import Node
from forms.xform import Form
from forms.xform.form import Event, SetValue
from forms.xpath import Expression, Scope
from forms.xpath.values import to_text

__all__ = ["Entry", "Instance"]

NUMBERS = frozenset({"int", "decimal"})
"""Types of data for which "không phát sinh" reads as 0."""

INFINITE = frozenset({"Infinity", "-Infinity"})


class Instance:
    """Worked out completely when it is made. To try an answer, make another one of a copied state."""

    def __init__(
        self, form: Form, state: State, surroundings: Surroundings, before: Instance | None = None, changed: str = ""
    ) -> None:
        self.form = form
        self.state = state
        self.surroundings = surroundings
        self.language = state.language or surroundings.language or form.default_language
        self.rows: dict[str, int] = dict(before.rows) if before and changed else {}
        """How many rows each counted repeat has now, by its key."""
        self._nodes = grown(form, state, self.rows)
        """By key, those of the form itself in document order."""
        self._top = self._nodes[""]
        self._shown: list[Entry] | None = None
        self._random: Random | None = None
        self._given: Mapping[str, str] = before._given if before else given_values(form, surroundings)
        self._scope: Scope = Scope(
            node=self._top,
            root=self._top,
            now=surroundings.now,
            random=self._dice,
            instances=before._scope.instances if before else instances_of(form, surroundings),
            places=self._nodes,
            itext=self.itext,
            choice_label=self.choice_label,
            properties={"username": surroundings.username},
        )
        self._fill_in()
        steps = form.affected[path_of(changed)] if before and changed else form.steps
        if before and steps is not form.steps:
            self._take_over(before, changed)
        self._recompute(steps)

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

    def found(self, expression: Expression, node: Node, seed: str = "") -> tuple[Node, ...]:
        """The nodes that an expression finds; with a seed, randomize() orders them the same all through a filling."""
        scope = self._scope
        if seed:
            scope = replace(scope, random=lambda: Random(f"{self.state.seed} {seed}"))  # noqa: S311 - no secret
        return expression.nodes(scope, node)

    def itext(self, name: str) -> str:
        """A text of the form in the language of the conversation."""
        return self.form.itext.get(name, NO_TEXT).render(
            self.language, lambda output: self.text(output.expression, self._top)
        )

    def choice_label(self, value: str, path: str) -> str:
        """jr:choice-name(): the label of a value among the choices of the question at a path."""
        # Inside a repeat pyxform writes the path from the row: ../name.
        path = path.strip()
        question = self.form.by_path.get(path) or self.form.ending_in(path.rpartition("../")[2])
        listed = question.choices.listed if question is not None and question.choices is not None else ()
        label = next((choice.label for choice in listed if choice.value == value), NO_TEXT)
        return label.render(self.language, lambda output: self.text(output.expression, self._top)) or value

    def empty(self, entry: Entry) -> Empty | None:
        """Why the question has no value, if somebody said so."""
        return self.state.empties.get(entry.key)

    def entry(self, key: str) -> Entry:
        """The question at a key."""
        return Entry(key, self.form.by_path[path_of(key)], self._nodes[key])

    def has(self, key: str) -> bool:
        """Whether there is such a place now: its row may be gone."""
        return key in self._nodes

    def keys(self) -> Iterable[str]:
        """The keys of all questions, relevant or not, in the form's order."""
        return (entry.key for entry in self.entries()) if self.form.repeats else self.form.by_path

    def entries(self) -> Iterator[Entry]:
        """All questions, calculations and hidden values, relevant or not, in the form's order."""
        return every(self.form, self._nodes)

    @property
    def root(self) -> Node:
        """The root element of the data."""
        return self._nodes[self.form.blueprint.path]

    def at(self, path: str) -> Sequence[Node]:
        """The nodes of a path; in a repeat one per row."""
        alone = self._nodes.get(path)
        return (alone,) if alone is not None else descend(self._top, path)

    def shown(self) -> Sequence[Entry]:
        """The questions that people are asked now, in the form's order."""
        if self._shown is None:
            self._shown = shown(self.form, self._nodes)
        return self._shown

    # Working out

    def assign(self, action: SetValue, node: Node) -> None:
        """Write what a setvalue gives into its node."""
        node.value = self.text(action.value, node) if action.value else ""
        self.state.put(node.key, node.value)

    def set_up(self, rows: Iterable[str]) -> None:
        """What is set in new rows, in document order; a later one may read an earlier one."""
        for action in self.form.set_values:
            if Event.NEW_REPEAT in action.events:
                for node in self.at(action.path):
                    if any(is_below(node.key, row) for row in rows):
                        self.assign(action, node)

    def _fill_in(self) -> None:
        """What is no text as it was answered: a stated nothing, and what is supplied."""
        for key, empty in self.state.empties.items():
            if empty is Empty.NOTHING and key in self._nodes and self.entry(key).question.data_type in NUMBERS:
                self._nodes[key].value = "0"
        for path, value in self._given.items():
            for node in self.at(path):
                node.value = value

    def _take_over(self, before: Instance, changed: str) -> None:
        """What was worked out before, except for the one answer that has changed."""
        present = self._nodes[changed].value
        for key, old in before._nodes.items():
            node = self._nodes[key]
            node.value = old.value
            node.relevant = old.relevant
        self._nodes[changed].value = present

    def _recompute(self, steps: Iterable[Step]) -> None:
        """Conditions, rows and calculations, in the order of the dependency graph."""
        opened: list[str] = []
        for step in steps:
            match step.kind:
                case StepKind.RELEVANT:
                    for node in self._places(step.path):
                        node.relevant = step.expression.boolean(self._scope, node)
                case StepKind.COUNT:
                    for place in self.next_rows(step.path):
                        opened += self._count(step, place)
                case StepKind.CALCULATE if step.path not in self._given:
                    for node in self.at(step.path):
                        self._calculate(step, node)
        if opened:
            self.set_up(opened)
            self._recompute(self.form.steps)

    def _places(self, path: str) -> Sequence[Node]:
        """The nodes of a path; of a repeat also where the next row would be."""
        return self.at(path) if path not in self.form.repeats else (*self.at(path), *self.next_rows(path))

    def own_counts(self) -> list[tuple[str, int]]:
        """How many rows each repeat wants whose count looks at its own rows, by the repeat's key."""
        counts = ((path, self.form.groups[path].count) for path in sorted(self.form.self_counted))
        return [
            (repeat_of(place.key), min(self._number_of_rows(count, place), MOST_ROWS))
            for path, count in counts
            if count is not None
            for place in self.next_rows(path)
        ]

    def _number_of_rows(self, expression: Expression, place: Node) -> int:
        """As an expression gives it; no number is none, and too many are one too many."""
        number = expression.number(self._scope, place)
        return min(max(int(number), 0), MOST_ROWS + 1) if math.isfinite(number) else 0

    def next_rows(self, path: str) -> Sequence[Node]:
        """Where the next row of a repeat would be; for one inside another, once in each outer row."""
        above, _, name = path.rpartition("/")
        return [self._nodes[f"{node.key}/{name}{MORE}"] for node in self.at(above)]

    def _count(self, step: Step, place: Node) -> list[str]:
        """Let a counted repeat have as many rows as it says now; the keys of those that it never had before."""
        wanted = self._number_of_rows(step.expression, place)
        repeat = repeat_of(place.key)
        self.rows[repeat] = wanted
        return resize(self.form, self._nodes, place, wanted, self.state)

    def _calculate(self, step: Step, node: Node) -> None:
        key = node.key
        if step.kept and node.value:
            return
        result = stored(step.expression, self._scope, node)
        if result in INFINITE and self.form.by_path[step.path].data_type in NUMBERS:
            result = ""  # as in web-forms, whose numbers end somewhere; nobody can do anything with "Infinity"
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
