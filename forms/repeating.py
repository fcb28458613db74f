"""Rows of an open repeat: one more, or one less."""

from __future__ import annotations

from bot.texts import forms as texts
from forms.consequences import settled
from forms.growing import add_row
from forms.instance import Entry, Instance
from forms.keys import is_below, path_of, repeat_of
from forms.questions.repeat import ADD, DROP
from forms.state import REVIEW, State


def with_rows(before: Instance, entry: Entry, said: str) -> tuple[Instance, str, str]:
    """The data with a row more or less, the key where to go on, and how it was understood."""
    if said == ADD:
        instance, row = one_more(before, entry)
        first = next((other.key for other in instance.shown() if is_below(other.key, row)), entry.key)
        return instance, first, texts.ROW_ADDED
    state = one_less(before, entry, int(said.removeprefix(DROP)))
    return settled(before, state, REVIEW), entry.key, texts.ROW_DROPPED


def one_more(before: Instance, entry: Entry) -> tuple[Instance, str]:
    """The data with another row, with its defaults, and the key of that row; the repeat will be asked about again."""
    state = before.state.copy()
    repeat = repeat_of(entry.key)
    row = add_row(state, before.form.elements[path_of(repeat)], repeat)
    state.settled.pop(entry.key, None)
    instance = before.anew(state)
    instance.set_up([row])
    return instance.anew(state), row


def one_less(before: Instance, entry: Entry, number: int) -> State:
    """The state without that row; the rows behind it move up."""
    state = before.state.copy()
    state.drop_row(repeat_of(entry.key), number)
    return state
