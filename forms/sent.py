"""What was sent, as lines to read: each question that was asked, with its answer as people read it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.domain.submissions import Empty
from forms.instance import Instance
from forms.keys import row_key, short_name
from forms.prompt import ReviewLine, Surroundings
from forms.review import review_lines
from forms.state import State
from forms.xform import Form
from forms.xform.form import Blueprint


def sent_lines(
    form: Form, values: Mapping[str, Any], empties: Mapping[str, Empty], surroundings: Surroundings
) -> list[ReviewLine]:
    """The lines of a sending; `values` and `empties` as in Completed, the surroundings those of the unit's period."""
    state = State()
    _take(state, form.blueprint, form.blueprint.path, values, empties)
    return review_lines(Instance(form, state, surroundings))


def _take(state: State, element: Blueprint, key: str, values: Mapping[str, Any], empties: Mapping[str, Empty]) -> None:
    """Put the values below an element where a filling keeps them; groups make no level of their own, repeats do."""
    for child in element.children:
        below = f"{key}/{child.name}"
        said = values.get(child.name)
        if child.repeats:
            rows = said if isinstance(said, list) else []
            state.rows[below] = len(rows)
            for number, row in enumerate(rows, 1):
                _take(state, child, row_key(below, number), row, empties)
        elif child.children:
            _take(state, child, below, values, empties)
        elif (empty := empties.get(short_name(below))) is not None:
            state.put_empty(below, empty)
        elif isinstance(said, str):
            state.put(below, said)
