"""Several answers taken at once, each with all that follows from it before the next; what does not pass is left."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.texts import forms as texts
from forms.asking import may_stand, previous_of, previous_value, section_key
from forms.checks import doubt, is_answered, is_to_read, lack, objection
from forms.consequences import settled
from forms.instance import Entry, Instance
from forms.keys import path_of
from forms.labels import short_label
from forms.question import Privacy
from forms.showing import shown_answer
from forms.state import Said, State


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """One of several answers that were given at once."""

    name: str
    label: str
    """The question's short name."""
    shown: str
    private: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """A question that was named and could not be answered at once: it is left to be asked."""

    label: str
    why: str = ""
    """Whole sentences; blank where the question only has to be put."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """What became of several answers given at once."""

    answered: tuple[Answered, ...]
    left: tuple[Left, ...] = ()
    unclear: tuple[str, ...] = ()
    """Parts of what was typed that name no question, or more than one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """The data with the answers that passed, and what became of each."""

    instance: Instance
    result: Together


def keepable(instance: Instance, here: Entry) -> dict[str, Said]:
    """The last sent answers to the open questions of the section, in order: those of the same report as that here."""
    of = previous_of(instance, here)
    return {
        entry.key: Said(value=value)
        for entry in open_in_section(instance, here)
        if may_stand(entry) and not is_answered(instance, entry) and (value := previous_value(instance, entry))
        if previous_of(instance, entry) == of
    }


def open_in_section(instance: Instance, here: Entry) -> list[Entry]:
    """The questions of the section that nobody has settled."""
    place = section_key(here)
    return [entry for entry in instance.shown() if section_key(entry) == place and _is_open(instance, entry)]


def all_open(instance: Instance) -> list[Entry]:
    """The questions that nobody has settled, and that ask for something."""
    return [entry for entry in instance.shown() if _is_open(instance, entry)]


def _is_open(instance: Instance, entry: Entry) -> bool:
    settled_already = entry.key in instance.state.settled
    return not settled_already and not entry.question.is_repeat and not is_to_read(instance, entry)


def take(instance: Instance, wanted: Mapping[str, Said]) -> Taken:
    """Give the questions their answers in the form's order: one may open or bound the next."""
    waiting = dict(wanted)
    answered: list[str] = []
    left: list[Left] = []
    while (entry := next((entry for entry in instance.shown() if entry.key in waiting), None)) is not None:
        state = _with(instance, entry, waiting.pop(entry.key))
        trial = instance.anew(state, entry.key)
        tried = trial.entry(entry.key)
        refused = objection(trial, tried) or lack(trial, tried)
        if refused or doubt(trial, tried):
            left.append(Left(label=short_label(instance.form, entry.question), why=refused))
            continue
        state.settled[entry.key] = None
        instance = settled(instance, state, entry.key, trial)
        answered.append(entry.key)
    left += [Left(label=_label_at(instance, key), why=texts.NOT_ASKED) for key in waiting]
    lines = tuple(_line(instance, instance.entry(key)) for key in answered if instance.has(key))
    return Taken(instance=instance, result=Together(answered=lines, left=tuple(left)))


def _label_at(instance: Instance, key: str) -> str:
    return short_label(instance.form, instance.form.by_path[path_of(key)])


def _with(instance: Instance, entry: Entry, said: Said) -> State:
    state = instance.state.copy()
    if said.empty is not None:
        state.put_empty(entry.key, said.empty)
    else:
        state.put(entry.key, said.value)
    return state


def _line(instance: Instance, entry: Entry) -> Answered:
    return Answered(
        name=entry.question.name,
        label=short_label(instance.form, entry.question),
        shown=shown_answer(instance, entry),
        private=entry.question.privacy is not Privacy.PUBLIC,
    )
