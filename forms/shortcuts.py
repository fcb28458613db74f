"""The question as it is put, with the ways to answer several at once that are offered beside it."""

from __future__ import annotations

from dataclasses import replace

from forms.asking import prompt_for
from forms.instance import Entry, Instance
from forms.prompt import Prompt
from forms.several import typed
from forms.together import keepable, open_in_section


def with_shortcuts(instance: Instance, entry: Entry) -> Prompt:
    """Everything that a channel needs to show the question, and what can be done for its whole section."""
    prompt = prompt_for(instance, entry)
    if entry.key in instance.state.settled:
        return prompt  # a correction is about one answer
    return replace(
        prompt,
        keepable=len(keepable(instance, entry)) if prompt.previous is not None else 0,
        quick=_worth_typing(instance, entry),
    )


def _worth_typing(instance: Instance, entry: Entry) -> int:
    """How many questions of the section can be typed at once, at the first of them; elsewhere it is not offered."""
    waiting = typed(open_in_section(instance, entry))
    return len(waiting) if waiting and waiting[0].key == entry.key else 0
