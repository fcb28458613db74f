"""A draft goes on with another version of its form: what was answered stays where it still fits.

moved = move(old, state, new, surroundings)
moved.state       # goes on at the first question that is open now
moved.lost        # ("Tổng số hộ",): what has to be asked again, or is not asked any more
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from bot.domain.submissions import FillingState
from forms.beginning import begin
from forms.checks import lack, objection
from forms.choices import offered
from forms.consequences import next_open, settled
from forms.growing import add_row
from forms.instance import Instance
from forms.keys import path_of, row_of
from forms.labels import short_label
from forms.prompt import Surroundings
from forms.question import Question
from forms.state import REVIEW, State
from forms.xform import Form

NUMBER = re.compile(r"-?\d+")
ALIKE = {
    "select_one": {"select_one", "select_multiple"},
    "integer": {"integer", "decimal", "text", "range"},
    "range": {"integer", "decimal", "text", "range"},
    "decimal": {"decimal", "text"},
    "date": {"date", "text"},
    "text": {"text"},
}
"""The types that can take over an answer as it is stored; any other type takes over only its own."""

FILES = frozenset({"image", "audio", "video", "file"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A filling on another version of its form."""

    state: FillingState
    asked_again: tuple[str, ...]
    """The questions, by label, whose answers do not fit any more."""
    gone: tuple[str, ...]
    """The questions, by label, that were answered and are not part of the form any more."""


def move(old: Form, state: FillingState, new: Form, surroundings: Surroundings) -> Moved:
    """Take over what fits; begin the rest as a new filling begins it."""
    before = State.from_json(state)
    after = State.from_json(begin(new, surroundings))
    after.seed = before.seed or after.seed
    after.language = before.language if before.language in new.languages else after.language
    _take_over_rows(before, after, new)
    asked_again: dict[str, None] = {}
    gone: dict[str, None] = {}
    for key in dict.fromkeys((*before.values, *before.empties, *before.settled)):
        was = old.by_path.get(path_of(key))
        if was is None:
            continue
        now = new.by_path.get(was.path) or (None if was.is_repeat else new.by_name.get(was.name))
        target = None if now is None else _key(key, was, now, new)
        if now is None or target is None:
            if was.is_asked and before.remembers(key):
                gone[short_label(old, was)] = None
        elif not _take_over(before, key, was, after=after, target=target, now=now) and was.is_asked:
            asked_again[short_label(new, now)] = None
    instance = Instance(new, after, surroundings)
    for key in _against_the_rules(instance):
        asked_again[short_label(new, instance.entry(key).question)] = None
        after.forget(key)
    instance = settled(instance, after, REVIEW, Instance(new, after, surroundings))
    after.cursor = next_open(instance, REVIEW)
    return Moved(state=after.to_json(), asked_again=tuple(asked_again), gone=tuple(gone))


def _key(key: str, was: Question, now: Question, new: Form) -> str | None:
    """Where the answer belongs now; None where it stood in a repeat that it has left, or the other way round."""
    if now.path == was.path:
        return key
    return None if row_of(key) or new.elements[now.path].in_row else now.path


def _take_over_rows(before: State, after: State, new: Form) -> None:
    """As many rows as there were, each with the defaults of the new version."""
    for repeat, number in before.rows.items():
        if path_of(repeat) not in new.repeats:
            continue
        while after.rows.get(repeat, 0) < number:
            add_row(after, new.elements[path_of(repeat)], repeat)
        after.rows[repeat] = number


def _take_over(before: State, key: str, was: Question, *, after: State, target: str, now: Question) -> bool:
    """Put the answer where it belongs; False if it does not fit."""
    empty, value = before.empties.get(key), before.values.get(key, "")
    if empty is not None and empty in now.empties:
        after.put_empty(target, empty)
    elif empty is None and _fits(value, was, now):
        after.put(target, value)
    else:
        return False
    if key in before.settled:
        after.settled[target] = None
    if key in before.confirmed and _warning(was) == _warning(now):
        after.confirmed[target] = before.confirmed[key]
    if key in before.computed:
        after.computed[target] = before.computed[key]
    return True


def _fits(value: str, was: Question, now: Question) -> bool:
    if not was.is_asked or not now.is_asked:
        # What was worked out or supplied before is worked out or supplied anew, except for what is set but once.
        return was.type == now.type
    if now.type not in ALIKE.get(was.type, {was.type}):
        return was.type in {"text", "decimal"} and now.type == "integer" and NUMBER.fullmatch(value) is not None
    return now.type not in FILES or len(value.split()) <= now.max_files


def _warning(question: Question) -> tuple[str, Decimal | None]:
    """What makes an answer unusual."""
    return question.warn.text if question.warn else "", question.usual


def _against_the_rules(instance: Instance) -> list[str]:
    """What was taken over and is not offered, or not allowed, by the new version."""
    found = []
    for entry in instance.shown():
        if entry.question.is_repeat:
            continue
        if not entry.node.value:
            if entry.key in instance.state.settled and lack(instance, entry):
                found.append(entry.key)
            continue
        choices = {choice.value for choice in offered(instance, entry)}
        chosen = entry.node.value.split() if entry.question.type in {"select_multiple", "rank"} else [entry.node.value]
        if (entry.question.choices is not None and not choices.issuperset(chosen)) or objection(instance, entry):
            found.append(entry.key)
    return found
