"""Rows of an open repeat: one more, or one less."""

from __future__ import annotations

from forms.growing import add_row
from forms.instance import Entry, Instance
from forms.keys import path_of, repeat_of
from forms.state import State
from forms.xform.form import Event


def one_more(before: Instance, entry: Entry) -> tuple[Instance, str]:
    """The data with another row, with its defaults, and the key of that row; the repeat will be asked about again."""
    state = before.state.copy()
    repeat = repeat_of(entry.key)
    row = add_row(state, before.form.elements[path_of(repeat)], repeat)
    state.settled.pop(entry.key, None)
    instance = before.anew(state)
    instance.set_up([row], Event.NEW_REPEAT)
    return instance.anew(state), row


def one_less(before: Instance, entry: Entry, number: int) -> State:
    """The state without that row; the rows behind it move up."""
    state = before.state.copy()
    state.drop_row(repeat_of(entry.key), number)
    return state
