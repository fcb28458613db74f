"""Keeping an answer: it is tried with everything that follows from it before anything is kept."""

from __future__ import annotations

from bot.texts import answers as texts
from forms.change import change_of
from forms.checks import doubt, lack, objection
from forms.consequences import next_open, settled
from forms.instance import Entry, Instance
from forms.prompt import Accepted, Doubt, Outcome, Rejected
from forms.showing import shown_answer
from forms.state import Pending, State
from forms.values.findings import Why


def tried(before: Instance, entry: Entry, state: State, unclear: str = "") -> tuple[Instance, Outcome]:
    """The data with the answer that the state has; as before where something speaks against it.

    `unclear` asks whether it was read right; what is unusual is asked with it, or there would be two questions.
    """
    trial = before.anew(state, entry.key)
    answered = trial.entry(entry.key)
    if refused := objection(trial, answered) or lack(trial, answered):
        return before, Rejected(text=refused)
    unusual = doubt(trial, answered)
    if text := "\n".join(filter(None, (unclear, unusual))):
        before.state.pending = Pending(key=entry.key, value=answered.node.value, unusual=bool(unusual))
        return before, Doubt(text=text, value=answered.node.value, wants_reason=bool(unusual))
    return kept(before, entry, state, trial)


def doubted(instance: Instance) -> Doubt | None:
    """What waits to be confirmed, asked about once more; how it was read is not known any more, only what was read."""
    pending = instance.state.pending
    if pending is None:
        return None
    state = instance.state.copy()
    state.put(pending.key, pending.value)
    trial = instance.anew(state, pending.key)
    answered = trial.entry(pending.key)
    text = doubt(trial, answered) or texts.DOUBTS[Why.NEAR_CHOICE].format(shown=shown_answer(trial, answered))
    return Doubt(text=text, value=pending.value, wants_reason=pending.unusual)


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
