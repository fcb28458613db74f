"""What was sent, as a filling again: the way back from `Completed` to a state that can be changed and sent anew."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.domain.submissions import Empty, FillingState, Values
from forms.beginning import begin
from forms.instance import Instance
from forms.keys import path_of, row_key
from forms.prompt import Surroundings
from forms.state import REVIEW, State
from forms.xform import Form
from forms.xform.form import Blueprint

CALCULATED = "calculate"
"""Worked out anew, never taken over."""


def answered(form: Form, values: Values, empties: Mapping[str, Empty], surroundings: Surroundings) -> FillingState:
    """The filling at its review, as if somebody had just answered so; what was left blank counts as skipped."""
    state = State.from_json(begin(form, surroundings))
    _Taken(form, state, empties).put(form.blueprint, form.blueprint.path, values)
    instance = Instance(form, state, surroundings)
    state.settled = dict.fromkeys(entry.key for entry in instance.shown())
    state.cursor = REVIEW
    return state.to_json()


class _Taken:
    """Walks the values beside the form's blueprint."""

    def __init__(self, form: Form, state: State, empties: Mapping[str, Empty]) -> None:
        self.form = form
        self.state = state
        self.empties = empties

    def put(self, element: Blueprint, key: str, values: Mapping[str, Any]) -> None:
        """The values below an element; groups make no level of their own, repeats do."""
        for child in element.children:
            below, value = f"{key}/{child.name}", values.get(child.kept)
            if child.repeats:
                self._rows(child, below, value if isinstance(value, list) else [])
            elif child.children:
                self.put(child, below, values)
            else:
                self._answer(below, value)

    def _rows(self, child: Blueprint, repeat: str, rows: list[Mapping[str, Any]]) -> None:
        self.state.rows[repeat] = len(rows)
        for number, row in enumerate(rows, start=1):
            self.put(child, row_key(repeat, number), row)

    def _answer(self, key: str, value: object) -> None:
        question = self.form.by_path.get(path_of(key))
        if question is None or question.type == CALCULATED:
            return
        if (empty := self.empties.get(self.form.short_key(key))) is not None:
            self.state.put_empty(key, empty)
        else:
            self.state.put(key, value if isinstance(value, str) else "")
