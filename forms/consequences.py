"""What an answer sets off: triggered values, choices that are no longer offered, and where to go next."""

from __future__ import annotations

from itertools import dropwhile

from forms.choices import stale
from forms.instance import Instance
from forms.question import Privacy
from forms.state import REVIEW, State
from forms.xform.form import Event


def settled(before: Instance, state: State, changed: str, worked_out: Instance | None = None) -> Instance:
    """The data after a change with all its consequences; `state` takes them up.

    `worked_out` is the instance of `state`, where the caller has it already.
    """
    instance = worked_out or before.anew(state, changed)
    if state.values.get(changed) != before.state.values.get(changed) and _trigger(instance, changed):
        instance = before.anew(state)
    # Each round takes something away, so this ends.
    while _clear(instance):
        instance = before.anew(state)
    return instance


def next_open(instance: Instance, after: str) -> str:
    """The key of the next question that nobody has settled: first behind the given one, then from the start."""
    waiting = [entry.key for entry in instance.shown() if entry.key not in instance.state.settled]
    if not waiting:
        return REVIEW
    behind = dropwhile(lambda key: key != after, instance.form.by_path)
    return next((key for key in behind if key in waiting), waiting[0])


def _trigger(instance: Instance, changed: str) -> bool:
    """Values that are set when the changed question's control changes."""
    entry = instance.entry(changed)
    acted = False
    for action in instance.form.set_values:
        if Event.VALUE_CHANGED in action.events and action.trigger == entry.question.path:
            for key, node in instance.at(action.path):
                instance.state.put(key, instance.text(action.value, node) if action.value else "")
                acted = True
    return acted


def _clear(instance: Instance) -> bool:
    """Forget choices that the list no longer offers, to be asked again, and personal data that no longer applies.

    ODK Collect keeps a stale choice; in a chat nobody would see that it is wrong. Hidden answers are otherwise kept
    until sending, but personal data without its condition (a withdrawn consent) must not stay anywhere.
    """
    cleared = False
    for question in instance.form.revocable:
        entry = instance.entry(question.path)
        if not entry.node.shown:
            if entry.question.privacy is not Privacy.PUBLIC and instance.state.remembers(entry.key):
                instance.state.forget(entry.key)
                cleared = True
        elif (rest := stale(instance, entry)) is not None:
            instance.state.forget(entry.key)
            instance.state.put(entry.key, rest)
            cleared = True
    return cleared
