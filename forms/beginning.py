"""Begins a filling: defaults, values that are preloaded, and those that are set when the form is first opened."""

from __future__ import annotations

from random import Random
from uuid import UUID

from bot.domain.submissions import FillingState
from forms.consequences import next_open, settled
from forms.growing import set_defaults
from forms.instance import Instance
from forms.prompt import Surroundings
from forms.state import REVIEW, State
from forms.xform import Form
from forms.xform.form import Event


def begin(form: Form, surroundings: Surroundings) -> FillingState:
    """The state of a new filling, at its first question."""
    seed = f"{form.id} {surroundings.username} {surroundings.now.isoformat()}"
    state = State(language=surroundings.language or form.vietnamese, seed=seed)
    set_defaults(state, form.blueprint, form.blueprint.path, at_start=True)
    for element in form.elements.values():
        if element.preload and not element.in_row:
            state.put(element.path, _preloaded(element.preload, surroundings, seed))
    instance = _first_load(Instance(form, state, surroundings))
    instance = settled(instance, state, REVIEW, instance)
    state.cursor = next_open(instance, REVIEW)
    return state.to_json()


def _first_load(instance: Instance) -> Instance:
    """Dynamic defaults, in document order; a later one may read an earlier one."""
    for action in instance.form.set_values:
        if Event.FIRST_LOAD in action.events:
            for node in instance.at(action.path):
                instance.assign(action, node)
            instance = instance.anew(instance.state)
    return instance


def _preloaded(kind: str, surroundings: Surroundings, seed: str) -> str:
    """`jr:preload`: what the client knows without asking."""
    now = surroundings.now
    match kind.split(":"):
        case ["uid", *_]:
            return f"uuid:{UUID(int=Random(seed).getrandbits(128), version=4)}"  # noqa: S311 - an id, not a secret
        case ["date", "today"]:
            return now.date().isoformat()
        case ["timestamp", "start"]:
            return now.isoformat(timespec="milliseconds")
        case ["property", "username"]:
            return surroundings.username
    return ""
