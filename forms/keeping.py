"""Keeping an answer: it is tried with everything that follows from it before anything is kept."""

from __future__ import annotations

from forms import answers
from forms.change import change_of
from forms.checks import doubt, lack, objection
from forms.consequences import next_open, settled
from forms.instance import Entry, Instance
from forms.prompt import Accepted, Doubt, Outcome, Rejected
from forms.showing import shown_answer
from forms.state import Pending, State


def tried(before: Instance, entry: Entry, state: State) -> tuple[Instance, Outcome]:
    """The data with the answer that the state has; as before where something speaks against it."""
    trial = before.anew(state, entry.key)
    answered = trial.entry(entry.key)
    if refused := objection(trial, answered) or lack(trial, answered):
        return before, Rejected(text=refused)
    if unusual := doubt(trial, answered):
        before.state.pending = Pending(key=entry.key, value=answered.node.value, unusual=True)
        return before, Doubt(text=unusual, value=answered.node.value, wants_reason=True)
    return kept(before, entry, state, trial)


def kept(before: Instance, entry: Entry, state: State, trial: Instance | None = None) -> tuple[Instance, Outcome]:
    """The data with the answer and its consequences, at the next open question; `trial` is it before them."""
    state.settled[entry.key] = None
    state.cursor = entry.key
    state.view = None
    instance = settled(before, state, entry.key, trial)
    answered = instance.entry(entry.key)
    state.cursor = next_open(instance, entry.key)
    return instance, Accepted(understood=shown_answer(instance, answered), change=change_of(instance, answered))


def collected(before: Instance, entry: Entry, value: str) -> tuple[Instance, Outcome]:
    """The data with one of several choices or photos, still at their question."""
    state = before.state.copy()
    state.put(entry.key, value)
    state.settled.pop(entry.key, None)
    state.cursor = entry.key
    instance = settled(before, state, entry.key)
    return instance, Accepted(understood=shown_answer(instance, instance.entry(entry.key)))


def asked_back(instance: Instance, entry: Entry, reading: answers.Doubt) -> Outcome:
    """The reading is doubtful: ask, unless a rule refuses it anyway."""
    state = instance.state.copy()
    state.put(entry.key, reading.value)
    trial = instance.anew(state, entry.key)
    if refused := objection(trial, trial.entry(entry.key)):
        return Rejected(text=refused)
    instance.state.pending = Pending(key=entry.key, value=reading.value)
    return Doubt(text=reading.text, value=reading.value)
