"""Carries out the steps of a trace: raw values into nodes, rows added and taken away, another language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from forms.beginning import begin
from forms.checks import is_read_only
from forms.choices import offered
from forms.consequences import settled
from forms.instance import Entry, Instance
from forms.keys import MORE, path_of, row_key
from forms.prompt import Surroundings
from forms.repeating import one_less, one_more
from forms.state import REVIEW, State
from forms.trace.casting import CastError, cast
from forms.trace.rows import Place, places
from forms.xform import Form

Step = Sequence[Any]
"""`[path, value]`, `["+/path"]`, `["-/path", index]` or `["@lang", name]`."""


class StepError(ValueError):
    """A step that cannot be carried out; the filling stays as it was."""


class Walk:
    """One filling that is written to directly, without a conversation around it."""

    def __init__(self, form: Form, surroundings: Surroundings) -> None:
        around = replace(surroundings, language=surroundings.language or form.default_language)
        self._instance = Instance(form, State.from_json(begin(form, around)), around)

    @property
    def instance(self) -> Instance:
        """The data as it stands."""
        return self._instance

    def take(self, step: Step) -> None:
        """Carry out one step with all its consequences; StepError leaves everything as it was."""
        if not step or not isinstance(step[0], str):
            raise StepError("A step begins with a path, +path, -path or @lang.")
        what, value = step[0], step[1] if len(step) > 1 else None
        if what == "@lang":
            self._speak(str(value))
        elif what.startswith("+"):
            self._add_rows(what[1:], value)
        elif what.startswith("-"):
            self._remove_row(what[1:], value)
        else:
            self._write(self._place(what), "" if value is None else str(value))

    def _place(self, ref: str) -> Place:
        found = next((place for place in places(self._instance) if place.ref == ref), None)
        if found is None:
            raise StepError(f"There is no node {ref}.")
        return found

    def _write(self, place: Place, text: str) -> None:
        if place.entry is None or place.kind in {"model-value", "note"}:
            raise StepError(f"{place.ref} is not a question.")
        if is_read_only(self._instance, place.entry):
            raise StepError(f"{place.ref} is read-only now.")
        state = self._instance.state.copy()
        state.put(place.entry.key, self._cast(place.entry, text))
        self._instance = settled(self._instance, state, place.entry.key)

    def _cast(self, entry: Entry, text: str) -> str:
        try:
            return cast(entry.question, text, lambda: [choice.value for choice in offered(self._instance, entry)])
        except CastError as error:
            raise StepError(str(error)) from error

    def _add_rows(self, ref: str, number: object) -> None:
        wanted = 1 if number is None else _whole(number)
        for _ in range(wanted):
            self._instance, _row = one_more(self._instance, self._more(ref))

    def _remove_row(self, ref: str, index: object) -> None:
        """Take out the row at an index from 0; where there is none, nothing happens."""
        place, number = self._more(ref), 1 + (0 if index is None else _whole(index))
        if self._instance.has(row_key(ref, number)):
            self._instance = settled(self._instance, one_less(self._instance, place, number), REVIEW)

    def _more(self, ref: str) -> Entry:
        """The question whether an open repeat has one more row."""
        if path_of(ref) not in self._instance.form.repeats:
            raise StepError(f"There is no repeat {ref}.")
        if not self._instance.has(f"{ref}{MORE}"):
            raise StepError(f"There is no row around the repeat {ref}.")
        if f"{path_of(ref)}{MORE}" not in self._instance.form.by_path:
            raise StepError(f"The rows of {ref} are counted by the form.")
        return self._instance.entry(f"{ref}{MORE}")

    def _speak(self, language: str) -> None:
        if language not in self._instance.form.languages:
            raise StepError(f"The form has no language {language}.")
        state = self._instance.state.copy()
        state.language = language
        self._instance = self._instance.anew(state)


def _whole(number: object) -> int:
    if isinstance(number, int) and number >= 0:
        return number
    raise StepError(f"{number!r} is no number of rows.")
