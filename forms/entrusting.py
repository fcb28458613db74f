"""Answers that are left to the ward, and a question answered aside: for somebody else, whose place stays as it was.

An answer that is left to the ward stands as "chưa có số liệu", also where the form does not offer that: it is no 0, it
makes totals incomplete, and it does not keep the form from being sent.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bot.domain.entrustments import Value
from bot.domain.submissions import Empty, FillingState
from forms.asking import accepted_by
from forms.checks import is_answered, is_to_read
from forms.consequences import next_open, settled
from forms.instance import Entry, Instance
from forms.keys import row_of
from forms.prompt import Accepts, Surroundings
from forms.state import REVIEW, State
from forms.xform import Form

LEFT = Value(empty=Empty.UNKNOWN)
"""What stands where the ward is to enter something."""
OWN_WORK = frozenset({Accepts.PHOTO, Accepts.FILE, Accepts.ACKNOWLEDGE})
"""Files are sent by whom they are asked of, and nobody reads for somebody else."""
PICTURES = frozenset({"image", "video"})
ASIDE = ("pending", "proposed", "view")
"""What a state says of the turn before and not of the answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """A filling in which answers have been left to the ward."""

    state: FillingState
    questions: Mapping[str, str]
    """Which, by key, with their names."""


def can_be_left(form: Form, state: FillingState, around: Surroundings, key: str) -> bool:
    """Whether somebody else could give this answer."""
    instance = Instance(form, State.from_json(state), around)
    return any(entry.key == key and _can_be_left(instance, entry) for entry in instance.shown())


def leave(form: Form, state: FillingState, around: Surroundings, *keys: str) -> Left:
    """Leave these questions to the ward and go on; what is not asked, or cannot be left, stays as it is."""
    instance = Instance(form, State.from_json(state), around)
    questions: dict[str, str] = {}
    for key in keys:
        entry = next((entry for entry in instance.shown() if entry.key == key), None)
        if entry is not None and _can_be_left(instance, entry):
            instance = _left(instance, entry)
            questions[key] = entry.question.name
            instance.state.cursor = next_open(instance, key)
    return Left(state=instance.state.to_json(), questions=questions)


def leave_rest(form: Form, state: FillingState, around: Surroundings) -> Left:
    """Leave everything to the ward that nobody has answered; files, and lists row by row, are still asked for."""
    instance = Instance(form, State.from_json(state), around)
    instance.state.drop_doubts()
    questions: dict[str, str] = {}
    while (entry := next(_unanswered(instance), None)) is not None:
        if _can_be_left(instance, entry) and not is_answered(instance, entry):
            instance = _left(instance, entry)
            questions[entry.key] = entry.question.name
        else:
            instance.state.settled[entry.key] = None
    instance.state.cursor = next_open(instance, REVIEW)
    return Left(state=instance.state.to_json(), questions=questions)


def photos_wait(form: Form, state: FillingState, around: Surroundings) -> bool:
    """Whether the form asks for photos or films of its own, and only once something else has been answered.

    So it asks who is in them first: before that none are taken anywhere.
    """
    shown = {entry.question.name for entry in Instance(form, State.from_json(state), around).shown()}
    return any(
        question.type in PICTURES and question.name not in shown and not form.repeat_around(question.path)
        for question in form.asked
    )


def value_at(state: FillingState, key: str) -> Value | None:
    """The answer at a key; None where there is none."""
    kept = State.from_json(state)
    if (empty := kept.empties.get(key)) is not None:
        return Value(empty=empty)
    return Value(text=kept.values[key]) if key in kept.values else None


def value_of(form: Form, state: FillingState, name: str) -> str:
    """What was answered to the question of that name, outside all repeats."""
    question = form.by_name.get(name)
    found = value_at(state, question.path) if question is not None else None
    return found.text if found is not None else ""


def is_untouched(state: FillingState) -> bool:
    """Whether nothing has been answered or skipped yet."""
    return not State.from_json(state).settled


def aside(state: FillingState, key: str, kept: Mapping[str, Any]) -> FillingState:
    """The filling at a question, as if it were open; `kept` is what the turn before left there."""
    opened = State.from_json(_without(state, ASIDE))
    if value_at(state, key) == LEFT:
        opened.forget(key)
    if "value" in kept:
        opened.put(key, kept["value"])
    opened.cursor = key
    return opened.to_json() | {name: kept[name] for name in ASIDE if name in kept}


def kept_aside(state: FillingState, key: str) -> dict[str, Any]:
    """What has to be remembered of a question that is open aside: a doubt, a page, half of several choices."""
    kept = {name: state[name] for name in ASIDE if state.get(name)}
    reached = State.from_json(state)
    if key not in reached.settled and key in reached.values:
        kept["value"] = reached.values[key]
    return kept


def is_done(state: FillingState, key: str) -> bool:
    """Whether the question has its whole answer."""
    return key in State.from_json(state).settled


def put_back(after: FillingState, before: FillingState) -> FillingState:
    """The new answers, and everything else as whoever fills it in had it."""
    return _without(after, (*ASIDE, "cursor")) | {
        name: before[name] for name in (*ASIDE, "cursor") if before.get(name) is not None
    }


def _without(state: FillingState, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: part for name, part in state.items() if name not in names}


def _unanswered(instance: Instance) -> Iterator[Entry]:
    """What the conversation would still stop at, except for files and what is asked row by row."""
    for entry in instance.shown():
        is_own = accepted_by(entry) in {Accepts.PHOTO, Accepts.FILE} or bool(row_of(entry.key))
        if entry.key not in instance.state.settled and not is_own:
            yield entry


def _can_be_left(instance: Instance, entry: Entry) -> bool:
    # Rows move up when one before them is taken out: what was read for one must not end in another.
    asks = not entry.question.is_repeat and not is_to_read(instance, entry) and not row_of(entry.key)
    return asks and accepted_by(entry) not in OWN_WORK


def _left(instance: Instance, entry: Entry) -> Instance:
    state = instance.state.copy()
    state.put_empty(entry.key, Empty.UNKNOWN)
    state.settled[entry.key] = None
    state.view = None
    state.drop_doubts()
    return settled(instance, state, entry.key)
