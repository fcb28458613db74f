"""Answers as people read them."""

from __future__ import annotations

from bot.domain.submissions import Empty
from bot.texts import forms as texts
from forms.choices import offered
from forms.instance import Entry, Instance
from forms.questions import Asked, show

EMPTY_SHOWN = {Empty.NOTHING: texts.EMPTY_NOTHING, Empty.UNKNOWN: texts.EMPTY_UNKNOWN}


def asked(instance: Instance, entry: Entry) -> Asked:
    """The question as it stands, for its type to read and to show."""
    return Asked(
        question=entry.question,
        today=instance.surroundings.now.date(),
        choices=offered(instance, entry),
        present=instance.state.values.get(entry.key, ""),
    )


def shown_answer(instance: Instance, entry: Entry) -> str:
    """The present answer, or why there is none; blank where nothing was answered."""
    empty = instance.empty(entry)
    if empty is not None:
        return EMPTY_SHOWN[empty]
    return show(entry.node.value, asked(instance, entry)) if entry.node.value else ""
