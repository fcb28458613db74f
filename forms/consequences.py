"""What an answer sets off: triggered values, choices that are no longer offered, and where to go next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import dropwhile

from forms.choices import stale
from forms.growing import add_row
from forms.instance import Entry, Instance
from forms.keys import path_of, row_of
from forms.question import Privacy, Question
from forms.state import REVIEW, State
from forms.stops import stops
from forms.tree import Node
from forms.xform.form import Event, SetValue


def settled(before: Instance, state: State, changed: str, worked_out: Instance | None = None) -> Instance:
    """The data after a change with all its consequences; `state` takes them up.

    `worked_out` is the instance of `state`, where the caller has it already.
    """
    instance = worked_out or before.anew(state, changed)
    suspects = instance.form.endangered(path_of(changed)) if changed else instance.form.revocable
    if state.values.get(changed) != before.state.values.get(changed):
        instance, triggered = _triggered(instance, changed)
        suspects = instance.form.revocable if triggered else suspects
    # Each round takes something away, so this ends; what is taken away may endanger anything.
    while _clear(instance, suspects):
        instance, suspects = before.anew(state), instance.form.revocable
    return _recounted(instance) if instance.form.self_counted else instance


def _recounted(instance: Instance) -> Instance:
    """The data once the repeats whose count looks at their own rows have been counted again, once."""
    state, before, new = instance.state, dict(instance.state.rows), list[str]()
    for repeat, wanted in instance.own_counts():
        while state.rows.get(repeat, 0) < wanted:
            new.append(add_row(state, instance.form.elements[path_of(repeat)], repeat))
        state.rows[repeat] = wanted
    if state.rows == before:
        return instance
    instance = instance.anew(state)
    instance.set_up(new)
    return instance.anew(state)


def next_open(instance: Instance, after: str) -> str:
    """The key of the next question that nobody has settled: first behind the given one, then from the start."""
    waiting = dict.fromkeys(entry.key for entry in stops(instance) if entry.key not in instance.state.settled)
    if not waiting:
        return REVIEW
    behind = dropwhile(lambda key: key != after, instance.keys())
    return next((key for key in behind if key in waiting), next(iter(waiting)))


def standing(instance: Instance) -> Entry | None:
    """The question under the cursor; where a condition has hidden it, the next one that is open. None: the review."""
    cursor = instance.state.cursor
    if cursor == REVIEW:
        return None
    current = next((entry for entry in stops(instance) if entry.key == cursor), None)
    if current is not None:
        return current
    following = next_open(instance, cursor)
    return instance.entry(following) if following != REVIEW else None


def _triggered(instance: Instance, changed: str) -> tuple[Instance, bool]:
    """The data once all values are set that the changed question triggers, and those that they trigger in turn."""
    waiting, done = [changed], set[str]()
    any_was_set = False
    while waiting:
        key = waiting.pop(0)
        done.add(key)
        if (set_now := _set_by(instance, key)) is not None:
            instance = instance.anew(instance.state)
            any_was_set = True
            waiting += [other for other in set_now if other not in done]
    return instance, any_was_set


def _set_by(instance: Instance, changed: str) -> list[str] | None:
    """Set what a control triggers when its value changes; the keys of values that are others now. None: no trigger."""
    path = path_of(changed)
    actions = [
        action for action in instance.form.set_values if Event.VALUE_CHANGED in action.events and action.trigger == path
    ]
    others: list[str] = []
    for action in actions:
        for node in _targets(instance, action, changed):
            present = node.value
            instance.assign(action, node)
            others += [node.key] if node.value != present else []
    return others if actions else None


def _targets(instance: Instance, action: SetValue, changed: str) -> Iterator[Node]:
    """Where a triggered value goes: in a repeat, to the row of the question that triggered it."""
    for node in instance.at(action.path):
        row = row_of(node.key)
        if path_of(row) != path_of(row_of(changed)) or row == row_of(changed):
            yield node


def _clear(instance: Instance, suspects: Iterable[Question]) -> bool:
    """Forget choices that the list no longer offers, to be asked again, and personal data that no longer applies.

    ODK Collect keeps a stale choice; in a chat nobody would see that it is wrong. Hidden answers are otherwise kept
    until sending, but personal data without its condition (a withdrawn consent) must not stay anywhere.
    """
    cleared = False
    for question in suspects:
        for node in instance.at(question.path):
            cleared |= _cleared(instance, Entry(node.key, question, node))
    return cleared


def _cleared(instance: Instance, entry: Entry) -> bool:
    if not entry.node.shown:
        if entry.question.privacy is Privacy.PUBLIC or not instance.state.remembers(entry.key):
            return False
        instance.state.forget(entry.key)
        return True
    rest = stale(instance, entry)
    if rest is None:
        return False
    instance.state.forget(entry.key)
    instance.state.put(entry.key, rest)
    return True
